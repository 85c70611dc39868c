"""When everything is done, one card shows every licence."""

import pytest

from lianban.apps.cases import public as cases
from lianban.apps.documents import public as documents
from tests.apps.cases.builders import NOW, a_county, an_accepted_application, an_applicant, by, reader
from tests.apps.cases.test_whole_way import grant_everything_open

pytestmark = pytest.mark.django_db
CARD = documents.PaperKind.COMPOSITE.value


@pytest.fixture
def accepted():
    a_county()
    citizen = an_applicant()
    number = an_accepted_application(citizen)
    return citizen, number


def cards(citizen, number):
    return [paper for paper in cases.case(number, reader(citizen)).documents if paper.kind == CARD]


def test_the_card_comes_once_with_every_licence(accepted):
    citizen, number = accepted
    assert cards(citizen, number) == []
    grant_everything_open(number)
    (card,) = cards(citizen, number)
    found = documents.verify(documents.document(card.id).verification_code, NOW)
    held = {licence.name for licence in cases.case(number, reader(citizen)).licences}
    assert {line.name for line in found.contained} == held
    assert len(held) >= 2


def test_an_application_taken_back_yields_no_card(accepted):
    citizen, number = accepted
    cases.withdraw(number, "不办了", by(citizen))
    assert cards(citizen, number) == []
