"""The catalogue that ships, read once per test run and published once per test."""

from datetime import datetime
from functools import cache
from pathlib import Path

from lianban.adapters.catalogue_files import Catalogue, read_catalogue
from lianban.apps.catalogue import public as catalogue

FOLDER = Path(__file__).resolve().parents[3] / "data" / "catalogue"


@cache
def shipped() -> Catalogue:
    """Return the definitions as their files have them."""
    return read_catalogue(FOLDER)


def publish_shipped(now: datetime) -> None:
    """Publish them."""
    found = shipped()
    catalogue.publish(found.items, found.chains, found.vocabulary, by="测试", now=now)
