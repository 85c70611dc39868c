"""The Django app that brings the shared templates, static files and template tags."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Shared look of every page."""

    name = "lianban.web"
    label = "web"
    verbose_name = "页面"
