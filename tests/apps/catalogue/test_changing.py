"""A changed definition takes two people: one uploads it, another looks at the difference and publishes."""

import uuid
from datetime import UTC, datetime

import pytest

from lianban.apps.catalogue import public as catalogue
from tests.apps.catalogue.shipped import publish_shipped, shipped

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
ITEM, CHAIN = "gjj_rent", "kaiban-canyindian"
ONE = catalogue.Editor(uuid.uuid4(), "公积金事项管理员", "housing_fund")
OTHER = catalogue.Editor(uuid.uuid4(), "公积金事项管理员二", "housing_fund")
STRANGER = catalogue.Editor(uuid.uuid4(), "市场监管事项管理员", "market")


@pytest.fixture(autouse=True)
def published():
    publish_shipped(NOW)


def renamed(kind="item", key=ITEM, old="name: ", new="name: 新的"):
    return catalogue.text_of(kind, key).replace(old, new, 1)


def test_a_change_is_published_by_a_second_person_and_by_nobody_else():
    change = catalogue.propose(renamed(), ONE, NOW)
    was = catalogue.current().item(ITEM).name
    with pytest.raises(catalogue.SecondPersonNeeded):
        catalogue.publish_change(change, ONE, NOW)
    with pytest.raises(catalogue.NotYours):
        catalogue.publish_change(change, STRANGER, NOW)
    assert catalogue.current().item(ITEM).name == was
    catalogue.publish_change(change, OTHER, NOW)
    assert catalogue.current().item(ITEM).name == f"新的{was}"
    standing = catalogue.standings("item")[ITEM]
    assert (standing.version, standing.published_by, standing.by_person) == (2, OTHER.name, True)
    assert catalogue.open_changes() == ()


def test_the_difference_is_told_value_by_value():
    catalogue.propose(renamed(), ONE, NOW)
    (view,) = catalogue.open_changes()
    (only,) = view.differences
    assert (only.path, only.after) == ("name", f"新的{only.before}")
    assert (view.based_on, view.version, view.person) == (1, 1, ONE.person)


def test_a_condition_that_changes_is_told_as_authors_write_it():
    market = catalogue.Editor(uuid.uuid4(), "市场监管事项管理员", "market")
    text = catalogue.text_of("chain", CHAIN).replace("premises.area >= 300", "premises.area >= 400")
    with pytest.raises(catalogue.ChangeRefused) as refused:
        catalogue.propose(text, market, NOW)
    assert "PATH_FAILS" in {each.rule for each in refused.value.findings}
    text = catalogue.text_of("chain", CHAIN).replace("premises.area >= 300", "premises.area >= 301")
    view = catalogue.change(catalogue.propose(text, market, NOW))
    told = {each.path: (each.before, each.after) for each in view.differences}
    before, after = told["members/fire_check/when"]
    assert ("300" in before, "301" in after) == (True, True)
    assert "premises.area >=" in after


def test_files_do_not_replace_what_a_person_published():
    catalogue.publish_change(catalogue.propose(renamed(), ONE, NOW), OTHER, NOW)
    name = catalogue.current().item(ITEM).name
    publish_shipped(NOW)
    assert catalogue.current().item(ITEM).name == name
    assert catalogue.standings("item")["gjj_buy"].by_person is False


def test_a_change_made_from_an_older_version_is_not_published():
    first, second = catalogue.propose(renamed(), ONE, NOW), catalogue.propose(renamed(new="name: 另一个"), ONE, NOW)
    catalogue.publish_change(first, OTHER, NOW)
    with pytest.raises(catalogue.DefinitionsMoved, match="第 2 版"):
        catalogue.publish_change(second, OTHER, NOW)


def test_uploaded_twice_it_is_one_change_and_decided_it_is_gone():
    assert catalogue.propose(renamed(), ONE, NOW) == catalogue.propose(renamed(), OTHER, NOW)
    (view,) = catalogue.open_changes()
    with pytest.raises(catalogue.NotYours):
        catalogue.take_back_change(view.id, STRANGER, NOW)
    catalogue.take_back_change(view.id, OTHER, NOW)
    with pytest.raises(catalogue.NoSuchChange):
        catalogue.publish_change(view.id, OTHER, NOW)


def test_what_is_wrong_is_told_with_its_line_and_nothing_is_kept():
    text = renamed(old="type: ", new="tipe: ")
    line = next(at for at, each in enumerate(text.splitlines(), 1) if each.startswith("tipe"))
    with pytest.raises(catalogue.ChangeRefused) as refused:
        catalogue.propose(text, ONE, NOW)
    told = {each.rule: each.where for each in refused.value.findings}
    assert f"（第 {line} 行）" in told["unknown-key"]
    for broken in ("key: [", "- 1\n- 2\n", ""):
        with pytest.raises(catalogue.ChangeRefused):
            catalogue.propose(broken, ONE, NOW)
    assert catalogue.open_changes() == ()


def test_only_ones_own_definitions_are_changed_and_only_when_something_differs():
    with pytest.raises(catalogue.NotYours):
        catalogue.propose(renamed(), STRANGER, NOW)
    grabbed = catalogue.text_of("item", ITEM).replace("authority: housing_fund", "authority: market")
    with pytest.raises(catalogue.NotYours):
        catalogue.propose(grabbed, STRANGER, NOW)
    with pytest.raises(catalogue.NothingChanged):
        catalogue.propose(catalogue.text_of("item", ITEM), ONE, NOW)


def test_every_published_definition_is_downloaded_as_what_it_says():
    for kind, values in (("item", shipped().items), ("chain", shipped().chains)):
        for key, value in values.items():
            owner = value.authority if kind == "item" else value.lead_authority
            with pytest.raises(catalogue.NothingChanged):
                catalogue.propose(catalogue.text_of(kind, key), catalogue.Editor(ONE.person, "", owner), NOW)
