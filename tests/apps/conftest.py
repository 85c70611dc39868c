"""Whom most tests of the apps begin with."""

import pytest

from tests.apps.cases.builders import a_county, an_applicant


@pytest.fixture
def citizen(db):
    """A citizen of a county whose catalogue is published and whose authorities are described."""
    a_county()
    return an_applicant()
