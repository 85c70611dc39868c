"""Declares the app."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Issued documents and licences."""

    name = "lianban.apps.documents"
    label = "documents"
    verbose_name = "文书证照"
