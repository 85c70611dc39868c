"""Declares the app."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    """Supervision. It keeps nothing that could not be worked out from the record again."""

    name = "lianban.apps.oversight"
    label = "oversight"
