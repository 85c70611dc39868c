"""Lists kept under a name."""

from datetime import UTC, datetime

import pytest

from lianban.apps.accounts import public as accounts
from lianban.apps.worklists import public as worklists
from lianban.core.proceedings.events import Actor, Role

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)


def somebody(name, authority="market"):
    person = accounts.create_staff(user_name=name, name=name, password="x", now=NOW)
    return Actor(person=str(person), role=Role.APPROVER, authority=authority)


@pytest.fixture
def me(db):
    return somebody("one")


def keep(actor, name="急件", query="list=late", *, shared=False):
    return worklists.keep_list(actor, name, query, shared=shared, now=NOW)


def test_a_list_of_the_same_name_becomes_the_new_one(me):
    assert keep(me) == keep(me, query="list=soon")
    (card,) = worklists.lists_of(me)
    assert (card.query, card.own, card.shared) == ("list=soon", True, False)


def test_shared_lists_stay_inside_the_authority(me):
    keep(me, shared=True)
    colleague, stranger = somebody("two"), somebody("three", "fire")
    (card,) = worklists.lists_of(colleague)
    assert (card.name, card.own) == ("急件", False)
    assert worklists.lists_of(stranger) == ()


def test_a_person_in_two_authorities_keeps_lists_for_each(me):
    keep(me)
    assert worklists.lists_of(me.model_copy(update={"authority": "fire"})) == ()


def test_only_the_owner_removes_and_twice_is_once(me):
    kept = keep(me, shared=True)
    worklists.remove_list(somebody("two"), kept)
    assert worklists.lists_of(me)
    worklists.remove_list(me, kept)
    worklists.remove_list(me, kept)
    assert worklists.lists_of(me) == ()


@pytest.mark.parametrize(("name", "query"), [("", ""), ("   ", ""), ("长" * 31, ""), ("名", "q=" + "x" * 500)])
def test_a_name_and_a_query_have_a_length(me, name, query):
    with pytest.raises(worklists.ListRefused) as refused:
        keep(me, name, query)
    assert refused.value.facts == {"field": "name"}


def test_there_is_an_end_to_how_many(me):
    for place in range(30):
        keep(me, f"列表{place}")
    with pytest.raises(worklists.ListRefused, match="最多"):
        keep(me, "再一个")
    keep(me, "列表7", "list=soon")
