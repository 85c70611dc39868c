from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "lianban.apps.access"
    label = "access"
    verbose_name = "访问记录"
