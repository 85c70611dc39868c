from django.apps import AppConfig


class StorageConfig(AppConfig):
    name = "lianban.apps.storage"
    label = "storage"
    verbose_name = "存储"
