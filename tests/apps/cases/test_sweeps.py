"""When a day has passed and nobody acted, the law acts: once, and not a day too early."""

import dataclasses
from datetime import date, timedelta

import pytest

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.core.chains.plan import Marking
from lianban.core.proceedings.shared import Correction
from tests.apps.cases.builders import (
    NOW,
    a_clerk,
    a_submission,
    an_application,
    an_approver,
    by,
    reader,
)

pytestmark = pytest.mark.django_db
MONDAY_AFTER = NOW + timedelta(days=7)
"""Received on Monday the 23rd, the fifth working day is Monday the 30th; the day after it the silence is over."""
SILENCE_OVER = NOW + timedelta(days=8)


@pytest.fixture
def number(citizen):
    return an_application(citizen)


def asked(number, citizen):
    """A correction to a material that the application must have anyway."""
    needed = next(m for m in cases.case(number, reader(citizen)).materials if m.marking == Marking.REQUIRED)
    return Correction(subject=needed.key, name=needed.name, problem="缺少签字", remedy="请签字后上传")


def stage(number, actor, now):
    return cases.case(number, reader(actor, now)).stage


def test_silence_becomes_acceptance_on_the_sixth_working_day(number, citizen):
    assert cases.sweep_cases(MONDAY_AFTER) == 0
    assert cases.sweep_cases(SILENCE_OVER) == 1
    view = cases.case(number, reader(citizen, SILENCE_OVER))
    assert view.accepted_on == date(2026, 11, 23)
    assert view.stage == "in_progress"
    assert cases.sweep_cases(SILENCE_OVER) == 0


def test_corrections_that_never_come_close_the_application(number, citizen):
    correction = asked(number, citizen)
    cases.notify_once(number, [correction], date(2026, 12, 7), by(a_clerk()), complete=True)
    assert cases.sweep_cases(NOW + timedelta(days=14)) == 0
    assert cases.sweep_cases(NOW + timedelta(days=15)) == 1
    assert stage(number, citizen, NOW + timedelta(days=15)) == "lapsed"


def test_a_supplement_starts_five_new_working_days(number, citizen):
    correction = asked(number, citizen)
    cases.notify_once(number, [correction], date(2026, 12, 7), by(a_clerk()), complete=True)
    supplied = NOW + timedelta(days=10)
    cases.supplement(number, [correction.subject], {}, [], by(citizen, supplied))
    assert cases.sweep_cases(supplied + timedelta(days=5)) == 0
    assert cases.sweep_cases(supplied + timedelta(days=8)) == 1
    assert cases.case(number, reader(citizen, supplied)).accepted_on == date(2026, 12, 3)


def with_a_tolerable_material(submission, item):
    """Return the application with one material of an item that may come later."""
    plan = submission.plan
    first = next(m for m in plan.materials if m.marking is Marking.REQUIRED and [use.item for use in m.uses] == [item])
    eased = tuple(m.model_copy(update={"tolerable": True}) if m is first else m for m in plan.materials)
    return dataclasses.replace(submission, plan=plan.model_copy(update={"materials": eased})), first.key


@pytest.fixture
def gap(citizen):
    """An accepted application whose sign may be shown later, by 25 November."""
    submission, material = with_a_tolerable_material(a_submission(citizen), "sign")
    number = cases.submit(submission, by(citizen)).number
    cases.accept_with_gaps(number, {material: date(2026, 11, 25)}, "我承诺按期补齐", by(a_clerk()))
    return number, material


def grant_registration(number, citizen, now):
    registration = next(each for each in cases.case(number, reader(citizen)).items if each.item == "reg_company")
    approver = an_approver(registration.authority)
    cases.review(registration.number, "审查", "符合条件", by(approver, now))
    cases.grant(registration.number, {}, by(approver, now))


def test_a_gap_that_stays_open_ends_the_item_that_needs_it_and_no_other(gap, citizen):
    number, _ = gap
    grant_registration(number, citizen, NOW)
    assert cases.sweep_cases(NOW + timedelta(days=2)) == 0
    assert cases.sweep_cases(NOW + timedelta(days=3)) == 1
    states = {each.item: each.state for each in cases.case(number, reader(citizen)).items}
    assert states["sign"] == "terminated"
    assert states["health_exam"] == "accepted"
    assert cases.sweep_cases(NOW + timedelta(days=3)) == 0


def test_an_item_that_waits_for_another_is_not_ended_before_it_begins(gap, citizen):
    number, _ = gap
    later = NOW + timedelta(days=3)
    assert cases.sweep_cases(later) == 0
    grant_registration(number, citizen, later)
    assert cases.sweep_cases(later) == 1


def test_a_gap_that_was_filled_ends_nothing(gap, citizen):
    number, material = gap
    grant_registration(number, citizen, NOW)
    cases.supply_gap(number, [cases.SubmittedMaterial(key=material, mode="counter")], by(citizen))
    assert docket.load(number).row.wakes_on is None
    assert cases.sweep_cases(NOW + timedelta(days=30)) == 0
