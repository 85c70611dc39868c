"""Whatever is tried in whatever order, the law of an item holds."""

from datetime import timedelta
from functools import cache
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lianban.core.clocks.licensing import HEAD_OF_BODY
from lianban.core.clocks.stops import StopKind
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings import item_case
from lianban.core.proceedings.documents import DocumentKind, DocumentRef
from lianban.core.proceedings.item_case import commands as item
from lianban.core.proceedings.item_case.state import ItemState, ItemStatus, Validity
from lianban.core.proceedings.procedure import Command
from lianban.core.proceedings.shared import CreditAnswer, Gap
from tests.core.proceedings import building as b

START = b.at("2026-03-03")
ACTORS = (b.APPLICANT, b.CLERK, b.REVIEWER, b.HEAD, b.OTHER, b.ISSUER, b.SYSTEM)
BY_ACTION = {rule.action: rule for rule in item_case.PROCEDURE.rules}
GAP = Gap(material="lease", name="场所证明", supply_by=b.day("2026-03-20"))
TERMINATION = item.TerminateCause.GAP_NOT_SUPPLIED
UNKNOWN = {"reasons": "理由", "remedies": b.REMEDIES}


@cache
def attempts(day: int, flag: bool) -> tuple[Command, ...]:
    """One plausible command per action on a day; flag: a variant of it."""
    at = START + timedelta(days=day)
    today = at.date()
    later = today + timedelta(days=14)
    credit = CreditAnswer(asked_on=today, dishonest=False, reference="q")
    days = b.working_days(5)
    commands = (
        item.Accept(at=at, chain_accepted_on=today, gaps=(GAP,) if flag else (), deemed=flag),
        item.Review(at=at, step="审查", opinion="符合", on_site=flag, inspectors=("i1", "i2")),
        item.ReturnForRework(at=at, step="审查", reason="重审"),
        item.Sign(at=at),
        item.Consult(at=at, authority="fire", question="是否同意", due_on=later),
        item.AnswerConsultation(at=at, number=1, answer="同意"),
        item.Stop(at=at, special=StopKind.TESTING if flag else StopKind.HEARING, needed=days, reason="检测"),
        item.Resume(at=at, result="合格"),
        item.Extend(at=at, added=days, reason="复杂", approver=HEAD_OF_BODY, approved_by="head-1"),
        item.TransferUp(at=at, superior="fire", opinion="符合", promised_limit=days),
        item.TellParty(at=at, party="n", respond_by=later),
        item.HearStatement(at=at, party="n", statement="s"),
        item.TellHearingRight(at=at, ex_officio=flag),
        item.RequestHearing(at=at, by="n"),
        item.WaiveHearing(at=at),
        item.NotifyHearing(at=at, held_on=later, place="会议室", host="host-1"),
        item.HoldHearing(at=at),
        item.SupplyGap(at=at, materials=("lease",)),
        item.Commit(at=at, material="proof", chosen_by_applicant=True, credit=credit),
        item.WithdrawCommitment(at=at, material="proof", name="证明", supply_by=later),
        item.VerifyCommitment(at=at, material="proof", manner=item.Manner.DURING, fulfilled=flag, finding="核查"),
        item.Grant(at=at, validity=Validity(since=today, until=later) if flag else None, on_record=True),
        item.Refuse(at=at, basis=b.BASIS, on_record=flag, **UNKNOWN),
        item.MakeCertificate(at=at, certificate="JY1"),
        item.Deliver(at=at, handover=b.PICKUP),
        item.Archive(at=at, package="a"),
        item.Withdraw(at=at),
        item.Terminate(at=at, cause=TERMINATION if flag else item.TerminateCause.CANNOT_CONTINUE, reason="逾期"),
        item.Cancel(at=at, cause=item.CancelCause.CHAIN_WITHDRAWN),
        item.Amend(at=at, content="变更"),
        item.AskRenewal(at=at),
        item.Renew(at=at, until=later),
        item.RefuseRenewal(at=at, basis=b.BASIS, **UNKNOWN),
        item.DeemRenewed(at=at, until=later),
        item.Recall(at=at, compensation="补偿", **UNKNOWN),
        item.Revoke(at=at, ground=item.RevocationGround.FRAUD, **UNKNOWN),
        item.Deregister(at=at, ground=item.DeregistrationGround.OTHER, reasons=""),
    )
    return tuple(_with_document(command) for command in commands)


def _with_document(command: Command) -> Command:
    kinds = {"accept": DocumentKind.ACCEPTANCE, "review": DocumentKind.INSPECTION_RECORD}
    kind = BY_ACTION[command.action].document or kinds.get(command.action)
    return command.model_copy(update={"document": DocumentRef(kind=kind, number="1号")}) if kind else command


COMMANDS = len(attempts(0, flag=False))
moves = st.tuples(st.integers(0, COMMANDS - 1), st.sampled_from(ACTORS), st.integers(0, 6), st.booleans())
HOLDS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def a_licence() -> b.Case:
    two_months = Validity(since=b.day("2026-03-05"), until=b.day("2026-05-05"))
    return b.reviewed(committable=("proof",)).does(b.HEAD, b.a_grant(validity=two_months))


BEGINNINGS = (
    lambda: b.an_item(committable=("proof",)),
    lambda: b.begun(gaps=(GAP,), signatures_needed=2),
    lambda: b.reviewed(predecessors=()),
    a_licence,
)


def played(sequence) -> tuple[b.Case, list[ItemState]]:
    """The case after every lawful move of a sequence, and each state it passed through.

    actor None: an action the table holds for the status, tried by somebody who may do it.
    """
    case = BEGINNINGS[len(sequence) % len(BEGINNINGS)]()
    passed, day = [case.state], 3
    for index, actor, days, flag in sequence:
        day += days
        status = case.state.status
        command = attempts(day, flag)[index] if actor else _known_to_the_table(status, index, day, flag)
        try:
            case.does(actor or _doer(command, case.state), command)
        except DomainError:
            assert case.state is passed[-1]
            continue
        rule = item_case.PROCEDURE.rule(status, command.action)
        assert case.state.status in (rule.leads_to or (status,))
        passed.append(case.state)
    return case, passed


def _known_to_the_table(status: ItemStatus, index: int, day: int, flag: bool) -> Command:
    tried = attempts(day, flag)
    known = [each for each in tried if item_case.PROCEDURE.rule(status, each.action)]
    lasting = [each for each in known if each.action not in ("withdraw", "terminate", "cancel")]
    chosen = (known if index % 5 == 0 else lasting) or tried
    return chosen[index % len(chosen)]


def _doer(command: Command, state: ItemState):
    roles = BY_ACTION[command.action].roles
    approver = b.HEAD.model_copy(update={"authority": state.authority})
    return next(actor for actor in (approver, b.ISSUER, b.SYSTEM, b.APPLICANT, b.CLERK) if actor.role in roles)


anything = st.lists(moves, min_size=5, max_size=40)
plausible = st.lists(
    st.tuples(st.integers(0, COMMANDS - 1), st.none(), st.integers(0, 6), st.booleans()), min_size=5, max_size=40
)


class TestAnItemUnderAnySequence:
    @HOLDS
    @given(anything | plausible)
    def test_replaying_the_record_gives_the_state(self, sequence):
        case, _ = played(sequence)
        assert item_case.replay(case.events) == case.state
        assert ItemState.model_validate(case.state.model_dump(mode="json")) == case.state

    @HOLDS
    @given(plausible)
    def test_the_law_of_the_clock_holds(self, sequence):
        _, passed = played(sequence)
        for state in passed:
            clock = state.clock
            assert (clock is None) == (state.accepted_on is None)
            assert clock is None or state.status is not ItemStatus.WAITING
            assert (state.status is ItemStatus.SPECIAL) <= (clock is not None and clock.open_stop is not None)
            assert clock is None or sum(stop.is_open for stop in clock.stops) <= 1

    @HOLDS
    @given(plausible)
    def test_extended_once_decided_once_and_closed_stays_closed(self, sequence):
        case, passed = played(sequence)
        kinds = [event.kind for event in case.events]
        assert kinds.count("granted") + kinds.count("refused") <= 1
        assert kinds.count("accepted") <= 1
        assert kinds.count("extended") <= 1 + kinds.count("transferred_up")
        closings = [state.is_closed for state in passed]
        assert closings == sorted(closings)
        assert all(state.closed_on == case.state.closed_on for state in passed if state.is_closed)

    @HOLDS
    @given(plausible)
    def test_nothing_is_granted_with_a_gap_or_a_broken_promise(self, sequence):
        _, passed = played(sequence)
        for before, after in pairwise(passed):
            if after.status is ItemStatus.GRANTED and before.status is not ItemStatus.GRANTED:
                assert not before.open_gaps
                assert all(each.fulfilled is not False for each in before.commitments)
                assert all(each.answer is not None for each in before.consultations)

    @HOLDS
    @given(plausible)
    def test_every_act_the_table_ties_to_a_document_names_it_in_its_event(self, sequence):
        case, _ = played(sequence)
        named = [
            event.payload.get("document") for event in case.events if event.kind in ("granted", "refused", "stopped")
        ]
        assert all(named)
