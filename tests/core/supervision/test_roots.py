"""Each day names the day before it; what is missing between two days shows."""

from datetime import date, timedelta

from lianban.core.supervision.roots import NO_ROOT, DailyRoot, link_doubts

FIRST = date(2026, 11, 23)


def three_days() -> list[DailyRoot]:
    found, previous = [], NO_ROOT
    for number in (1, 2, 3):
        day = FIRST + timedelta(days=number - 1)
        each = DailyRoot(county="370304", day=day, number=number, events=number, root="a" * 64, previous=previous)
        found.append(each)
        previous = each.head
    return found


def reasons(roots):
    linked = zip((None, *roots), roots, strict=False)
    return [(each.day, each.reason) for before, root in linked for each in link_doubts(before, root)]


def test_days_in_a_row_hold():
    assert reasons(three_days()) == []


def test_a_missing_day_is_named():
    first, _, third = three_days()
    assert (third.day, "缺少2026-11-24的根") in reasons([first, third])


def test_a_changed_day_breaks_the_day_after_it():
    first, second, third = three_days()
    changed = second.model_copy(update={"events": 9})
    assert reasons([first, changed, third]) == [(third.day, "与前一日的根不相连")]


def test_a_record_without_its_first_day_does_not_begin():
    assert reasons(three_days()[1:])[0] == (FIRST + timedelta(days=1), "序号应为1，写的是2")


def test_the_statement_is_what_is_signed_and_its_digest_is_the_head():
    first = three_days()[0]
    assert b'"day":"2026-11-23"' in first.statement
    assert first.head == three_days()[1].previous
