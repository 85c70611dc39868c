"""Declares the app."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    """Supervision. It keeps nothing of its own: everything is worked out from the record."""

    name = "lianban.apps.oversight"
    label = "oversight"
