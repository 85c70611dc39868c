"""Two people, or two departments, at the same moment: one outcome each, a clear word to the second, nothing lost."""

import pytest

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.core.proceedings.chain_case.commands import RejectCause
from lianban.core.proceedings.procedure import ActionNotOpen
from tests.apps.cases.builders import a_clerk, an_application, an_approver, by, reader, unbroken
from tests.apps.docket.test_concurrency import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def number(citizen):
    return an_application(citizen)


def view_of(number):
    return cases.case(number, reader(a_clerk()))


def test_of_many_clerks_who_accept_at_once_one_does_and_the_others_are_told(number):
    shown = view_of(number).version
    outcomes = at_once(*(lambda: cases.accept(number, by(a_clerk()), shown) for _ in range(4)))
    done = [each for each in outcomes if isinstance(each, cases.Done)]
    assert len(done) == 1
    assert sum(isinstance(each, docket.VersionConflict) for each in outcomes) == 3
    assert [each.kind for each in view_of(number).documents].count("受理通知书") == 1
    assert unbroken(number)


def test_of_accepting_and_rejecting_at_once_one_holds(number):
    cause = RejectCause.NOT_COMPETENT
    outcomes = at_once(
        lambda: cases.accept(number, by(a_clerk())),
        lambda: cases.reject(number, cause, "不归本机关管", "市级机关", by(a_clerk())),
    )
    refused = [each for each in outcomes if isinstance(each, ActionNotOpen)]
    assert len(refused) == 1
    assert view_of(number).stage in ("in_progress", "rejected")
    assert bool(view_of(number).items) is (view_of(number).stage == "in_progress")


def test_the_same_click_on_two_threads_is_one_act(number):
    clerk = a_clerk()
    outcomes = at_once(*(lambda: cases.accept(number, by(clerk, key="one-click")) for _ in range(3)))
    assert len(set(outcomes)) == 1
    assert isinstance(outcomes[0], cases.Done)


def test_two_departments_decide_at_once_and_both_decisions_stand(number):
    cases.accept(number, by(a_clerk()))
    first = {item.item: item for item in view_of(number).items}
    registration = first["reg_company"]
    officer = an_approver(registration.authority)
    cases.review(registration.number, "审查", "符合条件", by(officer))
    cases.grant(registration.number, {}, by(officer))
    ready = [item for item in view_of(number).items if item.state == "accepted"]
    assert len({item.authority for item in ready}) >= 3

    def decide(item):
        mine, version = an_approver(item.authority), docket.load(item.number).version

        def act():
            cases.review(item.number, "审查", "符合条件", by(mine), version)
            return cases.grant(item.number, {}, by(mine))

        return act

    outcomes = at_once(*(decide(item) for item in ready))
    assert [each for each in outcomes if isinstance(each, Exception)] == []
    states = {item.item: item.outcome for item in view_of(number).items}
    assert {states[item.item] for item in ready} == {"granted"}
    assert unbroken(number)


def test_two_officers_who_decide_one_item_differently_at_once_leave_one_decision(number):
    cases.accept(number, by(a_clerk()))
    item = next(each for each in view_of(number).items if each.item == "reg_company")
    officers = [an_approver(item.authority) for _ in range(2)]
    cases.review(item.number, "审查", "符合条件", by(officers[0]))
    shown = docket.load(item.number).version
    outcomes = at_once(
        lambda: cases.grant(item.number, {}, by(officers[0]), shown),
        lambda: cases.refuse(item.number, cases.Refusal("事实", "理由", "某条例第一条"), by(officers[1]), shown),
    )
    assert sum(isinstance(each, docket.VersionConflict) for each in outcomes) == 1
    decided = [each for each in outcomes if isinstance(each, cases.ItemDone)]
    assert decided[0].state in ("certified", "refused")
    assert unbroken(number)
