"""Warnings follow from state and record, at their day and not before."""

from datetime import timedelta

from lianban.core.clocks.remaining import WarningLevel
from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.events import GENESIS, Event, Place, record
from lianban.core.proceedings.item_case.commands import AskChange, AskRenewal, Consult, RequestHearing, TellHearingRight
from lianban.core.proceedings.item_case.state import Validity
from lianban.core.supervision import rules
from lianban.core.supervision.signals import chain_signals, item_signals, record_signals
from tests.core.calendars.china import CN_PROVISIONAL
from tests.core.proceedings.building import (
    APPLICANT,
    HEAD,
    REVIEWER,
    SYSTEM,
    a_grant,
    at,
    begun,
    day,
    granted,
    paper,
    received,
    reviewed,
)


def told(signals):
    return [(each.rule.code, each.level) for each in signals]


def of_item(case, on):
    return told(item_signals(case.state, day(on), CN_PROVISIONAL))


def of_chain(case, on):
    return told(chain_signals(case.state, day(on), CN_PROVISIONAL))


def test_five_working_days_of_silence_are_red_on_the_sixth():
    case = received("2026-03-02")
    assert of_chain(case, "2026-03-05") == []
    assert of_chain(case, "2026-03-09") == [("SX01", WarningLevel.NOTICE)]
    assert of_chain(case, "2026-03-10") == [("SX01", WarningLevel.RED)]


def test_a_promise_is_noticed_then_yellow_then_red():
    case = begun("2026-03-03")
    due = case.state.promised_due_on
    first, third, fourth = (CN_PROVISIONAL.add_working_days(due, n).isoformat() for n in (1, 3, 4))
    assert of_item(case, "2026-03-03") == []
    assert of_item(case, due.isoformat()) == [("SX02", WarningLevel.NOTICE)]
    assert of_item(case, first) == [("SX03", WarningLevel.YELLOW)]
    assert of_item(case, third) == [("SX03", WarningLevel.YELLOW)]
    assert of_item(case, fourth) == [("SX03", WarningLevel.RED)]


def test_past_the_law_is_red_under_its_own_rule():
    case = begun("2026-03-03")
    after = CN_PROVISIONAL.add_working_days(case.state.statutory_due_on, 1)
    assert of_item(case, after.isoformat()) == [("SX04", WarningLevel.RED)]


def test_what_is_decided_must_be_delivered():
    case = granted("2026-03-05")
    last = case.state.deliver_by
    assert of_item(case, last.isoformat()) == []
    assert of_item(case, (last + timedelta(days=3)).isoformat()) == [("SX06", WarningLevel.YELLOW)]


class TestSomebodyWaits:
    """A hearing, an answer to a holder, another authority's view: the day after the last day, and not before."""

    def test_a_hearing_that_was_asked_for_and_not_held(self):
        case = begun().does(REVIEWER, TellHearingRight(at=at("2026-03-04"), document=paper(DocumentKind.HEARING_RIGHT)))
        case.does(APPLICANT, RequestHearing(at=at("2026-03-05"), by="applicant-1"))
        last = case.state.hearing.hold_by
        codes = {code for code, _ in of_item(case, (last + timedelta(days=1)).isoformat())}
        assert "SX07" in codes
        assert "SX07" not in {code for code, _ in of_item(case, last.isoformat())}

    def test_a_holder_who_asked_for_a_change_or_a_renewal(self):
        until = day("2028-03-04")
        held = reviewed().does(HEAD, a_grant(validity=Validity(since=day("2026-03-05"), until=until)))
        held.does(APPLICANT, AskChange(at=at("2027-01-04"), change="变更", words="w"))
        assert "SX08" not in dict(of_item(held, "2027-02-01"))
        assert dict(of_item(held, "2027-02-02"))["SX08"] is WarningLevel.YELLOW
        renewal = reviewed().does(HEAD, a_grant(validity=Validity(since=day("2026-03-05"), until=until)))
        renewal.does(APPLICANT, AskRenewal(at=at("2028-01-10")))
        assert "SX08" not in dict(of_item(renewal, "2028-03-04"))
        assert "SX08" in dict(of_item(renewal, "2028-03-05"))

    def test_another_authority_that_was_asked(self):
        asked = Consult(at=at("2026-03-04"), authority="fire", question="是否符合", due_on=day("2026-03-06"))
        case = begun().does(REVIEWER, asked)
        assert "LC04" not in dict(of_item(case, "2026-03-06"))
        assert "LC04" in dict(of_item(case, "2026-03-07"))


def recorded(*told, actor=REVIEWER):
    found, previous = [], GENESIS
    for seq, (kind, effective, entered) in enumerate(told, 1):
        who = SYSTEM if kind == "accepted" else actor
        event = Event(kind=kind, effective_at=effective)
        latest = record(
            event, Place(proceeding="p", seq=seq, previous=previous), actor=who, recorded_at=entered, request_id=""
        )
        found.append(latest)
        previous = latest.digest
    return found


MONDAY, THURSDAY = at("2026-03-02"), at("2026-03-05")
LATER = THURSDAY + timedelta(minutes=5)


def test_what_was_entered_days_later_is_seen():
    events = recorded(("accepted", MONDAY, MONDAY), ("granted", MONDAY, THURSDAY))
    assert told(record_signals(events)) == [("ZS01", WarningLevel.YELLOW)]
    assert record_signals(events)[0].seq == 2


def test_time_that_runs_backwards_is_seen():
    events = recorded(("accepted", THURSDAY, THURSDAY), ("granted", THURSDAY - timedelta(hours=1), LATER))
    assert told(record_signals(events)) == [("LC02", WarningLevel.YELLOW)]


def test_accepted_and_granted_in_one_second_is_seen_unless_it_is_done_at_once_or_rules_decided():
    events = recorded(("accepted", MONDAY, MONDAY), ("granted", MONDAY, MONDAY))
    assert told(record_signals(events)) == [("ZS02", WarningLevel.YELLOW)]
    at_once = [events[0].model_copy(update={"payload": {"on_the_spot": True}}), *events[1:]]
    assert record_signals(at_once) == ()
    assert record_signals(recorded(("accepted", MONDAY, MONDAY), ("granted", MONDAY, MONDAY), actor=SYSTEM)) == ()


def test_every_rule_has_its_own_code_and_both_languages():
    assert len({rule.code for rule in rules.RULES}) == len(rules.RULES)
    assert all(rule.name_en and rule.means_en and rule.basis for rule in rules.RULES)
