"""How long an item takes, and the limits it is reckoned from."""

from decimal import Decimal

import pytest

from lianban.core.clocks.limits import DayUnit, TimeLimit
from lianban.core.conditions.algebra import ALWAYS, NEVER, Condition
from lianban.core.conditions.text import parse
from lianban.core.items.durations import baseline_of, duration_of
from tests.core.chains.builders import a_step, an_item


@pytest.mark.parametrize(
    ("length", "unit", "days"),
    [(7, "calendar_day", 5), (8, "calendar_day", 6), (4, "hour", "0.5"), (1, "month", 22), (2, "year", 500),
     (15, "working_day", 15)],
)  # fmt: skip
def test_limits_are_compared_in_working_days(length: int, unit: str, days: str):
    assert TimeLimit(length=Decimal(length), unit=DayUnit(unit)).working_days == Decimal(days)


class TestStepsThatHangOnCircumstances:
    """告知承诺1个工作日，一般程序10个工作日；办结后的核查不算。"""

    ITEM = an_item(
        "fire",
        takes=7,
        steps=(
            a_step("材料审查", 1, when=parse("commit")),
            a_step("现场检查", 10, when=parse("非 commit")),
            a_step("许可后核查", 20, counted=False),
        ),
    )

    @pytest.mark.parametrize(("commit", "days"), [(ALWAYS, 1), (NEVER, 10), (parse("commit"), 7)])
    def test_are_summed_once_the_answers_decide_them(self, commit: Condition, days: int):
        left = {parse("commit"): commit, parse("非 commit"): {ALWAYS: NEVER, NEVER: ALWAYS}.get(commit, commit)}
        assert duration_of(self.ITEM, lambda when: left.get(when, when)) == days


def test_the_law_is_the_baseline_and_the_promise_where_it_sets_none():
    assert baseline_of(an_item("a", takes=5)) == 10
    assert baseline_of(an_item("a", takes=5, statutory_limit=None)) == 5
