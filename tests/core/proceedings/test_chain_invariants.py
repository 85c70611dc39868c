"""Whatever is tried in whatever order, the law of an application holds; and how it is rated."""

from datetime import timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianban.core.items.acts import Act
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings import chain_case
from lianban.core.proceedings.chain_case import commands as chain
from lianban.core.proceedings.chain_case.commands import RejectCause
from lianban.core.proceedings.chain_case.moving import MoveJointly
from lianban.core.proceedings.chain_case.state import ChainState, ChainStatus, JointPart, Occasion, Outcome
from lianban.core.proceedings.chain_case.together import CallJointly, CloseJointly, FindJointly
from lianban.core.proceedings.documents import DocumentKind, DocumentRef
from lianban.core.proceedings.procedure import Command
from tests.core.proceedings import building as b
from tests.core.proceedings.building import refused

START = b.at("2026-03-02")
BY_ACTION = {rule.action: rule for rule in chain_case.PROCEDURE.rules}
ENDED = (ChainStatus.REJECTED, ChainStatus.LAPSED, ChainStatus.WITHDRAWN, ChainStatus.CLOSED)
KEYS = ("licence", "food", "sign")
PEOPLE = (b.SYSTEM, b.CLERK, b.APPLICANT, b.ISSUER, b.REVIEWER)
JOINT = tuple(JointPart(item=key, name=key, steps=("现场核查",)) for key in ("licence", "sign"))


@cache
def attempts(day: int, variant: int) -> tuple[Command, ...]:
    """One plausible command per action on a day. variant: 0 to 5, which item or material it is about."""
    at = START + timedelta(days=day)
    key, outcome = KEYS[variant % 3], list(Outcome)[variant % len(Outcome)]
    text = at.date().isoformat()
    commands = (
        chain.Receive(at=at),
        b.a_notice(text, supply_by=at.date() + timedelta(days=5)),
        chain.Supplement(at=at, subjects=("lease", "photo") if variant % 2 else ("lease",)),
        chain.ReturnSupplement(at=at, subjects=("lease",), reason="缺少签字页"),
        chain.Replan(at=at, plan="p2", items=b.RESTAURANT, promise_days=12),
        chain.Accept(at=at),
        b.with_gaps(text),
        chain.DeemAccepted(at=at),
        chain.Reject(at=at, cause=RejectCause.NOT_REQUIRED, reason="无需", basis=b.BASIS, remedies=b.REMEDIES),
        chain.SupplyGap(at=at, materials=("lease",)),
        chain.Lapse(at=at),
        chain.Withdraw(at=at),
        chain.ChildBegan(at=at, item=key),
        chain.ChildClosed(at=at, item=key, outcome=outcome),
        CallJointly(
            at=at,
            act=Act.SURVEY,
            parts=JOINT,
            held_on=at.date(),
            hour="09:30",
            place="门店",
            due_on=at.date() + timedelta(days=variant),
        ),
        MoveJointly(
            at=at,
            number=1,
            held_on=at.date() + timedelta(days=1),
            hour="14:00",
            place="门店",
            due_on=at.date() + timedelta(days=1 + variant),
            reason="申请人当日外出",
        ),
        FindJointly(at=at, number=1, item=key, opinion="符合", passed=variant % 2 == 0, inspectors=("i1", "i2")),
        CloseJointly(at=at, number=1, document=b.paper(DocumentKind.INSPECTION_RECORD)),
        chain.Deliver(at=at, items=(key,), handover=b.PICKUP),
        chain.Rate(at=at, occasion=list(Occasion)[variant % 4], stars=1 + variant % 5, turn=1 + variant % 2),
    )
    return tuple(_with_document(command) for command in commands)


def _with_document(command: Command) -> Command:
    if command.document:
        return command
    kind = BY_ACTION[command.action].document
    return command.model_copy(update={"document": DocumentRef(kind=kind, number="1号") if kind else None})


moves = st.tuples(st.integers(0, 16), st.integers(0, 3), st.integers(0, 5))
HOLDS = settings(max_examples=80, deadline=None)


def played(sequence) -> tuple[b.Case, list[ChainState]]:
    """The application after every lawful move of a sequence, and each state it passed through."""
    case, day = b.an_application(), 0
    passed = [case.state]
    for index, days, variant in sequence:
        day += days
        status = case.state.status
        known = [each for each in attempts(day, variant) if chain_case.PROCEDURE.rule(status, each.action)]
        command = known[index % len(known)]
        roles = BY_ACTION[command.action].roles
        try:
            case.does(
                next(a for a in (b.SYSTEM, b.CLERK, b.APPLICANT, b.ISSUER, b.REVIEWER) if a.role in roles), command
            )
        except DomainError:
            assert case.state is passed[-1]
            continue
        rule = chain_case.PROCEDURE.rule(status, command.action)
        assert case.state.status in (rule.leads_to or (status,))
        passed.append(case.state)
    return case, passed


class TestAnApplicationUnderAnySequence:
    @HOLDS
    @given(st.lists(moves, min_size=5, max_size=40))
    def test_the_law_of_intake_holds(self, sequence):
        case, passed = played(sequence)
        kinds = [event.kind for event in case.events]
        assert chain_case.replay(case.events) == case.state
        assert ChainState.model_validate(case.state.model_dump(mode="json")) == case.state
        for once in ("submitted", "received", "notified_once", "accepted", "closed"):
            assert kinds.count(once) <= 1
        closings = [state.status in ENDED for state in passed]
        assert closings == sorted(closings)
        final = case.state
        assert final.accepted_on is None or final.accepted_on >= (final.received_on or b.day("2026-03-02"))
        assert (final.status is ChainStatus.CLOSED) == (final.result is not None)
        assert len({(each.occasion, each.turn) for each in final.ratings}) == len(final.ratings)

    @HOLDS
    @given(st.lists(moves, min_size=5, max_size=40))
    def test_it_closes_exactly_when_its_last_item_does(self, sequence):
        _, passed = played(sequence)
        for state in passed:
            if state.status in (ChainStatus.ACCEPTED, ChainStatus.CLOSED):
                everything = all(child.outcome for child in state.items)
                assert everything == (state.status is ChainStatus.CLOSED)


class TestRatings:
    """一次服务一次评价 (facts 4.6)."""

    def rated(self) -> b.Case:
        return b.received().does(b.APPLICANT, chain.Rate(at=b.at("2026-03-02"), occasion=Occasion.RECEIPT, stars=4))

    def test_each_service_is_rated_once(self):
        with refused("rated_once"):
            self.rated().does(b.APPLICANT, chain.Rate(at=b.at("2026-03-03"), occasion=Occasion.RECEIPT, stars=5))

    def test_a_second_rating_follows_the_first(self):
        again = chain.Rate(at=b.at("2026-03-03"), occasion=Occasion.RECEIPT, stars=5, turn=2)
        assert [each.stars for each in self.rated().does(b.APPLICANT, again).state.ratings] == [4, 5]
        with refused("rated_once"):
            b.received().does(b.APPLICANT, again)

    @pytest.mark.parametrize("occasion", [Occasion.CORRECTION, Occasion.COLLECTION, Occasion.ONLINE])
    def test_what_did_not_happen_is_not_rated(self, occasion):
        with refused("occasion_happened"):
            b.received().does(b.APPLICANT, chain.Rate(at=b.at("2026-03-03"), occasion=occasion, stars=1))

    def test_a_rating_keeps_a_digest_of_the_words_only(self):
        command = chain.Rate(at=b.at("2026-03-02"), occasion=Occasion.RECEIPT, stars=4, comment="c" * 64)
        assert b.received().does(b.APPLICANT, command).last.payload["comment"] == "c" * 64
