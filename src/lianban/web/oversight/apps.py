"""Declares the pages."""

from django.apps import AppConfig


class OversightPagesConfig(AppConfig):
    """Pages of supervision."""

    name = "lianban.web.oversight"
    label = "oversight_pages"
