"""Declares the app."""

from django.apps import AppConfig


class RootsConfig(AppConfig):
    """Daily roots of the record."""

    name = "lianban.apps.roots"
    label = "roots"
    verbose_name = "日志根"
