"""秒批: rules over shared data grant at once and say by which version; what they do not grant waits for a person."""

import dataclasses

import pytest

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.apps.documents.models import Document
from lianban.core.proceedings.events import Role
from tests.apps.cases.builders import (
    COMPANY_RESTAURANT,
    a_clerk,
    a_submission,
    an_accepted_application,
    an_approver,
    by,
    reader,
)

HELD = {**COMPANY_RESTAURANT, "q1": "held"}
RULES = "营业执照核验规则 第1版"


def verification(citizen, submission):
    number = cases.submit(submission, by(citizen)).number
    cases.accept(number, by(a_clerk()))
    found = cases.case(number, reader(a_clerk()))
    return found, next(each for each in found.items if each.item == "biz_verify")


def with_status(citizen, status, **more):
    submission = a_submission(citizen, HELD)
    values = {**submission.values, "entity.status": status}
    return dataclasses.replace(submission, values=values, **more)


def test_what_the_register_confirms_is_granted_at_once_by_the_published_rules(citizen):
    sources = {"entity.status": "市场主体库（演示替身）"}
    view, item = verification(citizen, with_status(citizen, "存续", sources=sources))
    state = docket.load(item.number).state
    assert (state.decision.granted, state.decision.rule_version) == (True, RULES)
    assert docket.events(item.number)[-1].actor.role is Role.SYSTEM
    told = cases.case(view.number, reader(citizen)).timeline
    words = next(line for line in told if line.kind == "passed_by_rule")
    assert RULES in words.text
    assert "登记状态为存续" in words.detail
    assert "人工" in words.detail


def test_the_decision_itself_says_that_rules_made_it(citizen):
    sources = {"entity.status": "市场主体库（演示替身）"}
    _, item = verification(citizen, with_status(citizen, "存续", sources=sources))
    number = docket.load(item.number).state.decision.document.number
    assert RULES in Document.objects.get(number=number).content["decided_by"]


@pytest.mark.parametrize(
    ("status", "sources"),
    [("异常", {"entity.status": "市场主体库（演示替身）"}), ("存续", {})],
    ids=["the register says no", "nobody but the applicant says so"],
)
def test_what_the_rules_do_not_confirm_is_never_refused_but_waits_for_a_person(citizen, status, sources):
    view, item = verification(citizen, with_status(citizen, status, sources=sources))
    state = docket.load(item.number).state
    assert (state.status.value, state.decision) == ("accepted", None)
    assert state.rule_check.failed == ("已登记的市场主体，登记状态为存续",)
    line = next(line for line in cases.case(view.number, reader(citizen)).timeline if line.kind == "checked_by_rule")
    assert "工作人员" in line.text
    officer = an_approver(item.authority)
    assert cases.grant(item.number, {}, by(officer)).state in ("granted", "certified")
    assert docket.load(item.number).state.decision.rule_version == ""


def test_an_item_opens_with_the_demands_of_its_law(citizen):
    number = an_accepted_application(citizen)
    states = {each.item: docket.load(each.number).state for each in cases.case(number, reader(a_clerk())).items}
    assert (states["food"].safety, states["sign"].safety) == (True, False)
    assert states["food"].renewal_notice.length == 15
    assert states["biz_verify"].automatic
