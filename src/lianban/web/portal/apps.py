"""Declares the pages."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The portal."""

    name = "lianban.web.portal"
    label = "portal"
