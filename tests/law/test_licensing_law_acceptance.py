"""行政许可法 第二十六条、第二十九条至第三十二条：申请与受理。"""

import pytest

from lianban.core.proceedings.chain_case import commands as chain
from lianban.core.proceedings.chain_case.commands import RejectCause
from lianban.core.proceedings.chain_case.on_the_spot import CorrectOnTheSpot
from lianban.core.proceedings.chain_case.state import ChainResult, ChainStatus, Occasion, Outcome
from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.events import Actor, Role
from lianban.core.proceedings.item_case import commands as item
from lianban.core.proceedings.item_case.state import ItemStatus, PredecessorResult
from lianban.core.proceedings.procedure import ActionNotOpen, RoleNotAllowed
from tests.core.proceedings import building as b
from tests.core.proceedings.building import refused


class TestArticle26OneWindow:
    """第二十六条 …应当确定一个机构统一受理行政许可申请，统一送达行政许可决定。"""

    def test_the_lead_authority_accepts_for_all_items(self):
        case = b.accepted()
        assert case.state.accepted_on == b.day("2026-03-03")
        assert {child.authority for child in case.state.items} == {"market", "city"}

    def test_another_authoritys_window_does_not_accept(self):
        stranger = Actor(person="window-2", role=Role.CLERK, authority="city")
        with refused("lead_authority"):
            b.received().does(stranger, b.an_acceptance("2026-03-03"))

    def test_an_approver_does_not_accept(self):
        with pytest.raises(RoleNotAllowed):
            b.received().does(b.REVIEWER, b.an_acceptance("2026-03-03"))

    def test_results_are_delivered_together_or_as_they_come(self):
        case = b.accepted()
        case.does(b.SYSTEM, chain.ChildClosed(at=b.at("2026-03-05"), item="sign", outcome=Outcome.REFUSED))
        paper = b.paper(DocumentKind.DELIVERY)
        early = chain.Deliver(at=b.at("2026-03-05"), items=("licence",), handover=b.PICKUP, document=paper)
        with refused("deliverable"):
            case.does(b.CLERK, early)
        case.does(b.CLERK, early.model_copy(update={"items": ("sign",)}))
        assert case.state.child("sign").delivered

    def test_an_item_without_predecessor_starts_with_the_whole(self):
        assert b.begun("2026-03-03").state.accepted_on == b.day("2026-03-03")

    def test_an_item_that_waits_starts_when_the_last_result_exists(self):
        waiting = b.an_item(predecessors=("licence", "fire"))
        grant = b.paper(DocumentKind.GRANT)
        results = tuple(
            PredecessorResult(item=key, granted_on=b.day(on), document=grant)
            for key, on in (("licence", "2026-03-05"), ("fire", "2026-03-10"))
        )
        start = item.Accept(
            at=b.at("2026-03-10"), chain_accepted_on=b.day("2026-03-03"), results=results,
            document=b.paper(DocumentKind.ACCEPTANCE),
        )  # fmt: skip
        with refused("predecessors_granted"):
            waiting.does(b.SYSTEM, start.model_copy(update={"results": results[:1]}))
        assert waiting.does(b.SYSTEM, start).state.accepted_on == b.day("2026-03-10")
        assert waiting.state.promised_due_on == b.day("2026-03-20")

    def test_the_whole_closes_with_its_last_item(self):
        case = b.accepted()
        for key in ("licence", "food", "sign"):
            case.does(b.SYSTEM, chain.ChildClosed(at=b.at("2026-03-05"), item=key, outcome=Outcome.REFUSED))
        assert (case.state.status, case.state.result) == (ChainStatus.CLOSED, ChainResult.REFUSED)


class TestArticle29Agents:
    """第二十九条 …申请人可以委托代理人提出行政许可申请。"""

    def test_an_agent_submits_and_supplements_for_the_applicant(self):
        agent = Actor(person="agent-1", role=Role.APPLICANT, on_behalf_of="applicant-1")
        case = b.received().does(b.CLERK, b.a_notice("2026-03-03"))
        case.does(agent, chain.Supplement(at=b.at("2026-03-04"), subjects=("lease", "photo")))
        assert case.state.status is ChainStatus.RECEIVED

    def test_a_stranger_does_neither(self):
        stranger = Actor(person="applicant-2", role=Role.APPLICANT)
        with refused("own_application"):
            b.accepted().does(stranger, chain.Rate(at=b.at("2026-03-04"), occasion=Occasion.RECEIPT, stars=1))
        with refused("for_oneself"):
            b.Case(b.chain_case).does(
                stranger,
                chain.Submit(
                    at=b.at("2026-03-02"), chain="restaurant", name="开餐饮店", lead_authority="market",
                    applicant="applicant-1", plan="p", values="v", items=b.RESTAURANT,
                ),
            )  # fmt: skip

    def test_the_applicant_may_withdraw_in_writing_until_everything_is_decided(self):
        case = b.accepted()
        with refused("document_issued"):
            case.does(b.APPLICANT, chain.Withdraw(at=b.at("2026-03-04")))
        form = b.paper(DocumentKind.WITHDRAWAL)
        assert case.does(b.APPLICANT, chain.Withdraw(at=b.at("2026-03-04"), document=form)).state.status == "withdrawn"


class TestArticle31NothingUnrelated:
    """第三十一条 …行政机关不得要求申请人提交与其申请的行政许可事项无关的技术资料和其他材料。"""

    def test_only_what_the_notice_named_can_be_asked_again(self):
        case = b.received().does(b.CLERK, b.a_notice("2026-03-03", b.LEASE))
        case.does(b.APPLICANT, chain.Supplement(at=b.at("2026-03-04"), subjects=("lease",)))
        with refused("was_in_notice"):
            case.does(b.CLERK, chain.ReturnSupplement(at=b.at("2026-03-05"), subjects=("photo",), reason="不清晰"))


class TestArticle32FiveOutcomes:
    """第三十二条 行政机关对申请人提出的行政许可申请，应当根据下列情况分别作出处理…"""

    def a_rejection(self, cause: RejectCause, **more) -> chain.Reject:
        said = {"reason": "不属于本机关职权", "basis": b.BASIS, "remedies": b.REMEDIES}
        paper = b.paper(DocumentKind.NON_ACCEPTANCE)
        return chain.Reject(at=b.at("2026-03-03"), cause=cause, document=paper, **{**said, **more})

    def test_item_1_no_licence_needed_is_told_in_writing(self):
        case = b.received().does(b.CLERK, self.a_rejection(RejectCause.NOT_REQUIRED))
        assert case.state.status is ChainStatus.REJECTED
        assert case.last.payload["document"]["kind"] == "不予受理通知书"

    def test_item_2_says_which_body_is_competent(self):
        with refused("reasoned_rejection"):
            b.received().does(b.CLERK, self.a_rejection(RejectCause.NOT_COMPETENT))
        there = self.a_rejection(RejectCause.NOT_COMPETENT, competent_body="博山区消防救援大队")
        assert b.received().does(b.CLERK, there).state.status is ChainStatus.REJECTED

    def test_item_3_what_can_be_corrected_on_the_spot_is(self):
        """允许申请人当场更正: it does not use up the one notice."""
        case = b.received().does(
            b.APPLICANT, CorrectOnTheSpot(at=b.at("2026-03-02", 12), subjects=("phone",), values="w" * 64)
        )
        assert (case.state.status, case.state.values) == (ChainStatus.RECEIVED, "w" * 64)
        assert case.does(b.CLERK, b.a_notice("2026-03-03")).state.status is ChainStatus.CORRECTING

    def test_item_4_everything_is_told_at_once_and_only_once(self):
        with refused("everything_said"):
            b.received().does(b.CLERK, b.a_notice("2026-03-03", complete=False))
        case = b.received().does(b.CLERK, b.a_notice("2026-03-03"))
        case.does(b.APPLICANT, chain.Supplement(at=b.at("2026-03-04"), subjects=("lease", "photo")))
        with refused("not_notified_before"):
            case.does(b.CLERK, b.a_notice("2026-03-05"))

    def test_item_4_the_notice_is_a_document_named_in_the_event(self):
        case = b.received()
        with refused("document_issued"):
            case.does(b.CLERK, b.a_notice("2026-03-03").model_copy(update={"document": None}))
        case.does(b.CLERK, b.a_notice("2026-03-03"))
        assert case.last.payload["document"] == {
            "kind": "一次性告知书",
            "number": "博审服许〔2026〕0001号",
            "digest": "",
        }

    def test_item_4_five_days_are_working_days(self):
        """第八十二条 …以工作日计算，不含法定节假日。"""
        assert b.received("2026-04-30").state.notify_by == b.day("2026-05-11")

    def test_item_4_on_the_fifth_day_the_notice_is_still_in_time(self):
        assert b.received("2026-03-02").does(b.CLERK, b.a_notice("2026-03-09")).state.status == "correcting"

    def test_item_4_a_late_notice_is_refused(self):
        with refused("within_five_working_days"):
            b.received("2026-03-02").does(b.CLERK, b.a_notice("2026-03-10"))

    def test_item_4_silence_is_acceptance_from_the_day_of_receipt(self):
        """逾期不告知的，自收到申请材料之日起即为受理。"""
        case = b.received("2026-03-02")
        with refused("silence_over"):
            case.does(b.SYSTEM, chain.DeemAccepted(at=b.at("2026-03-09")))
        case.does(b.SYSTEM, chain.DeemAccepted(at=b.at("2026-03-10", 0)))
        assert case.state.accepted_on == b.day("2026-03-02")
        assert case.state.deemed

    def test_item_4_an_acceptance_that_comes_late_counts_from_receipt_too(self):
        case = b.received("2026-03-02").does(b.CLERK, b.an_acceptance("2026-03-12"))
        assert case.state.accepted_on == b.day("2026-03-02")

    def test_item_4_not_receiving_does_not_stop_the_clock(self):
        case = b.an_application(on="2026-03-02").does(b.SYSTEM, chain.DeemAccepted(at=b.at("2026-03-10")))
        assert case.state.accepted_on == b.day("2026-03-02")

    def test_item_4_a_late_receipt_counts_from_submission(self):
        late = chain.Receive(at=b.at("2026-03-06"), document=b.paper(DocumentKind.RECEIPT))
        assert b.an_application(on="2026-03-02").does(b.CLERK, late).state.received_on == b.day("2026-03-02")

    def test_item_4_a_receipt_cannot_be_dated_later_than_the_next_working_day(self):
        receipt = b.paper(DocumentKind.RECEIPT)
        weekend = chain.Receive(at=b.at("2026-03-07"), received_on=b.day("2026-03-09"), document=receipt)
        assert b.an_application(on="2026-03-07").does(b.SYSTEM, weekend).state.received_on == b.day("2026-03-09")
        with refused("received_at_once"):
            later = weekend.model_copy(update={"received_on": b.day("2026-03-10")})
            b.an_application(on="2026-03-07").does(b.SYSTEM, later)

    def test_item_5_what_is_corrected_is_accepted_from_the_day_it_was_complete(self):
        """申请人按照本行政机关的要求提交全部补正申请材料的，应当受理。"""
        case = b.received().does(b.CLERK, b.a_notice("2026-03-03"))
        case.does(b.APPLICANT, chain.Supplement(at=b.at("2026-03-05"), subjects=("lease",)))
        with pytest.raises(ActionNotOpen):
            case.does(b.CLERK, b.an_acceptance("2026-03-05"))
        case.does(b.APPLICANT, chain.Supplement(at=b.at("2026-03-06"), subjects=("photo",)))
        case.does(b.CLERK, b.an_acceptance("2026-03-10"))
        assert case.state.accepted_on == b.day("2026-03-06")

    def test_item_5_silence_after_the_correction_is_acceptance_from_that_day(self):
        case = b.received().does(b.CLERK, b.a_notice("2026-03-03", b.LEASE))
        case.does(b.APPLICANT, chain.Supplement(at=b.at("2026-03-06"), subjects=("lease",)))
        case.does(b.SYSTEM, chain.DeemAccepted(at=b.at("2026-03-16")))
        assert case.state.accepted_on == b.day("2026-03-06")

    def test_a_wrong_supplement_goes_back_with_its_reason(self):
        case = b.received().does(b.CLERK, b.a_notice("2026-03-03", b.LEASE))
        case.does(b.APPLICANT, chain.Supplement(at=b.at("2026-03-06"), subjects=("lease",)))
        back = chain.ReturnSupplement(at=b.at("2026-03-09"), subjects=("lease",), reason="缺少签字页")
        with refused("supplement_fresh"):
            case.does(b.CLERK, back.model_copy(update={"at": b.at("2026-03-16")}))
        assert case.does(b.CLERK, back).state.outstanding == ("lease",)

    def test_who_never_corrects_is_closed_only_after_the_time_given(self):
        case = b.received().does(b.CLERK, b.a_notice("2026-03-03", supply_by=b.day("2026-03-20")))
        closing = chain.Lapse(at=b.at("2026-03-20"), document=b.paper(DocumentKind.TERMINATION))
        with refused("correction_over"):
            case.does(b.CLERK, closing)
        case.does(b.CLERK, closing.model_copy(update={"at": b.at("2026-03-23")}))
        assert (case.state.status, case.state.close_code) == (ChainStatus.LAPSED, 5)

    def test_acceptance_and_refusal_are_written(self):
        """行政机关受理或者不予受理行政许可申请，应当出具加盖本行政机关专用印章和注明日期的书面凭证。"""
        with refused("document_issued"):
            b.received().does(b.CLERK, chain.Accept(at=b.at("2026-03-03")))
        wrong = chain.Accept(at=b.at("2026-03-03"), document=b.paper(DocumentKind.RECEIPT))
        with refused("document_issued"):
            b.received().does(b.CLERK, wrong)
        with refused("document_issued"):
            rejection = self.a_rejection(RejectCause.NOT_REQUIRED).model_copy(update={"document": None})
            b.received().does(b.CLERK, rejection)

    def test_an_item_accepted_by_silence_needs_no_document(self):
        start = item.Accept(at=b.at("2026-03-10"), chain_accepted_on=b.day("2026-03-02"))
        with refused("acceptance_in_writing"):
            b.an_item().does(b.SYSTEM, start)
        deemed = b.an_item().does(b.SYSTEM, start.model_copy(update={"deemed": True}))
        assert deemed.state.status is ItemStatus.ACCEPTED
