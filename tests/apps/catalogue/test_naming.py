"""Names that people confirm are kept for good: every publication has them, also one from files."""

import uuid
from datetime import UTC, datetime

import pytest

from lianban.apps.catalogue import public as catalogue
from lianban.core.vocabulary.matching import Kind
from lianban.core.vocabulary.matching.confirming import Confirmed, UnknownKeys
from tests.apps.catalogue.shipped import publish_shipped

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
EDITOR = catalogue.Editor(uuid.uuid4(), "事项管理员", "housing_fund")
NAME = Confirmed(kind=Kind.FIELD, name="提取金额（元）", id="gjj.amount")


@pytest.fixture(autouse=True)
def published():
    publish_shipped(NOW)


def synonyms():
    return catalogue.current().vocabulary.elements["gjj.amount"].synonyms


def test_a_confirmed_name_is_published_at_once_and_survives_files():
    assert NAME.name not in synonyms()
    assert catalogue.confirm_names([NAME], EDITOR, NOW) == 1
    assert NAME.name in synonyms()
    publish_shipped(NOW)
    assert NAME.name in synonyms()
    assert catalogue.confirm_names([NAME], EDITOR, NOW) == 0


def test_a_name_with_a_key_that_nobody_knows_is_refused_and_nothing_is_published():
    release = catalogue.current().release
    with pytest.raises(UnknownKeys):
        catalogue.confirm_names([NAME, Confirmed(kind=Kind.FIELD, name="甲", id="no.such")], EDITOR, NOW)
    assert catalogue.current().release == release
    assert NAME.name not in synonyms()


def test_names_that_items_use_wait_until_they_are_confirmed():
    waiting = {(each.name, each.key): each.items for each in catalogue.names_to_confirm(catalogue.current())}
    assert "gjj_rent" in waiting[NAME.name, NAME.id]
    catalogue.confirm_names([NAME], EDITOR, NOW)
    left = {(each.name, each.key) for each in catalogue.names_to_confirm(catalogue.current())}
    assert left == set(waiting) - {(NAME.name, NAME.id)}


def test_they_are_those_of_ones_own_authority():
    offered = catalogue.current()
    own = catalogue.names_to_confirm(offered, "housing_fund")
    assert own
    assert all(any(offered.items[item].authority == "housing_fund" for item in each.items) for each in own)


def test_the_matcher_proposes_for_what_a_department_writes():
    first, second = catalogue.proposed_names(
        catalogue.current(), Kind.FIELD, ["法定代表人身份证号码", "", "法定代表人身份证号码", "从未见过的奇怪说法"]
    )
    assert first.key == "legal_rep.id_no"
    assert first.score > 0.5
    assert (second.name, second.key) == ("从未见过的奇怪说法", "")
