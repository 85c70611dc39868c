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


def test_several_lists_are_counted_in_one_statement(three, django_assert_num_queries):
    wanted = {"open": docket.Wanted(open=True), "shut": docket.Wanted(open=False), "none": docket.Wanted(text="丁")}
    with django_assert_num_queries(1):
        assert docket.count_lists(SUPERVISOR, wanted) == {"open": 2, "shut": 1, "none": 0}
    elsewhere = CLERK.model_copy(update={"hall": "hall-2"})
    assert docket.count_lists(elsewhere, wanted) == {"open": 0, "shut": 0, "none": 0}


def test_nobody_counts_past_a_thousand(db):
    books = [a_notebook(f"B-{turn:04d}") for turn in range(docket.MANY + 5)]
    docket.append([docket.Change(book, (written("一"),)) for book in books], actor=CLERK, now=NOON, request_id="r")
    assert docket.count_lists(SUPERVISOR, {"all": docket.Wanted()}) == {"all": docket.MANY}
    assert docket.count_visible(SUPERVISOR) == docket.MANY + 5


def test_a_number_is_found_by_any_part_of_it_and_a_title_by_its_words(three):
    assert numbers(text="-2") == ["B-2"]
    assert numbers(text="B-") == []
    assert numbers(text="丙") == ["B-3"]


def test_a_list_reads_no_state(three, django_assert_num_queries):
    with django_assert_num_queries(1) as asked:
        numbers()
    assert "snapshot" not in asked.captured_queries[0]["sql"]


def test_what_happened_in_several_proceedings_is_read_in_one_statement(three, django_assert_num_queries):
    loaded = [docket.load(number) for number in ("B-1", "B-3")]
    with django_assert_num_queries(1):
        happened = docket.events_of(loaded)
    assert [happened[each.id] for each in loaded] == [docket.events(each.number) for each in loaded]


def test_titles_are_found_by_a_part_of_them_and_narrow_a_list(three, django_assert_num_queries):
    assert docket.titles_like("丙", parts=False) == ("丙",)
    assert docket.titles_like("B-2", parts=False) is None
    with django_assert_num_queries(1):
        assert docket.titles_like("丁", parts=False) == ()
    assert docket.titles_like("丙", parts=True) == ()
    assert numbers(titles=("甲", "丙"), order="newest") == ["B-3", "B-1"]
    assert numbers(titles=()) == []


def test_a_page_far_down_shows_what_would_stand_there_and_is_one_statement(three, django_assert_num_queries):
    everything = docket.Wanted(parts=False)
    for order in ("due", "newest", "oldest"):
        told = docket.list_visible(SUPERVISOR, everything, order=order)
        with django_assert_num_queries(1):
            turned = docket.list_visible(SUPERVISOR, everything, order=order, first=1, limit=1)
        assert turned == told[1:2]


def test_what_begins_like_a_number_is_looked_for_at_the_beginning_of_numbers(django_assert_num_queries):
    whole, other = "370304YJS2026112300001", "370304YJS2026112300002"
    books = [a_notebook(number) for number in (whole, f"{whole}-01", other)]
    docket.append([docket.Change(book, (written("一"),)) for book in books], actor=CLERK, now=NOON, request_id="r")
    assert numbers(text=whole.lower(), order="oldest") == [whole, f"{whole}-01"]
    assert numbers(text="112300002") == [other]
    with django_assert_num_queries(1) as asked:
        numbers(text=whole)
    assert f"LIKE '{whole}%'" in asked.captured_queries[0]["sql"]


def test_only_what_may_be_seen_is_read_with_its_state(three):
    stranger = Actor(person=CLERK.person, role=Role.CLERK, hall="hall-2")
    wanted = docket.Wanted(numbers=("B-1", "B-3", "B-9"))
    assert docket.load_visible(stranger, wanted) == {}
    found = docket.load_visible(CLERK, wanted)
    assert found == {number: docket.load(number) for number in ("B-1", "B-3")}
