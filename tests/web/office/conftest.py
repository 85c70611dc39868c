"""A county whose windows are open, without a second factor."""

import pytest

from tests.apps.cases.builders import a_county


@pytest.fixture
def county(db, settings):
    settings.LIANBAN_STAFF_SECOND_FACTOR = False
    a_county()
