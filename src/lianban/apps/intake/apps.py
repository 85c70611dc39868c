"""Declares the app."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Drafts of applications."""

    name = "lianban.apps.intake"
    label = "intake"
