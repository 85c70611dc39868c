"""The shipped catalogue behind the API, published once per module."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from tests.apps.catalogue.shipped import publish_shipped

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def published(django_db_setup, django_db_blocker):
    """Publish the catalogue for the tests of one module and take it back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        publish_shipped(NOW)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def offered(published, db):
    """Offer the shipped catalogue; what a test writes is taken back after it."""


@pytest.fixture
def ask(client, offered):
    """Return a function that posts answers to an operation of the restaurant chain."""

    def post(operation, **answers):
        address = f"/api/v1/chains/kaiban-canyindian/{operation}"
        return client.post(address, {"answers": answers}, content_type="application/json")

    return post
