"""A county whose windows are open, its catalogue published; its staff need no second factor."""

import pytest

from tests.apps.cases.builders import a_county


@pytest.fixture
def county(db, settings):
    settings.LIANBAN_STAFF_SECOND_FACTOR = False
    a_county()
