from django.apps import AppConfig


class OrgansConfig(AppConfig):
    name = "lianban.apps.organs"
    label = "organs"
    verbose_name = "机构"
