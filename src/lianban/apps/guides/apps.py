"""Declares the app."""

from django.apps import AppConfig


class GuidesConfig(AppConfig):
    """One-time notices."""

    name = "lianban.apps.guides"
    label = "guides"
