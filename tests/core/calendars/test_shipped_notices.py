"""The notices that ship, against the facts."""

from datetime import date, timedelta

import pytest

from lianban.core.kernel.document_numbers import parse_document_number
from tests.core.calendars.china import NOTICES, day

FACTS = {
    2026: (
        "01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07",
        "01-04 02-14 02-28 05-09 09-20 10-10",
    ),
    2025: (
        "01-01..01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08",
        "01-26 02-08 04-27 09-28 10-11",
    ),
    2024: (
        "01-01..01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-08..06-10 09-15..09-17 10-01..10-07",
        "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
    ),
}
"""Facts 2.2.7."""


def days_of(year: int, spans: str) -> list[date]:
    found = []
    for span in spans.split():
        first, last = (day(f"{year}-{end}") for end in span.split(".."))
        found += [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return found


@pytest.mark.parametrize("year", FACTS)
def test_the_days_off_are_those_of_the_facts(year):
    notice = next(each for each in NOTICES if each.year == year and each.whole_year)
    assert sorted(notice.days_off) == days_of(year, FACTS[year][0])


@pytest.mark.parametrize("year", FACTS)
def test_the_days_of_work_are_those_of_the_facts(year):
    notice = next(each for each in NOTICES if each.year == year and each.whole_year)
    assert sorted(notice.days_of_work) == [day(f"{year}-{each}") for each in FACTS[year][1].split()]


def test_every_make_up_day_is_a_weekend():
    assert [each for notice in NOTICES for each in notice.days_of_work if each.weekday() < 5] == []


def test_every_year_is_opened_once():
    assert sorted(each.year for each in NOTICES if each.opens_year) == list(range(2004, 2027))


def test_a_number_is_a_document_number_of_the_year_of_announcement():
    numbered = [each for each in NOTICES if each.number and each.announced_on]
    assert [each.number for each in numbered if parse_document_number(each.number).year != each.announced_on.year] == []


def test_a_notice_without_a_number_says_so():
    assert [each.year for each in NOTICES if not each.number and "未核实" not in each.note] == []


@pytest.mark.parametrize(
    ("year", "number"),
    [(2024, "国办发明电〔2023〕7号"), (2025, "国办发明电〔2024〕12号"), (2026, "国办发明电〔2025〕7号")],
)
def test_the_latest_notices_carry_their_numbers(year, number):
    assert next(each.number for each in NOTICES if each.year == year and each.opens_year) == number
