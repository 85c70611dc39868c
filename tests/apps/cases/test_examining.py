"""An authority asks, signs, ends; a window corrects on the spot and sends a supplement back."""

from datetime import date

import pytest

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.core.proceedings.item_case.commands import TerminateCause
from lianban.core.proceedings.procedure import GuardRefused
from lianban.core.proceedings.shared import Correction
from tests.apps.cases.builders import a_clerk, a_county, an_applicant, an_application, an_approver, by, item_of, reader

FIX = Correction(subject="doc.charter", name="章程", problem="没有签名", remedy="全体股东签名")


@pytest.fixture
def number(db):
    a_county()
    citizen = an_applicant()
    return an_application(citizen)


@pytest.fixture
def item(number):
    cases.accept(number, by(a_clerk()))
    return item_of(number, "reg_company")


def test_a_question_to_another_authority_must_be_answered_before_the_decision(item):
    officer = an_approver(item.authority)
    cases.consult(item.number, "fire", "场所是否需要消防检查", date(2026, 11, 30), by(officer))
    cases.review(item.number, "审查", "符合条件", by(officer))
    with pytest.raises(GuardRefused, match="尚未答复"):
        cases.grant(item.number, {}, by(officer))
    cases.answer_consultation(item.number, 1, "需要，已另行受理", by(officer))
    assert cases.grant(item.number, {}, by(officer)).state == "certified"


def test_one_person_signs_once(item):
    officer = an_approver(item.authority)
    cases.sign(item.number, by(officer))
    with pytest.raises(GuardRefused, match="已经会签"):
        cases.sign(item.number, by(officer))
    cases.sign(item.number, by(an_approver(item.authority)))
    assert len(docket.load(item.number).state.signatures) == 2


def test_an_item_that_cannot_go_on_ends_with_a_paper_and_cancels_what_waited_for_it(item, number):
    officer = an_approver(item.authority)
    done = cases.terminate(item.number, TerminateCause.SUBJECT_GONE, "申请人已注销", by(officer))
    assert "终" in done.document
    states = {each.item: each.state for each in cases.case(number, reader(a_clerk())).items}
    assert (states["reg_company"], states["food"]) == ("terminated", "cancelled")


def test_what_can_be_corrected_on_the_spot_is_corrected_and_uses_up_no_notice(number):
    cases.correct_on_the_spot(number, {"entity.name": "更正后的名称"}, by(a_clerk()))
    view = cases.case(number, reader(a_clerk()))
    shown = {field.key: field.value for section in view.sections for field in section.fields}
    assert shown["entity.name"] == "更正后的名称"
    assert cases.notify_once(number, [FIX], date(2026, 12, 7), by(a_clerk()), complete=True).stage == "correcting"


def test_a_supplement_that_is_not_what_was_asked_goes_back(number):
    cases.notify_once(number, [FIX], date(2026, 12, 7), by(a_clerk()), complete=True)
    cases.supplement(number, [FIX.subject], {}, [cases.SubmittedMaterial(FIX.subject, "counter")], by(a_clerk()))
    assert cases.return_supplement(number, [FIX.subject], "仍缺一人签名", by(a_clerk())).stage == "correcting"
    with pytest.raises(GuardRefused, match="不得提出新的要求"):
        cases.return_supplement(number, ["doc.photo"], "也要照片", by(a_clerk()))


def test_the_preview_says_what_the_notice_will_say(number):
    preview = cases.acceptance_preview(number, reader(a_clerk()))
    due = {each.name: each.due and each.due.on for each in preview.items}
    assert due["公司设立登记"] == date(2026, 11, 26)
    assert None in due.values()
    cases.accept(number, by(a_clerk()))
    assert cases.case(number, reader(a_clerk())).clock.due_on == preview.promised_due_on


def test_the_preview_of_a_grant_names_the_licence_it_brings(item):
    preview = cases.grant_preview(item.number, reader(an_approver(item.authority)))
    assert preview.licences == ("营业执照",)
    assert preview.basis


def test_the_window_sees_until_when_it_must_answer(number):
    answer = cases.case(number, reader(a_clerk())).answer
    assert (answer.due_on, answer.remaining) == (date(2026, 11, 30), 5)
    cases.accept(number, by(a_clerk()))
    assert cases.case(number, reader(a_clerk())).answer is None


def test_the_same_question_is_not_sent_twice_although_the_record_holds_it_as_a_digest(item):
    officer, due = an_approver(item.authority), date(2026, 11, 30)
    cases.consult(item.number, "fire", "场所是否需要消防检查", due, by(officer))
    with pytest.raises(GuardRefused, match="同样的问题"):
        cases.consult(item.number, "fire", "场所是否需要消防检查", due, by(officer))
    cases.consult(item.number, "fire", "疏散通道是否符合要求", due, by(officer))
    asked = docket.read_states([docket.load(item.number)])[0].state.consultations
    assert [each.question for each in asked] == ["场所是否需要消防检查", "疏散通道是否符合要求"]
    assert "消防检查" not in str(docket.load(item.number).state.consultations)
