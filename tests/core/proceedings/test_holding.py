"""Who has an item in hand, and that nobody becomes two people by standing in for another."""

import pytest

from lianban.core.proceedings.item_case import commands as item
from lianban.core.proceedings.procedure import ActionNotOpen, RoleNotAllowed
from lianban.core.proceedings.timeline import lines
from tests.core.proceedings.building import (
    CLERK,
    HEAD,
    OTHER,
    REVIEWER,
    a_grant,
    at,
    begun,
    granted,
    refused,
    reviewed,
)
from tests.core.proceedings.test_timeline import recorded

DEPUTY = HEAD.model_copy(update={"person": "office-3"})
FOR_REVIEWER = DEPUTY.model_copy(update={"on_behalf_of": REVIEWER.person})


def given(holder, *, reason="", as_head=False, on="2026-03-04"):
    return item.Assign(at=at(on), holder=holder.person, reason=reason, as_head=as_head)


def put_back(reason="", *, as_head=False):
    return item.Release(at=at("2026-03-04"), reason=reason, as_head=as_head)


class TestTaking:
    def test_whoever_examines_may_take_what_nobody_has(self):
        case = begun().does(REVIEWER, given(REVIEWER))
        assert case.state.holder == REVIEWER.person
        assert case.last.payload == {"holder": REVIEWER.person, "before": "", "reason": ""}

    def test_the_second_who_takes_it_learns_that_it_is_taken(self):
        with refused("may_give"):
            begun().does(REVIEWER, given(REVIEWER)).does(DEPUTY, given(DEPUTY, reason="我来"))

    def test_taking_it_twice_changes_nothing(self):
        with refused("names_another"):
            begun().does(REVIEWER, given(REVIEWER)).does(REVIEWER, given(REVIEWER))

    def test_another_authority_takes_nothing(self):
        with refused("own_authority"):
            begun().does(OTHER, given(OTHER))

    def test_the_window_takes_nothing(self):
        with pytest.raises(RoleNotAllowed):
            begun().does(CLERK, given(CLERK))

    def test_what_is_decided_is_in_nobody_s_hands(self):
        with pytest.raises(ActionNotOpen):
            granted().does(HEAD, given(HEAD))

    def test_the_clock_does_not_notice(self):
        before = begun()
        after = begun().does(REVIEWER, given(REVIEWER))
        assert after.state.clock == before.state.clock

    def test_whoever_does_not_have_it_may_still_examine_and_decide(self):
        assert reviewed().does(REVIEWER, given(REVIEWER)).does(HEAD, a_grant()).state.decision.by == HEAD.person


class TestGivingOut:
    def test_only_the_head_gives_it_to_somebody_else(self):
        with refused("may_give"):
            begun().does(REVIEWER, given(DEPUTY))
        assert begun().does(HEAD, given(DEPUTY, as_head=True)).state.holder == DEPUTY.person

    def test_the_holder_passes_it_on_and_says_why(self):
        case = begun().does(REVIEWER, given(REVIEWER))
        with refused("says_why"):
            case.does(REVIEWER, given(DEPUTY, reason=" "))
        assert case.does(REVIEWER, given(DEPUTY, reason="出差")).state.holder == DEPUTY.person
        assert case.last.payload["before"] == REVIEWER.person

    def test_the_head_takes_it_from_one_and_gives_it_to_another_with_a_reason(self):
        case = begun().does(REVIEWER, given(REVIEWER))
        with refused("says_why"):
            case.does(HEAD, given(DEPUTY, as_head=True))
        assert case.does(HEAD, given(DEPUTY, as_head=True, reason="病假")).state.holder == DEPUTY.person

    def test_it_is_given_to_somebody(self):
        with refused("names_another"):
            begun().does(HEAD, item.Assign(at=at("2026-03-04"), holder="", as_head=True))

    def test_the_record_names_both_hands_inside_the_office_and_nothing_outside(self):
        told = lines("item_case", recorded(begun().does(REVIEWER, given(REVIEWER))), public=False, names={
            REVIEWER.person: "审批人员甲"
        })  # fmt: skip
        assert told[-1].text == "由审批人员甲承办"
        assert not lines("item_case", recorded(begun().does(REVIEWER, given(REVIEWER)))[-1:], public=True)


class TestPuttingBack:
    def test_the_holder_puts_it_back_with_a_reason(self):
        case = begun().does(REVIEWER, given(REVIEWER))
        with refused("says_why"):
            case.does(REVIEWER, put_back())
        assert case.does(REVIEWER, put_back("超出职责")).state.holder == ""

    def test_a_colleague_does_not_but_the_head_does(self):
        case = begun().does(REVIEWER, given(REVIEWER))
        with refused("may_put_back"):
            case.does(DEPUTY, put_back("不妥"))
        assert case.does(HEAD, put_back("调整分工", as_head=True)).state.holder == ""

    def test_what_nobody_has_cannot_be_put_back(self):
        with refused("is_held"):
            begun().does(REVIEWER, put_back("理由"))
        assert begun().why_not(REVIEWER, "release") == "本件还没有人认领。"


class TestStandingIn:
    def test_a_deputy_passes_on_what_they_do_for_the_holder(self):
        case = begun().does(REVIEWER, given(REVIEWER))
        assert case.does(FOR_REVIEWER, given(DEPUTY, reason="代班")).state.holder == DEPUTY.person

    def test_a_signature_says_for_whom_it_was_given(self):
        case = reviewed(signatures_needed=2).does(FOR_REVIEWER, item.Sign(at=at("2026-03-05")))
        (signature,) = case.state.signatures
        assert (signature.by, signature.on_behalf_of) == (DEPUTY.person, REVIEWER.person)

    def test_whoever_was_stood_in_for_is_not_the_second_person(self):
        """The deputy signed in the reviewer's name; the reviewer's own decision would be the same hand twice."""
        signed = reviewed(signatures_needed=2).does(FOR_REVIEWER, item.Sign(at=at("2026-03-05")))
        with refused("signed"):
            signed.does(REVIEWER, a_grant())

    def test_the_deputy_is_not_both_signers_either(self):
        signed = reviewed(signatures_needed=2).does(DEPUTY, item.Sign(at=at("2026-03-05")))
        with refused("signed"):
            signed.does(FOR_REVIEWER, a_grant())
        with refused("signs_once"):
            signed.does(FOR_REVIEWER, item.Sign(at=at("2026-03-05")))

    def test_nobody_signs_after_their_deputy(self):
        signed = reviewed(signatures_needed=2).does(FOR_REVIEWER, item.Sign(at=at("2026-03-05")))
        with refused("signs_once"):
            signed.does(REVIEWER, item.Sign(at=at("2026-03-05")))

    def test_a_third_person_is_the_second_signer(self):
        signed = reviewed(signatures_needed=2).does(FOR_REVIEWER, item.Sign(at=at("2026-03-05")))
        assert signed.does(HEAD, a_grant()).state.decision.granted

    def test_three_signers_are_three_people(self):
        signed = reviewed(signatures_needed=3).does(FOR_REVIEWER, item.Sign(at=at("2026-03-05")))
        with refused("signed"):
            signed.does(HEAD, a_grant())
        fourth = HEAD.model_copy(update={"person": "office-4"})
        assert signed.does(fourth, item.Sign(at=at("2026-03-05"))).does(HEAD, a_grant()).state.decision.granted
