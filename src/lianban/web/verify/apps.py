"""Declares the pages."""

from django.apps import AppConfig


class VerifyConfig(AppConfig):
    """Verification pages."""

    name = "lianban.web.verify"
    label = "verify"
