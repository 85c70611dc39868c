"""Declares the app."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """Published definitions."""

    name = "lianban.apps.catalogue"
    label = "catalogue"
