"""The holidays of 2027 come out while cases of December run: every open clock is counted again, once, and told."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.conf import settings as configured
from django.db import connection, transaction

from lianban.adapters.calendar_files import FolderCalendars, load
from lianban.apps.cases import public as cases
from lianban.apps.cases.models import CalendarRun
from lianban.apps.docket import public as docket
from lianban.apps.messages import public as messages
from lianban.apps.oversight import public as oversight
from lianban.core.proceedings.events import Role
from lianban.project.wiring import ports
from tests.apps.cases.builders import a_submission, an_accepted_application, by, reader
from tests.apps.docket.beside import beside

pytestmark = pytest.mark.django_db
DECEMBER = datetime(2026, 12, 28, 2, 0, tzinfo=UTC)
"""A Monday; days later the year 2027 begins, of which nobody knows the holidays yet."""
NEXT = datetime(2026, 12, 29, 2, 0, tzinfo=UTC)
OF_2027 = """
notices:
  - title: 2027年放假安排（测试用）
    number: 测〔2026〕1号
    year: 2027
    announced_on: 2026-12-29
    days_off: {2027-01-01: 元旦, 2027-01-04: 元旦, 2027-01-05: 元旦}
    days_of_work: {2027-01-02: 元旦}
"""
CHANGED = """
notices:
  - title: 关于调整2027年元旦放假的通知（测试用）
    number: 测〔2026〕2号
    year: 2027
    whole_year: false
    announced_on: 2026-12-30
    days_off: {2027-01-06: 元旦}
"""
STORM = """
notices:
  - title: 暂停服务公告（测试用）
    issuer: 县人民政府
    year: 2026
    whole_year: false
    place: '370304'
    announced_on: 2026-12-29
    days_off: {2026-12-30: 暴雪停办, 2026-12-31: 暴雪停办}
"""


@pytest.fixture
def loaded(tmp_path, settings):
    """The folder of loaded notices, and a county that reads it."""
    folder = tmp_path / "loaded"
    folder.mkdir()
    calendars = FolderCalendars(place="370304", loaded=folder)
    adapters = replace(ports(), calendars=calendars)
    settings.LIANBAN_PORTS = lambda: adapters
    return folder


def accepted(citizen, at=DECEMBER) -> str:
    return an_accepted_application(citizen, now=at)


def publish(folder, text):
    path = folder.parent / "notice.yaml"
    path.write_text(text, encoding="utf-8")
    return load(path, folder)


def dues(number):
    whole = docket.whole(number)
    return {each.number: each.row.promised_due_on for each in (whole.parent, *whole.children) if each.row.accepted_on}


def redated(number):
    whole = docket.whole(number)
    logs = {each.number: docket.events(each.number) for each in (whole.parent, *whole.children)}
    return {each: [event for event in log if event.kind == "redated"] for each, log in logs.items()}


def news(citizen):
    return [each.text for each in messages.messages_to(citizen.person) if "重新计算" in each.text]


class TestAYearWithoutANotice:
    def test_dates_are_provisional_and_say_so_everywhere(self, citizen, loaded):
        number = accepted(citizen)
        view = cases.case(number, reader(citizen, DECEMBER))
        assert view.clock.provisional
        told = next(line for line in view.timeline if line.kind == "accepted")
        assert "暂定" in told.detail
        assert "provisional" in told.detail_en

    def test_without_news_nothing_is_counted_again(self, citizen, loaded):
        accepted(citizen)
        assert cases.redate_cases(DECEMBER) == 0
        assert cases.redate_cases(NEXT) == 0
        assert CalendarRun.objects.filter(finished_at=None).count() == 0


class TestTheNoticeComesOut:
    def test_every_open_clock_is_counted_again_and_becomes_firm(self, citizen, loaded):
        number = accepted(citizen)
        before = dues(number)
        publish(loaded, OF_2027)
        assert cases.redate_cases(NEXT) == 1
        after = dues(number)
        moved = {each for each in before if before[each] > date(2026, 12, 31)}
        assert moved
        assert all(after[each] > before[each] for each in moved)
        assert all(after[each] == before[each] for each in before.keys() - moved)
        assert not docket.load(number).row.provisional

    def test_the_change_is_an_entry_on_each_case_by_the_system_under_the_new_calendar(self, citizen, loaded):
        number = accepted(citizen)
        publish(loaded, OF_2027)
        cases.redate_cases(NEXT)
        entries = redated(number)
        (of_case,) = entries[number]
        assert of_case.actor.role is Role.SYSTEM
        assert of_case.payload["calendar"] == configured.LIANBAN_PORTS().calendars.known_at(NEXT).version
        assert len(of_case.payload["items"]) == sum(bool(log) for each, log in entries.items() if each != number)
        assert all(each.holds for each in oversight.audit(NEXT, number))

    def test_applicant_and_office_are_told(self, citizen, loaded):
        number = accepted(citizen)
        publish(loaded, OF_2027)
        cases.redate_cases(NEXT)
        assert len([each for each in news(citizen) if number in each]) == 1
        lines = cases.case(number, reader(citizen, NEXT)).timeline
        assert {line.item for line in lines if line.kind == "redated"} > {""}

    def test_twice_is_once(self, citizen, loaded):
        number = accepted(citizen)
        publish(loaded, OF_2027)
        assert [cases.redate_cases(NEXT), cases.redate_cases(NEXT)] == [1, 0]
        CalendarRun.objects.all().delete()
        assert cases.redate_cases(NEXT) == 0
        assert [len(log) for log in redated(number).values() if log] == [1] * len(
            [x for x in redated(number).values() if x]
        )

    def test_a_later_change_of_the_notice_counts_again(self, citizen, loaded):
        number = accepted(citizen)
        publish(loaded, OF_2027)
        cases.redate_cases(NEXT)
        first = dues(number)
        publish(loaded, CHANGED)
        assert cases.redate_cases(NEXT) == 0, "announced tomorrow, known tomorrow"
        later = NEXT.replace(day=30)
        assert cases.redate_cases(later) == 1
        assert dues(number)[number] > first[number]
        assert len(redated(number)[number]) == 2

    def test_what_was_known_then_is_still_known(self, citizen, loaded):
        """The calendar of a day before the notice does not change when the notice comes."""
        before = configured.LIANBAN_PORTS().calendars.known_at(DECEMBER).version
        publish(loaded, OF_2027)
        assert configured.LIANBAN_PORTS().calendars.known_at(DECEMBER).version == before

    def test_closed_cases_stay_as_they_are(self, citizen, loaded):
        number = accepted(citizen)
        cases.withdraw(number, "不办了", by(citizen, DECEMBER))
        before = docket.load(number).version
        publish(loaded, OF_2027)
        assert cases.redate_cases(NEXT) == 0
        assert docket.load(number).version == before


class TestTheCountersClose:
    def test_a_closure_of_the_county_moves_the_days_of_its_cases(self, citizen, loaded):
        number = accepted(citizen)
        before = dues(number)
        publish(loaded, STORM)
        assert cases.redate_cases(NEXT) == 1
        after = dues(number)
        assert {each for each in before if after[each] > before[each]} == {
            each for each in before if before[each] >= date(2026, 12, 30)
        }

    def test_a_closure_elsewhere_moves_nothing(self, citizen, loaded):
        accepted(citizen)
        publish(loaded, STORM.replace("370304", "370303"))
        assert cases.redate_cases(NEXT) == 0

    def test_the_day_to_answer_moves_and_silence_is_counted_from_it(self, citizen, loaded):
        number = cases.submit(a_submission(citizen), by(citizen, DECEMBER)).number
        before = docket.load(number).row.wakes_on
        publish(loaded, STORM)
        cases.redate_cases(NEXT)
        assert (docket.load(number).row.wakes_on - before).days >= 2


class TestManyCasesAndManyWorkers:
    def test_a_pass_goes_on_where_a_killed_worker_stopped(self, citizen, loaded):
        numbers = [accepted(citizen) for _ in range(3)]
        publish(loaded, OF_2027)
        first = docket.whole(numbers[0]).parent
        version = configured.LIANBAN_PORTS().calendars.known_at(NEXT).version
        CalendarRun.objects.create(version=version, started_at=NEXT, reached=first.id)
        assert cases.redate_cases(NEXT, batch=1) == 2
        assert redated(numbers[0])[numbers[0]] == []

    @pytest.mark.django_db(transaction=True)
    def test_a_case_in_somebodys_hands_is_left_and_done_later(self, citizen, loaded):
        busy, free = accepted(citizen), accepted(citizen)
        publish(loaded, OF_2027)
        with transaction.atomic():
            docket.lock_case(busy)
            assert beside(lambda: cases.redate_cases(NEXT)) == 1
        run = CalendarRun.objects.get()
        assert (run.left, run.finished_at) == ([busy], None)
        assert redated(free)[free]
        assert cases.redate_cases(NEXT) == 1
        assert CalendarRun.objects.get().finished_at == NEXT
        assert redated(busy)[busy]
        connection.close()
