"""容缺受理（地方规定）与告知承诺（国办发〔2020〕42号）。"""

import pytest

from lianban.core.proceedings.chain_case import commands as chain
from lianban.core.proceedings.chain_case.state import ChildItem
from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.item_case import commands as item
from lianban.core.proceedings.item_case.state import ItemStatus
from lianban.core.proceedings.shared import CreditAnswer, Gap
from tests.core.proceedings import building as b
from tests.core.proceedings.building import refused

LEASE = Gap(material="lease", name="场所证明", supply_by=b.day("2026-03-10"))


class TestAcceptanceWithGaps:
    """主要材料齐全且符合法定形式，次要材料暂缺的，申请人书面承诺后先予受理。"""

    def test_it_names_the_material_and_its_last_day(self):
        case = b.received().does(b.CLERK, b.with_gaps("2026-03-03"))
        assert case.state.gaps == (LEASE,)
        assert case.last.payload["promise"] == "七日内补齐租赁合同"

    def test_only_material_on_the_list_may_come_later(self):
        asked = chain.GapAsked(material="photo", supply_by=b.day("2026-03-10"))
        with refused("gaps_tolerable"):
            b.received().does(b.CLERK, b.with_gaps("2026-03-03", gaps=(asked,)))

    @pytest.mark.parametrize("lacking", [{"promise": " "}, {"chosen_by_applicant": False}])
    def test_the_applicant_chooses_and_promises(self, lacking):
        with refused("gap_promised"):
            b.received().does(b.CLERK, b.with_gaps("2026-03-03", **lacking))

    @pytest.mark.parametrize(
        "credit",
        [
            CreditAnswer(asked_on=b.day("2026-03-03"), dishonest=True, reference="q"),
            CreditAnswer(asked_on=b.day("2026-03-02"), dishonest=False, reference="q"),
        ],
    )
    def test_credit_is_asked_on_the_day_and_must_be_good(self, credit):
        with refused("credit_good"):
            b.received().does(b.CLERK, b.with_gaps("2026-03-03", credit=credit))

    def test_the_material_must_come_within_the_promise(self):
        late = chain.GapAsked(material="lease", supply_by=b.day("2026-03-18"))
        with refused("gap_limit"):
            b.received().does(b.CLERK, b.with_gaps("2026-03-03", gaps=(late,)))
        last = chain.GapAsked(material="lease", supply_by=b.day("2026-03-17"))
        assert b.received().does(b.CLERK, b.with_gaps("2026-03-03", gaps=(last,))).state.gaps

    def test_not_for_items_decided_on_the_spot(self):
        spot = (ChildItem(item="food", name="食品", authority="market", on_the_spot=True),)
        with refused("gaps_not_on_the_spot"):
            b.received(items=spot).does(b.CLERK, b.with_gaps("2026-03-03"))

    def test_the_rest_must_be_complete(self):
        case = b.received().does(b.CLERK, b.a_notice("2026-03-03"))
        with refused("gaps_cover_the_rest"):
            case.does(b.CLERK, b.with_gaps("2026-03-04"))
        case.does(b.APPLICANT, chain.Supplement(at=b.at("2026-03-04"), subjects=("photo",)))
        assert case.does(b.CLERK, b.with_gaps("2026-03-04")).state.status == "accepted"

    def test_examination_goes_on_but_nothing_is_granted_before_it_is_in(self):
        case = b.reviewed(gaps=(LEASE,))
        with refused("no_gaps"):
            case.does(b.HEAD, b.a_grant())
        case.does(b.APPLICANT, item.SupplyGap(at=b.at("2026-03-05"), materials=("lease",)))
        assert case.does(b.HEAD, b.a_grant()).state.status is ItemStatus.GRANTED

    def test_only_listed_material_is_taken_in(self):
        case = b.received().does(b.CLERK, b.with_gaps("2026-03-03"))
        with refused("gap_open"):
            case.does(b.APPLICANT, chain.SupplyGap(at=b.at("2026-03-05"), materials=("photo",)))

    def test_who_is_late_is_ended_and_not_before(self):
        ending = item.Terminate(
            at=b.at("2026-03-10"), cause=item.TerminateCause.GAP_NOT_SUPPLIED, reason="逾期未补齐",
            document=b.paper(DocumentKind.TERMINATION),
        )  # fmt: skip
        with refused("ground_holds"):
            b.begun(gaps=(LEASE,)).does(b.REVIEWER, ending)
        case = b.begun(gaps=(LEASE,)).does(b.REVIEWER, ending.model_copy(update={"at": b.at("2026-03-11")}))
        assert (case.state.status, case.state.close_code) == (ItemStatus.TERMINATED, 1)

    @pytest.mark.parametrize("excluded", [{"safety": True}, {"on_the_spot": True}])
    def test_an_item_that_bears_on_safety_takes_no_gaps(self, excluded):
        with refused("gaps_allowed"):
            b.begun(gaps=(LEASE,), **excluded)


def a_promise(**more) -> item.Commit:
    credit = CreditAnswer(asked_on=b.day("2026-03-04"), dishonest=False, reference="q")
    said = {"material": "proof", "chosen_by_applicant": True, "credit": credit}
    said["document"] = b.paper(DocumentKind.COMMITMENT)
    return item.Commit(at=b.at("2026-03-04"), **{**said, **more})


def a_check(fulfilled: bool, manner: item.Manner = item.Manner.DURING) -> item.VerifyCommitment:
    return item.VerifyCommitment(
        at=b.at("2026-03-05"), material="proof", manner=manner, fulfilled=fulfilled, finding="已核查"
    )


class TestCommitments:
    """证明事项告知承诺制：以书面承诺代替证明，依承诺办理，事中事后核查。"""

    def committed(self, **more) -> b.Case:
        return b.reviewed(committable=("proof",), **more).does(b.APPLICANT, a_promise())

    def test_a_promise_replaces_the_proof(self):
        assert self.committed().does(b.HEAD, b.a_grant()).state.decision.granted

    def test_it_is_written(self):
        with refused("document_issued"):
            b.reviewed(committable=("proof",)).does(b.APPLICANT, a_promise(document=None))

    def test_only_for_material_on_the_list_and_by_choice(self):
        with refused("committable"):
            b.reviewed().does(b.APPLICANT, a_promise())
        with refused("committable"):
            b.reviewed(committable=("proof",)).does(b.APPLICANT, a_promise(chosen_by_applicant=False))

    def test_not_where_safety_is_at_stake(self):
        with refused("not_dangerous"):
            b.reviewed(committable=("proof",), safety=True).does(b.APPLICANT, a_promise())

    def test_not_for_who_broke_a_promise_before(self):
        credit = CreditAnswer(asked_on=b.day("2026-03-04"), dishonest=True, reference="q")
        with refused("credit_good"):
            b.reviewed(committable=("proof",)).does(b.APPLICANT, a_promise(credit=credit))

    def test_a_false_promise_found_in_time_stops_the_grant_and_may_end_the_case(self):
        case = self.committed().does(b.REVIEWER, a_check(fulfilled=False))
        with refused("promises_hold"):
            case.does(b.HEAD, b.a_grant())
        ending = item.Terminate(
            at=b.at("2026-03-06"), cause=item.TerminateCause.FALSE_COMMITMENT, reason="承诺不实",
            document=b.paper(DocumentKind.TERMINATION),
        )  # fmt: skip
        assert case.does(b.REVIEWER, ending).state.status is ItemStatus.TERMINATED

    def test_a_false_promise_found_later_is_on_record(self):
        case = self.committed().does(b.HEAD, b.a_grant())
        case.does(b.REVIEWER, a_check(fulfilled=False, manner=item.Manner.AFTERWARDS))
        assert case.state.commitments[0].fulfilled is False
        assert case.state.status is ItemStatus.GRANTED

    def test_who_takes_the_promise_back_hands_in_the_proof(self):
        back = item.WithdrawCommitment(
            at=b.at("2026-03-04"), material="proof", name="无违法证明", supply_by=b.day("2026-03-09")
        )
        case = self.committed().does(b.APPLICANT, back)
        assert (case.state.commitments, [gap.material for gap in case.state.gaps]) == ((), ["proof"])
        with refused("no_gaps"):
            case.does(b.HEAD, b.a_grant())
