"""Conditions that no article has a class for: what a careful clerk would refuse anyway."""

import pytest

from lianban.core.proceedings import chain_case
from lianban.core.proceedings.chain_case import commands as chain
from lianban.core.proceedings.chain_case.keeping import Archive, RemindOfChild
from lianban.core.proceedings.chain_case.on_the_spot import CorrectOnTheSpot
from lianban.core.proceedings.chain_case.state import Outcome
from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.events import Actor
from lianban.core.proceedings.item_case import commands as item
from lianban.core.proceedings.item_case.state import PredecessorResult, Validity
from lianban.core.proceedings.shared import CreditAnswer
from tests.core.proceedings import building as b
from tests.core.proceedings.building import refused

DAY = b.at("2026-03-05")


class TestKeeping:
    def closed(self):
        case = b.accepted(items=b.RESTAURANT[:1])
        return case.does(b.SYSTEM, chain.ChildClosed(at=DAY, item="licence", outcome=Outcome.GRANTED))

    def test_a_file_is_put_away_once_and_only_when_everything_is_handed_over(self):
        case, away = self.closed(), Archive(at=DAY, package="d" * 64)
        with refused("all_handed_over"):
            case.does(b.CLERK, away)
        paper = b.paper(DocumentKind.DELIVERY)
        case.does(b.ISSUER, chain.Deliver(at=DAY, items=("licence",), handover=b.PICKUP, document=paper))
        case.does(b.CLERK, away)
        assert (case.state.archive, case.state.archived_on) == ("d" * 64, b.day("2026-03-05"))
        with refused("not_archived"):
            case.does(b.CLERK, away)

    def test_a_day_is_noted_for_an_item_of_the_application_and_forgotten(self):
        case, note = self.closed(), RemindOfChild(at=DAY, item="licence", on=b.day("2031-03-05"))
        with refused("is_item"):
            case.does(b.SYSTEM, note.model_copy(update={"item": "other"}))
        assert case.does(b.SYSTEM, note).state.reminders == {"licence": b.day("2031-03-05")}
        assert case.does(b.SYSTEM, note.model_copy(update={"on": None})).state.reminders == {}


class TestApplications:
    def test_an_application_has_an_item(self):
        with refused("has_items"):
            b.an_application(items=())

    def test_there_is_time_to_correct(self):
        with refused("time_to_correct"):
            b.received().does(b.CLERK, b.a_notice("2026-03-03", supply_by=b.day("2026-03-03")))

    def test_only_what_was_asked_is_supplied(self):
        case = b.received().does(b.CLERK, b.a_notice("2026-03-03"))
        with refused("was_asked"):
            case.does(b.APPLICANT, chain.Supplement(at=DAY, subjects=("passport",)))

    def test_a_correction_on_the_spot_says_what(self):
        with refused("says_what"):
            b.received().does(b.APPLICANT, CorrectOnTheSpot(at=DAY, subjects=()))

    def test_an_item_it_does_not_have_or_that_ended_cannot_end(self):
        ended = chain.ChildClosed(at=DAY, item="sign", outcome=Outcome.GRANTED)
        case = b.accepted().does(b.SYSTEM, ended)
        for command in (ended, ended.model_copy(update={"item": "other"})):
            with refused("known_child"):
                case.does(b.SYSTEM, command)

    def test_nothing_is_delivered_while_nothing_is_decided(self):
        paper = b.paper(DocumentKind.DELIVERY)
        with refused("something_to_deliver"):
            b.accepted().does(b.ISSUER, chain.Deliver(at=DAY, items=(), handover=b.PICKUP, document=paper))

    def test_what_is_decided_is_closed_and_cannot_be_withdrawn(self):
        case = b.accepted(items=b.RESTAURANT[:1])
        case.does(b.SYSTEM, chain.ChildClosed(at=DAY, item="licence", outcome=Outcome.GRANTED))
        assert case.why_not(b.APPLICANT, "withdraw") == "当前为“已办结”，不能撤回申请。"

    def test_granted_items_of_a_withdrawn_application_are_still_delivered(self):
        case = b.accepted().does(b.SYSTEM, chain.ChildClosed(at=DAY, item="licence", outcome=Outcome.GRANTED))
        case.does(b.APPLICANT, chain.Withdraw(at=DAY, document=b.paper(DocumentKind.WITHDRAWAL)))
        paper = b.paper(DocumentKind.DELIVERY)
        case.does(b.ISSUER, chain.Deliver(at=DAY, items=("licence",), handover=b.PICKUP, document=paper))
        assert case.state.child("licence").delivered

    def test_a_changed_plan_replaces_the_items(self):
        change = chain.Replan(at=DAY, plan="q" * 64, items=b.RESTAURANT[:2], promise_days=8)
        case = b.received().does(b.CLERK, change)
        assert (len(case.state.items), case.state.plan, case.state.promise_days) == (2, "q" * 64, 8)

    def test_gaps_are_filled_one_by_one(self):
        case = b.received().does(b.CLERK, b.with_gaps("2026-03-03"))
        case.does(b.APPLICANT, chain.SupplyGap(at=DAY, materials=("lease",)))
        assert case.state.gaps[0].supplied_on == b.day("2026-03-05")


class TestItems:
    def test_a_predecessor_counts_only_with_its_grant(self):
        wrong = PredecessorResult(
            item="licence", granted_on=b.day("2026-03-04"), document=b.paper(DocumentKind.REFUSAL)
        )
        start = item.Accept(at=DAY, chain_accepted_on=b.day("2026-03-03"), results=(wrong,), deemed=True)
        with refused("results_are_grants"):
            b.an_item(predecessors=("licence",)).does(b.SYSTEM, start)

    def test_only_a_predecessor_can_take_the_ground_away(self):
        lost = item.Cancel(at=DAY, cause=item.CancelCause.PREDECESSOR_NOT_GRANTED, because_of="sign")
        with refused("predecessor_named"):
            b.an_item(predecessors=("licence",)).does(b.SYSTEM, lost)
        case = b.an_item(predecessors=("sign",)).does(b.SYSTEM, lost)
        assert (case.state.status, case.state.clock) == ("cancelled", None)

    def test_a_return_says_why(self):
        with refused("says_why"):
            b.begun().does(b.REVIEWER, item.ReturnForRework(at=DAY, step="审查", reason=" "))

    @pytest.mark.parametrize("wrong", [{"authority": "market"}, {"question": ""}, {"due_on": b.day("2026-03-04")}])
    def test_a_consultation_asks_another_authority_in_time(self, wrong):
        said = {"authority": "fire", "question": "是否符合", "due_on": b.day("2026-03-09"), **wrong}
        with refused("asks_another"):
            b.begun().does(b.REVIEWER, item.Consult(at=DAY, **said))

    def test_the_same_is_not_asked_twice_while_the_answer_is_out(self):
        asked = item.Consult(at=DAY, authority="fire", question="是否符合", due_on=b.day("2026-03-09"))
        case = b.begun().does(b.REVIEWER, asked)
        with refused("asks_once"):
            case.does(b.REVIEWER, asked.model_copy(update={"question": " 是否符合 "}))
        other = case.does(b.REVIEWER, asked.model_copy(update={"question": "面积是否一致"}))
        assert len(other.state.consultations) == 2
        answered = other.does(b.OTHER, item.AnswerConsultation(at=DAY, number=1, answer="同意"))
        assert len(answered.does(b.REVIEWER, asked).state.consultations) == 3

    def test_only_who_was_asked_answers_and_only_once(self):
        asked = item.Consult(at=DAY, authority="fire", question="是否符合", due_on=b.day("2026-03-09"))
        case = b.begun().does(b.REVIEWER, asked)
        answer = item.AnswerConsultation(at=DAY, number=1, answer="同意")
        with refused("was_asked"):
            case.does(Actor(person="x", role="approver", authority="tax"), answer)
        case.does(b.OTHER, answer)
        with refused("was_asked"):
            case.does(b.OTHER, answer)

    def test_going_up_names_the_higher_authority_and_happens_once(self):
        going = item.TransferUp(
            at=DAY, superior="market", opinion="符合", promised_limit=b.working_days(5),
            document=b.paper(DocumentKind.TRANSFER),
        )  # fmt: skip
        with refused("to_another"):
            b.reviewed().does(b.REVIEWER, going)
        gone = b.reviewed().does(b.REVIEWER, going.model_copy(update={"superior": "city"}))
        assert gone.why_not(b.REVIEWER, "transfer_up") == "当前为“已转报”，不能转报上级。"

    def test_a_party_is_told_once_and_has_time_to_speak(self):
        telling = item.TellParty(at=DAY, party="n", respond_by=b.day("2026-03-05"))
        with refused("time_to_speak"):
            b.begun().does(b.REVIEWER, telling)
        later = telling.model_copy(update={"respond_by": b.day("2026-03-09")})
        case = b.begun().does(b.REVIEWER, later)
        with refused("time_to_speak"):
            case.does(b.REVIEWER, later)

    def test_a_certificate_has_a_number(self):
        with refused("numbered"):
            b.granted().does(b.ISSUER, item.MakeCertificate(at=DAY, certificate=" "))

    def test_nothing_is_supplied_or_verified_that_was_never_open(self):
        assert b.begun().why_not(b.APPLICANT, "supply_gap") == "没有待补齐的容缺材料。"
        assert b.begun().why_not(b.REVIEWER, "verify_commitment") == "没有告知承诺。"
        with refused("has_gaps"):
            b.begun().does(b.APPLICANT, item.SupplyGap(at=DAY, materials=("lease",)))
        with refused("has_promises"):
            back = item.WithdrawCommitment(at=DAY, material="proof", name="证明", supply_by=b.day("2026-03-09"))
            b.begun().does(b.APPLICANT, back)
        check = item.VerifyCommitment(at=DAY, material="proof", manner=item.Manner.DURING, fulfilled=True, finding="")
        with refused("promises_made"):
            b.begun().does(b.REVIEWER, check)

    def test_only_a_promise_that_was_made_is_verified_or_taken_back(self):
        credit = CreditAnswer(asked_on=b.day("2026-03-05"), dishonest=False, reference="q")
        promise = item.Commit(
            at=DAY, material="proof", chosen_by_applicant=True, credit=credit, document=b.paper(DocumentKind.COMMITMENT)
        )
        case = b.begun(committable=("proof",)).does(b.APPLICANT, promise)
        check = item.VerifyCommitment(at=DAY, material="other", manner=item.Manner.DURING, fulfilled=True, finding="")
        with refused("was_promised"):
            case.does(b.REVIEWER, check)
        back = item.WithdrawCommitment(at=DAY, material="other", name="证明", supply_by=b.day("2026-03-09"))
        with refused("promised"):
            case.does(b.APPLICANT, back)


class TestHearingsInOrder:
    def telling(self) -> item.TellHearingRight:
        return item.TellHearingRight(at=DAY, document=b.paper(DocumentKind.HEARING_RIGHT))

    def test_the_right_is_told_once(self):
        case = b.begun().does(b.REVIEWER, self.telling())
        with refused("not_told"):
            case.does(b.REVIEWER, self.telling())

    def test_nobody_asks_or_waives_before_or_twice(self):
        request, waiver = item.RequestHearing(at=DAY, by="n"), item.WaiveHearing(at=DAY)
        with refused("may_ask"):
            b.begun().does(b.APPLICANT, request)
        waived = b.begun().does(b.REVIEWER, self.telling()).does(b.APPLICANT, waiver)
        with refused("may_ask"):
            waived.does(b.APPLICANT, request)
        with refused("may_waive"):
            waived.does(b.APPLICANT, waiver)

    def test_no_hearing_is_called_or_held_that_nobody_asked_for(self):
        case = b.begun().does(b.REVIEWER, self.telling())
        notice = item.NotifyHearing(
            at=DAY, held_on=b.day("2026-03-20"), place="会议室", host="h", document=b.paper(DocumentKind.HEARING_NOTICE)
        )
        with refused("hearing_due"):
            case.does(b.REVIEWER, notice)
        with refused("hearing_to_hold"):
            case.does(b.REVIEWER, item.HoldHearing(at=DAY, document=b.paper(DocumentKind.HEARING_RECORD)))


class TestRenewalInOrder:
    def test_what_has_no_end_needs_no_renewal(self):
        with refused("has_an_end"):
            b.granted().does(b.APPLICANT, item.AskRenewal(at=DAY))

    def test_after_the_end_one_applies_anew(self):
        week = Validity(since=b.day("2026-03-05"), until=b.day("2026-03-12"))
        case = b.reviewed().does(b.HEAD, b.a_grant(validity=week))
        with refused("before_the_end"):
            case.does(b.APPLICANT, item.AskRenewal(at=b.at("2026-03-13")))


class TestApplicantsOnly:
    def test_nobody_withdraws_for_another(self):
        stranger = Actor(person="applicant-2", role="applicant")
        assert b.accepted().why_not(stranger, "withdraw") == "只有申请人或其代理人可以这样做。请先取得授权。"
        assert chain_case.PROCEDURE.action_name("withdraw") == "撤回申请"
