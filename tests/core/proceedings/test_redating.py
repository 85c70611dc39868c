"""A due date rests on a calendar; when the calendar changes, what still runs is counted again, and only that."""

from datetime import date

import pytest

from lianban.core.calendars.calendar import WorkingCalendar
from lianban.core.calendars.notice import Notice
from lianban.core.clocks.stops import StopKind
from lianban.core.proceedings import chain_case, item_case
from lianban.core.proceedings.chain_case.redating import Redate as RedateChain
from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.item_case import commands as item
from lianban.core.proceedings.procedure import ActionNotOpen, RoleNotAllowed
from lianban.core.proceedings.shared import Context
from tests.core.calendars.china import NOTICES
from tests.core.proceedings import building as b

CLOSED = Notice(
    title="停办公告", year=2026, whole_year=False, announced_on=date(2026, 3, 10), place="370304",
    days_off={date(2026, 3, 11): "暴雪停办", date(2026, 3, 12): "暴雪停办"},
)  # fmt: skip
AFTER_THE_STORM = Context(WorkingCalendar([*NOTICES, CLOSED], place="370304", provisional_through=2031))
AS_BEFORE = b.CONTEXT
NOW = b.at("2026-03-10")


def item_again(case: b.Case, context: Context, actor=b.SYSTEM):
    return item_case.decide(case.state, item.Redate(at=NOW), actor, context)


def chain_again(case: b.Case, context: Context, items=()):
    return chain_case.decide(case.state, RedateChain(at=NOW, items=items), b.SYSTEM, context)


class TestAnItem:
    def test_two_closed_days_move_both_limits_by_two_working_days(self):
        case = b.begun("2026-03-03")
        (event,) = item_again(case, AFTER_THE_STORM)
        after = item_case.evolve(case.state, event)
        calendar = AFTER_THE_STORM.calendar
        for name in ("promised_due_on", "statutory_due_on"):
            before = getattr(case.state, name)
            assert getattr(after, name) == calendar.add_working_days(before, 2)
        assert event.payload["before"] == case.state.promised_due_on.isoformat()
        assert event.payload["calendar"] == calendar.version

    def test_the_same_calendar_changes_nothing_and_nothing_is_recorded(self):
        assert item_again(b.begun("2026-03-03"), AS_BEFORE) == ()

    def test_once_counted_it_is_not_counted_twice(self):
        case = b.begun("2026-03-03")
        (event,) = item_again(case, AFTER_THE_STORM)
        case.state = item_case.evolve(case.state, event)
        assert item_again(case, AFTER_THE_STORM) == ()

    def test_a_provisional_date_becomes_firm_even_where_the_day_stays(self):
        case = b.begun("2026-12-28")
        assert case.state.provisional
        quiet = Notice(title="2027年安排", year=2027, announced_on=date(2026, 11, 4), days_off={})
        firm = Context(WorkingCalendar([*NOTICES, quiet], provisional_through=2031))
        (event,) = item_again(case, firm)
        assert not item_case.evolve(case.state, event).provisional

    def test_only_the_system_counts_again(self):
        with pytest.raises(RoleNotAllowed):
            item_again(b.begun("2026-03-03"), AFTER_THE_STORM, b.REVIEWER)

    def test_a_clock_that_stands_still_is_counted_when_it_runs_again(self):
        command = item.Stop(
            at=b.at("2026-03-04"), special=StopKind.EXPERT_REVIEW, needed=b.working_days(5), reason="须专家评审",
            document=b.paper(DocumentKind.SPECIAL_PROCEDURE),
        )  # fmt: skip
        stopped = b.begun("2026-03-03").does(b.REVIEWER, command)
        with pytest.raises(ActionNotOpen):
            item_again(stopped, AFTER_THE_STORM)


class TestAnApplication:
    def test_before_acceptance_the_day_to_answer_moves(self):
        case = b.received("2026-03-09")
        (event,) = chain_again(case, AFTER_THE_STORM)
        after = chain_case.evolve(case.state, event)
        assert (case.state.notify_by, after.notify_by) == (date(2026, 3, 16), date(2026, 3, 18))

    def test_after_acceptance_the_promised_and_the_joint_day_move(self):
        case = b.accepted("2026-03-03")
        (event,) = chain_again(case, AFTER_THE_STORM)
        after = chain_case.evolve(case.state, event)
        calendar = AFTER_THE_STORM.calendar
        assert after.promised_due_on == calendar.add_working_days(case.state.promised_due_on, 2)
        assert after.joint_due_on == calendar.add_working_days(case.state.joint_due_on, 2)
        assert after.notify_by == case.state.notify_by

    def test_what_changed_for_an_item_alone_is_told_too(self):
        (event,) = chain_again(b.accepted("2026-03-03"), AS_BEFORE, items=("food",))
        assert event.payload["items"] == ["food"]

    def test_nothing_changed_nothing_recorded(self):
        assert chain_again(b.accepted("2026-03-03"), AS_BEFORE) == ()
