"""行政许可法 第二十九条: how an application is made, and by whom."""

import pytest

from lianban.core.proceedings.chain_case import commands as chain
from lianban.core.proceedings.chain_case.at_counter import Capacity, Confirmation, ConfirmationWay
from lianban.core.proceedings.events import Actor, Role
from tests.core.proceedings import building as b
from tests.core.proceedings.building import refused

FOR_SOMEBODY = Actor(person="clerk-1", role=Role.CLERK, hall="center", on_behalf_of="applicant-1")


def a_confirmation(capacity: Capacity = Capacity.SELF, **more) -> Confirmation:
    said = {"way": ConfirmationWay.SIGNED, "person": "p" * 64, "content": "c" * 64, **more}
    return Confirmation(capacity=capacity, confirmed_at=b.at("2026-03-02"), **said)


def taken_down(actor: Actor, confirmation: Confirmation | None) -> b.Case:
    """An application that a clerk hands in for the person at the counter."""
    command = chain.Submit(
        at=b.at("2026-03-02"), chain="restaurant", name="开餐饮店", lead_authority="market", applicant="applicant-1",
        plan="p", values="v", items=b.RESTAURANT, channel="窗口", confirmation=confirmation,
    )  # fmt: skip
    return b.Case(b.chain_case).does(actor, command)


class TestArticle29Applications:
    """第二十九条 …申请人可以委托代理人提出行政许可申请。"""

    def test_what_a_clerk_took_down_is_an_application_once_the_person_confirmed_it(self):
        case = taken_down(FOR_SOMEBODY, a_confirmation())
        assert case.state.applicant == "applicant-1"
        assert case.last.payload["confirmation"]["way"] == "签字"
        assert case.last.payload["channel"] == "窗口"

    def test_without_the_persons_confirmation_a_clerk_hands_nothing_in(self):
        with refused("confirmed_by_person"):
            taken_down(FOR_SOMEBODY, None)

    @pytest.mark.parametrize("stranger", ["", "applicant-2"])
    def test_the_record_says_for_whom(self, stranger):
        with refused("confirmed_by_person"):
            taken_down(FOR_SOMEBODY.model_copy(update={"on_behalf_of": stranger}), a_confirmation())

    @pytest.mark.parametrize("capacity", [Capacity.AGENT, Capacity.HANDLER])
    def test_who_speaks_for_another_shows_that_they_may(self, capacity):
        """民法典第一百六十五条 委托代理授权采用书面形式的，授权委托书应当载明代理人的姓名、代理事项、权限和期限…"""
        with refused("confirmed_by_person"):
            taken_down(FOR_SOMEBODY, a_confirmation(capacity))
        assert taken_down(FOR_SOMEBODY, a_confirmation(capacity, mandate="m" * 64)).state.confirmation.mandate

    @pytest.mark.parametrize("capacity", [Capacity.SELF, Capacity.REPRESENTATIVE])
    def test_who_speaks_for_themselves_needs_no_mandate(self, capacity):
        assert taken_down(FOR_SOMEBODY, a_confirmation(capacity)).state.confirmation.capacity is capacity

    def test_whoever_applies_without_a_clerk_confirms_by_applying(self):
        assert b.an_application().state.confirmation is None
