"""Declares the app."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Kept files."""

    name = "lianban.apps.files"
    label = "files"
    verbose_name = "文件"
