"""A county whose catalogue is published, as in every test of the studio."""

import pytest

from tests.apps.cases.builders import a_county


@pytest.fixture
def county(db, settings):
    settings.LIANBAN_STAFF_SECOND_FACTOR = False
    a_county()
