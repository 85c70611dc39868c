from datetime import UTC, datetime, time

import pytest

from lianban.core.calendars.hours import CHINA, BusinessHours, Span
from lianban.core.clocks.limits import DayUnit
from lianban.core.clocks.moments import due_at
from tests.core.calendars.china import CN, day
from tests.core.clocks.building import limit, working_days

HOURS = [BusinessHours(from_on=day("2026-01-01"), spans=(Span(opens=time(9), closes=time(17)),))]
STARTED = datetime(2026, 9, 30, 16, 30, tzinfo=CHINA)


@pytest.mark.parametrize(
    ("length", "hours", "ends"),
    [
        (working_days(1), HOURS, datetime(2026, 10, 8, 17, tzinfo=CHINA)),
        (working_days(1), [], datetime(2026, 10, 9, tzinfo=CHINA)),
        (working_days(0), HOURS, datetime(2026, 9, 30, 17, tzinfo=CHINA)),
        (limit(24, DayUnit.HOUR), HOURS, datetime(2026, 10, 1, 16, 30, tzinfo=CHINA)),
        (limit("0.5", DayUnit.HOUR), HOURS, datetime(2026, 9, 30, 17, tzinfo=CHINA)),
    ],
)
def test_the_moment_a_limit_ends(length, hours, ends):
    assert due_at(length, STARTED, CN, hours) == ends


def test_the_local_day_starts_the_count():
    started = datetime(2026, 11, 22, 17, tzinfo=UTC)
    assert due_at(working_days(1), started, CN, HOURS) == datetime(2026, 11, 24, 17, tzinfo=CHINA)
