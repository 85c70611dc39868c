"""Lists show what their reader may see, in the order they work by."""

from datetime import date

import pytest

from lianban.apps.docket import public as docket
from lianban.apps.docket.models import Proceeding
from lianban.core.proceedings.events import Actor, Role
from tests.fakes.notebooks import CLERK, NOON, a_notebook, shut, written

pytestmark = pytest.mark.django_db
SUPERVISOR = Actor(person=CLERK.person, role=Role.SUPERVISOR)


@pytest.fixture
def three():
    books = [a_notebook(f"B-{turn}", hall="hall-1", title=title) for turn, title in enumerate("甲乙丙", 1)]
    events = [(written("一"),), (written("一"),), (written("一"), shut())]
    changes = [docket.Change(book, happened) for book, happened in zip(books, events, strict=True)]
    docket.append(changes, actor=CLERK, now=NOON, request_id="r")
    Proceeding.objects.filter(number="B-2").update(statutory_due_on=date(2026, 12, 1))


def numbers(**asked):
    order = asked.pop("order", "due")
    return [each.number for each in docket.list_visible(SUPERVISOR, docket.Wanted(**asked), order=order)]


def test_what_is_due_first_stands_first(three):
    assert numbers() == ["B-2", "B-1", "B-3"]


def test_a_list_narrows_to_what_is_asked(three):
    assert numbers(open=True, order="newest") == ["B-2", "B-1"]
    assert numbers(states=("shut",)) == ["B-3"]
    assert numbers(text="乙") == ["B-2"]
    assert numbers(due_by=date(2026, 12, 1)) == ["B-2"]
    assert numbers(parts=True) == []


def test_a_count_counts_the_same(three):
    assert docket.count_visible(CLERK, docket.Wanted(open=True)) == 2
    elsewhere = CLERK.model_copy(update={"hall": "hall-2"})
    assert docket.count_visible(elsewhere) == 0
    assert not docket.may_see(elsewhere, "B-1")
    assert docket.may_see(CLERK, "B-1")


def test_anybody_with_the_number_learns_where_it_stands_and_not_whose_it_is(three):
    progress = docket.find_by_number(" B-3 ")
    assert (progress.title, progress.state, progress.closed_at) == ("丙", "shut", NOON)
    assert not hasattr(progress, "applicant")


def test_a_number_that_nothing_bears_is_said_to_be_unknown(db):
    with pytest.raises(docket.NoSuchProceeding) as refused:
        docket.find_by_number("B-9")
    assert "B-9" in refused.value.message
