"""A citizen who is signed in, and a draft of theirs."""

import pytest

from tests.web.portal_second.walking import a_citizen_of_the_county, a_draft, come_in


@pytest.fixture
def citizen():
    return a_citizen_of_the_county()


@pytest.fixture
def owner(client, citizen):
    return come_in(client, citizen)


@pytest.fixture
def draft(owner):
    return a_draft(owner)
