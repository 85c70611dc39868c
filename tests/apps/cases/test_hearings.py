"""The right to a hearing is told, asked for, given up; the hearing is announced, held, and the decision rests on it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lianban.apps.cases import public as cases
from lianban.apps.cases.models import Party, Statement
from lianban.apps.docket import public as docket
from lianban.apps.documents.models import Document
from lianban.apps.messages import public as messages
from lianban.core.proceedings.procedure import GuardRefused
from tests.apps.cases.builders import (
    NOW,
    a_clerk,
    an_accepted_application,
    an_approver,
    by,
    item_of,
    news,
    reader,
)

WHEN = datetime(2026, 12, 4, 1, 30, tzinfo=UTC)
"""Friday, 4 December 2026, half past nine: nine working days after the application."""
PLAN = cases.Announced(held_at=WHEN, place="区政务服务中心三楼会议室", host="host-1", host_name="听证主持人")
MINUTES = cases.Minutes(
    present="申请人、审查人员", statements="申请人陈述了理由", signatures="全体签字", host="听证主持人"
)


@pytest.fixture
def item(citizen):
    return item_of(an_accepted_application(citizen), "reg_company")


@pytest.fixture
def officer(item):
    return an_approver(item.authority)


def told(item, officer):
    return cases.tell_hearing_right(item.number, "拟作出的决定关系重大利益", by(officer))


def content_of(number):
    return Document.objects.get(number=number).content


def test_the_right_is_told_on_paper_by_message_and_in_the_story(item, officer, citizen):
    done = told(item, officer)
    content = content_of(done.document)
    assert "2026年11月30日" in content["request_by"]
    assert "不承担" in content["right"]
    assert any("听证" in each and "2026年11月30日" in each for each in news(citizen))
    kinds = [line.kind for line in cases.case(done.case, reader(citizen)).timeline]
    assert "hearing_right_told" in kinds


def test_a_hearing_of_its_own_accord_is_announced_to_everybody(item, officer):
    cases.tell_hearing_right(item.number, "涉及公共利益", by(officer), ex_officio=True)
    assert cases.hearings(NOW) == ()
    cases.notify_hearing(item.number, PLAN, by(officer))
    (announced,) = cases.hearings(NOW)
    assert (announced.title, announced.held_at, announced.place) == (item.name, WHEN, PLAN.place)
    assert announced.authority == item.authority_name
    assert cases.hearings(WHEN + timedelta(hours=8)) == (announced,)
    assert cases.hearings(WHEN + timedelta(days=1)) == ()


def test_a_hearing_that_somebody_asked_for_is_between_those_involved(item, officer, citizen):
    told(item, officer)
    cases.request_hearing(item.number, by(citizen))
    cases.notify_hearing(item.number, PLAN, by(officer))
    assert cases.hearings(NOW) == ()


def test_what_is_withdrawn_is_announced_no_more(item, officer, citizen):
    cases.tell_hearing_right(item.number, "涉及公共利益", by(officer), ex_officio=True)
    cases.notify_hearing(item.number, PLAN, by(officer))
    cases.withdraw(item.number.partition("-")[0], "不再办理", by(citizen))
    assert cases.hearings(NOW) == ()


def test_the_applicant_asks_once_and_nothing_is_decided_before_the_hearing(item, officer, citizen):
    told(item, officer)
    cases.review(item.number, "审查", "符合条件", by(officer))
    cases.request_hearing(item.number, by(citizen))
    with pytest.raises(GuardRefused, match="已经申请听证"):
        cases.request_hearing(item.number, by(citizen))
    with pytest.raises(GuardRefused, match="听证尚未举行"):
        cases.grant(item.number, {}, by(officer))
    assert docket.load(item.number).state.hearing.hold_by == date(2026, 12, 21)


def test_who_gives_the_hearing_up_is_decided_at_once(item, officer, citizen):
    told(item, officer)
    cases.review(item.number, "审查", "符合条件", by(officer))
    with pytest.raises(GuardRefused, match="尚未届满"):
        cases.grant(item.number, {}, by(officer))
    cases.waive_hearing(item.number, by(citizen))
    assert cases.grant(item.number, {}, by(officer)).state == "certified"


def test_a_hearing_from_the_notice_to_a_decision_on_its_record(item, officer, citizen):
    told(item, officer)
    cases.review(item.number, "审查", "符合条件", by(officer))
    cases.request_hearing(item.number, by(citizen))
    notice = cases.notify_hearing(item.number, PLAN, by(officer))
    content = content_of(notice.document)
    assert (content["held_at"], content["host"]) == ("2026年12月4日 09:30", "听证主持人")
    assert any("区政务服务中心三楼会议室" in each for each in news(citizen))
    with pytest.raises(GuardRefused, match="尚未到通知的日期"):
        cases.hold_hearing(item.number, MINUTES, by(officer))
    record = cases.hold_hearing(item.number, MINUTES, by(officer, WHEN))
    assert content_of(record.document)["statements"] == "申请人陈述了理由"
    with pytest.raises(GuardRefused, match="听证笔录"):
        cases.grant(item.number, {}, by(officer, WHEN))
    assert cases.grant(item.number, {}, by(officer, WHEN), on_record=True).state == "certified"
    assert docket.verify_log(item.number) == ()
    assert docket.replay_differences(item.number) == ()


def test_the_examiner_does_not_preside(item, officer, citizen):
    cases.review(item.number, "审查", "符合条件", by(officer))
    told(item, officer)
    cases.request_hearing(item.number, by(citizen))
    own = cases.Announced(WHEN, "会议室", officer.person, "审查人员")
    with pytest.raises(GuardRefused, match="不得主持"):
        cases.notify_hearing(item.number, own, by(officer))
    soon = cases.Announced(NOW + timedelta(days=3), "会议室", "host-1", "主持人")
    with pytest.raises(GuardRefused, match="七个工作日"):
        cases.notify_hearing(item.number, soon, by(officer))


class TestStatements:
    def test_somebody_with_an_interest_is_told_and_heard_before_the_decision(self, item, officer):
        neighbour = cases.PartyTold("相邻经营者", "13900000000", "共用出入口")
        cases.tell_party(item.number, neighbour, date(2026, 11, 27), by(officer))
        cases.review(item.number, "审查", "符合条件", by(officer))
        with pytest.raises(GuardRefused, match="陈述和申辩的时间"):
            cases.grant(item.number, {}, by(officer))
        (party,) = Party.objects.all()
        sent = [each for each in messages.latest_messages() if each.address == "13900000000"]
        assert "2026年11月27日" in sent[0].text
        cases.hear_statement(item.number, "同意，但需错峰卸货", by(officer), party=party.digest)
        assert cases.grant(item.number, {}, by(officer)).state == "certified"
        assert [each.words for each in Statement.objects.all()] == ["同意，但需错峰卸货"]

    def test_the_applicant_states_and_defends_and_the_record_holds_no_words_of_it(self, item, citizen):
        cases.hear_statement(item.number, "面积以实测为准", by(citizen))
        event = docket.events(item.number)[-1]
        assert event.kind == "statement_heard"
        assert "面积" not in str(event.payload)
        assert Statement.objects.get().words == "面积以实测为准"

    def test_what_is_sent_twice_is_one_statement(self, item, citizen):
        for _ in range(2):
            cases.hear_statement(item.number, "面积以实测为准", by(citizen, key="one"))
        assert Statement.objects.count() == 1


class TestOneItem:
    def test_one_item_is_taken_back_and_the_others_go_on(self, item, citizen):
        done = cases.withdraw_item(item.number, "暂不设立公司", by(citizen))
        assert content_of(done.document)["reason"] == "暂不设立公司"
        states = {each.item: each.state for each in cases.case(done.case, reader(a_clerk())).items}
        assert (states["reg_company"], states["food"]) == ("withdrawn", "cancelled")
        assert docket.load(done.case).state.status.value in ("accepted", "closed")

    def test_a_stranger_takes_nothing_back(self, item):
        stranger = an_approver("fire")
        with pytest.raises(docket.NoSuchProceeding):
            cases.withdraw_item(item.number, "", by(stranger))


def test_the_first_examination_goes_up_and_the_higher_authority_decides(item, officer):
    cases.review(item.number, "审查", "符合条件", by(officer))
    done = cases.transfer_up(item.number, "fire", "初审符合条件", by(officer))
    assert content_of(done.document)["opinion"] == "初审符合条件"
    superior = an_approver("fire")
    assert cases.item_case(item.number, reader(superior)).item.authority == "fire"
    with pytest.raises((GuardRefused, docket.NoSuchProceeding)):
        cases.grant(item.number, {}, by(officer))
    assert cases.grant(item.number, {}, by(superior)).state == "certified"


def test_the_joint_limit_is_lengthened_once_by_the_government(item, citizen):
    case = item.number.partition("-")[0]
    before = docket.load(case).state.joint_due_on
    done = cases.extend_jointly(case, 15, "需要多部门会商", by(a_clerk()))
    content = content_of(done.document)
    assert content["approved_by"] == "本级人民政府负责人"
    assert docket.load(case).state.joint_due_on > before
    assert any("多部门会商" in each for each in news(citizen))
    with pytest.raises(GuardRefused, match="只能延长一次"):
        cases.extend_jointly(case, 15, "再次会商", by(a_clerk()))
