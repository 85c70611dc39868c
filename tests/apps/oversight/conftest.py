"""What supervision looks at."""

import pytest

from tests.apps.cases.builders import an_accepted_application


@pytest.fixture
def number(citizen):
    """An application that was accepted this morning."""
    return an_accepted_application(citizen)
