"""Declares the app."""

from django.apps import AppConfig


class WorklistsConfig(AppConfig):
    """Lists that people keep, and runs over many items."""

    name = "lianban.apps.worklists"
    label = "worklists"
