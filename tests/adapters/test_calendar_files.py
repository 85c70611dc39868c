from datetime import date, datetime, timedelta

import chinese_calendar
import pytest

from lianban.adapters.calendar_files import SHIPPED, FolderCalendars, read_calendar, read_hours, read_notices
from lianban.core.calendars.hours import CHINA
from tests.core.calendars.china import CN


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


def test_every_shipped_file_is_read():
    files = list((SHIPPED / "cn").glob("*.yaml"))
    assert {each.year for each in read_notices()} == {int(file.stem) for file in files}


def test_every_day_from_2004_to_2026_is_as_an_independent_package_has_it():
    first = date(2004, 1, 1)
    all_days = [first + timedelta(days=n) for n in range((date(2026, 12, 31) - first).days + 1)]
    assert [each for each in all_days if CN.is_working_day(each) != chinese_calendar.is_workday(each)] == []


def test_hours_and_notices_may_lie_side_by_side(tmp_path):
    (tmp_path / "hours.yaml").write_text((SHIPPED / "hours.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    assert (len(read_hours(tmp_path)), read_notices(tmp_path)) == (1, ())


def test_a_local_closure_is_one_more_file(tmp_path):
    (tmp_path / "2026.yaml").write_text((SHIPPED / "cn/2026.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "local.yaml").write_text(
        "notices:\n"
        "  - {title: 暂停服务公告, issuer: 县人民政府, year: 2026, whole_year: false, place: '370304',"
        " announced_on: 2026-08-10, days_off: {2026-08-11: 台风停办}}\n",
        encoding="utf-8",
    )
    calendars = [read_calendar(tmp_path, place=place) for place in ("370304", "370303")]
    assert [each.is_working_day(date(2026, 8, 11)) for each in calendars] == [False, True]


@pytest.mark.parametrize(
    ("now", "firm_until"), [("2025-11-03 12:00", date(2025, 12, 31)), ("2025-11-04 12:00", date(2026, 12, 31))]
)
def test_what_lies_behind_the_last_known_notice_is_provisional(now, firm_until):
    calendar = FolderCalendars().known_at(at(now))
    following = date(firm_until.year + 1, 1, 4)
    assert [calendar.is_provisional(each) for each in (firm_until, following)] == [False, True]
    assert calendar.is_working_day(following) == (following.weekday() < 5)


def test_the_calendar_of_a_day_is_built_once():
    calendars = FolderCalendars()
    assert calendars.known_at(at("2026-11-23 09:00")) is calendars.known_at(at("2026-11-23 16:00"))


def test_a_new_day_has_its_own_calendar():
    calendars = FolderCalendars()
    versions = {calendars.known_at(at(f"2019-03-{day} 09:00")).version for day in (21, 22)}
    assert len(versions) == 2


@pytest.mark.parametrize(
    ("now", "received"), [("2026-11-27 16:59", date(2026, 11, 27)), ("2026-11-27 17:01", date(2026, 11, 30))]
)
def test_what_comes_in_after_the_close_counts_on_the_next_working_day(now, received):
    assert FolderCalendars().received_on(at(now)) == received
