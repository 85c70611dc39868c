"""Declares the app."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Applications on their way."""

    name = "lianban.apps.cases"
    label = "cases"

    def ready(self) -> None:
        """Make the procedures known to the docket."""
        from lianban.apps.cases import registering  # noqa: PLC0415 models exist only once all apps are loaded

        registering.register()
