"""One act of several authorities: called once, each says what it found, nobody's silence counts as a yes."""

from functools import reduce

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianban.core.items.acts import Act
from lianban.core.proceedings import chain_case
from lianban.core.proceedings.chain_case import commands as chain
from lianban.core.proceedings.chain_case.moving import MoveJointly
from lianban.core.proceedings.chain_case.state import ChildItem, JointPart, Outcome
from lianban.core.proceedings.chain_case.together import CallJointly, CloseJointly, FindJointly
from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.events import Actor, Role
from lianban.core.proceedings.item_case.jointly import EnterJointOpinion
from lianban.core.proceedings.item_case.state import ItemStatus
from lianban.core.proceedings.procedure import ActionNotOpen, GuardRefused, RoleNotAllowed
from tests.core.proceedings import building as b
from tests.core.proceedings.building import refused

ITEMS = (
    ChildItem(item="food", name="食品经营许可", authority="market"),
    ChildItem(item="fire", name="消防安全检查", authority="fire"),
    ChildItem(item="sign", name="户外招牌", authority="city"),
)
OFFICES = {
    each.item: Actor(person=f"of-{each.authority}", role=Role.APPROVER, authority=each.authority) for each in ITEMS
}
RECORD = b.paper(DocumentKind.INSPECTION_RECORD)
VISIT, LAST = "2026-03-06", "2026-03-10"


def parts(*items):
    return tuple(JointPart(item=each.item, name=each.name, steps=("现场核查",)) for each in ITEMS if each.item in items)


def under_way(*items):
    """An accepted application whose named items are being handled."""
    case = b.accepted(items=ITEMS)
    return reduce(lambda so, key: so.does(b.SYSTEM, chain.ChildBegan(at=b.at("2026-03-03"), item=key)), items, case)


def a_call(*items, **more):
    said = {
        "act": Act.SURVEY, "parts": parts(*(items or ("food", "fire"))), "held_on": b.day(VISIT), "hour": "09:30",
        "place": "经营场所", "due_on": b.day(LAST),
    }  # fmt: skip
    return CallJointly(**{"at": b.at("2026-03-04"), **said, **more})


def called(*items, **more):
    return under_way("food", "fire", "sign").does(b.CLERK, a_call(*items, **more))


def a_finding(item, on=VISIT, **more):
    said = {"number": 1, "item": item, "opinion": "符合要求", "passed": True, "inspectors": (f"{item}-1", f"{item}-2")}
    return FindJointly(at=b.at(on), **{**said, **more})


def the_end(on=VISIT, document=RECORD, **more):
    return CloseJointly(at=b.at(on, 16), **{"number": 1, "document": document, **more})


def a_move(**more):
    said = {
        "at": b.at("2026-03-05"), "number": 1, "held_on": b.day("2026-03-09"), "hour": "14:00", "place": "经营场所",
        "due_on": b.day("2026-03-12"), "reason": "申请人当日外出",
    }  # fmt: skip
    return MoveJointly(**{**said, **more})


def found(case, *items, on=VISIT):
    return reduce(lambda so, item: so.does(OFFICES[item], a_finding(item, on)), items, case)


class TestMoving:
    def test_another_day_serves_the_same_items(self):
        (session,) = called("food", "fire").does(b.CLERK, a_move()).state.joint
        assert (session.held_on, session.hour, session.due_on) == (b.day("2026-03-09"), "14:00", b.day("2026-03-12"))
        assert [each.item for each in session.parts] == ["food", "fire"]
        assert (session.number, session.place, session.closed_on) == (1, "经营场所", None)

    def test_opinions_are_given_from_the_new_day_on(self):
        moved = called("food", "fire").does(b.CLERK, a_move())
        with refused("joint_day_came"):
            found(moved, "food", on=VISIT)
        assert found(moved, "food", on="2026-03-09").state.joint[0].opinion("food")

    def test_once_an_authority_spoke_it_is_not_moved(self):
        with refused("joint_nobody_spoke"):
            found(called("food", "fire"), "food").does(b.CLERK, a_move(at=b.at(VISIT)))

    def test_what_is_over_or_was_never_called_is_not_moved(self):
        with refused("joint_open"):
            called("food", "fire").does(b.CLERK, a_move(number=2))
        with refused("joint_open"):
            over = found(called("food", "fire"), "food", "fire").does(b.CLERK, the_end())
            over.does(b.CLERK, a_move(at=b.at(LAST)))

    def test_only_who_may_call_may_move(self):
        with refused("lead_calls"):
            called("food", "fire").does(OFFICES["fire"], a_move())
        with pytest.raises(RoleNotAllowed):
            called("food", "fire").does(b.APPLICANT, a_move())

    @pytest.mark.parametrize(
        "wrong", [{"place": ""}, {"held_on": b.day("2026-03-04")}, {"due_on": b.day("2026-03-06")}]
    )
    def test_it_is_announced_like_the_first_time(self, wrong):
        with refused("joint_announced"):
            called("food", "fire").does(b.CLERK, a_move(**wrong))

    def test_it_says_why_and_changes_something(self):
        with refused("joint_says_why"):
            called("food", "fire").does(b.CLERK, a_move(reason=" "))
        with refused("joint_differs"):
            same = {"held_on": b.day(VISIT), "hour": "09:30", "due_on": b.day(LAST)}
            called("food", "fire").does(b.CLERK, a_move(**same))


class TestCalling:
    def test_one_day_and_place_serve_every_item_that_takes_part(self):
        (session,) = called("food", "fire", "sign").state.joint
        assert [each.item for each in session.parts] == ["food", "fire", "sign"]
        assert (session.number, session.held_on, session.hour, session.place) == (1, b.day(VISIT), "09:30", "经营场所")
        assert session.is_visit

    def test_the_window_and_the_lead_authority_call_and_nobody_else(self):
        case = under_way("food", "fire")
        with refused("lead_calls"):
            case.does(OFFICES["fire"], a_call())
        with pytest.raises(RoleNotAllowed):
            case.does(b.APPLICANT, a_call())
        assert "牵头部门" in case.why_not(OFFICES["fire"], "call_jointly")
        assert case.why_not(OFFICES["food"], "call_jointly") == ""
        assert case.does(OFFICES["food"], a_call()).state.joint[0].number == 1

    @pytest.mark.parametrize(
        "wrong",
        [
            {"parts": parts("food")}, {"parts": parts("food") * 2}, {"act": Act.REVIEW},
            {"parts": (*parts("food"), JointPart(item="other", name="别的", steps=("现场核查",)))},
            {"parts": (*parts("food"), JointPart(item="fire", name="消防安全检查", steps=()))},
        ],
    )  # fmt: skip
    def test_it_takes_two_items_of_the_application_and_a_joint_act(self, wrong):
        with refused("joint_items"):
            under_way("food", "fire").does(b.CLERK, a_call(**wrong))

    def test_an_item_that_has_not_begun_or_has_ended_does_not_take_part(self):
        with refused("joint_under_way"):
            under_way("food").does(b.CLERK, a_call())
        ended = chain.ChildClosed(at=b.at("2026-03-03"), item="fire", outcome=Outcome.GRANTED)
        with refused("joint_under_way"):
            under_way("food", "fire").does(b.SYSTEM, ended).does(b.CLERK, a_call())

    def test_an_item_is_not_called_twice_to_the_same_act(self):
        with refused("joint_called_once"):
            called("food", "fire").does(b.CLERK, a_call("fire", "sign"))
        other = called("food", "fire").does(b.CLERK, a_call("fire", "sign", act=Act.DRAWINGS))
        assert [each.act for each in other.state.joint] == [Act.SURVEY, Act.DRAWINGS]

    @pytest.mark.parametrize(
        "wrong", [{"place": " "}, {"hour": ""}, {"held_on": b.day("2026-03-03")}, {"due_on": b.day("2026-03-05")}]
    )
    def test_day_hour_place_and_the_last_day_of_opinions_are_said(self, wrong):
        with refused("joint_announced"):
            under_way("food", "fire").does(b.CLERK, a_call(**wrong))

    def test_an_application_that_is_not_accepted_has_no_joint_act(self):
        with pytest.raises(ActionNotOpen):
            b.received(items=ITEMS).does(b.CLERK, a_call())

    def test_it_stops_no_clock(self):
        before, after = under_way("food", "fire"), called("food", "fire")
        assert after.state.joint_due_on == before.state.joint_due_on
        assert after.state.promised_due_on == before.state.promised_due_on


class TestFinding:
    def test_each_authority_speaks_for_its_own_item_once(self):
        case = called("food", "fire")
        with refused("joint_own_part"):
            case.does(OFFICES["food"], a_finding("fire"))
        with refused("joint_own_part"):
            case.does(OFFICES["sign"], a_finding("sign"))
        found(case, "food")
        with refused("joint_said_once"):
            case.does(OFFICES["food"], a_finding("food"))
        assert [each.item for each in case.state.unheard(case.state.joint[0])] == ["fire"]

    def test_an_item_that_ended_needs_no_opinion_and_is_not_waited_for(self):
        ended = chain.ChildClosed(at=b.at("2026-03-05"), item="fire", outcome=Outcome.WITHDRAWN)
        case = called("food", "fire").does(b.SYSTEM, ended)
        with refused("joint_own_part"):
            case.does(OFFICES["fire"], a_finding("fire"))
        assert found(case, "food").does(b.CLERK, the_end()).last.payload["missing"] == []

    def test_nobody_has_found_anything_before_the_day(self):
        with refused("joint_day_came"):
            called().does(OFFICES["food"], a_finding("food", "2026-03-05"))

    def test_an_opinion_says_something(self):
        with refused("joint_says_what"):
            called().does(OFFICES["food"], a_finding("food", opinion=" "))

    def test_drawings_are_looked_at_without_inspectors(self):
        case = called("food", "fire", act=Act.DRAWINGS)
        case.does(OFFICES["food"], a_finding("food", inspectors=()))
        assert case.state.joint[0].opinion("food").passed


class TestClosing:
    def test_it_ends_when_everybody_spoke(self):
        case = found(called("food", "fire"), "food")
        with refused("joint_all_said"):
            case.does(b.CLERK, the_end())
        found(case, "fire").does(b.CLERK, the_end())
        assert case.state.joint[0].closed_on == b.day(VISIT)
        assert case.last.payload["missing"] == []
        assert RECORD in case.state.documents

    def test_it_ends_after_the_last_day_and_names_who_looks_for_themselves(self):
        case = found(called("food", "fire"), "food")
        with refused("joint_all_said"):
            case.does(b.SYSTEM, the_end(LAST))
        case.does(b.SYSTEM, the_end("2026-03-11"))
        assert [each["item"] for each in case.last.payload["missing"]] == ["fire"]
        assert case.state.joint[0].opinion("fire") is None

    def test_a_visit_leaves_one_record_that_serves_all(self):
        case = found(called("food", "fire"), "food", "fire")
        with refused("joint_recorded"):
            case.does(b.CLERK, the_end(document=None))
        with refused("joint_recorded"):
            case.does(b.CLERK, the_end(document=b.paper(DocumentKind.GRANT)))

    def test_a_visit_nobody_came_to_leaves_none(self):
        case = called("food", "fire").does(b.SYSTEM, the_end("2026-03-11", document=None))
        assert case.state.joint[0].closed_on == b.day("2026-03-11")
        assert b.paper(DocumentKind.INSPECTION_RECORD) not in case.state.documents

    def test_what_is_over_is_over(self):
        case = found(called("food", "fire"), "food", "fire").does(b.CLERK, the_end())
        with refused("joint_open"):
            case.does(b.CLERK, the_end())
        with refused("joint_open"):
            case.does(OFFICES["food"], a_finding("food", number=2))
        with refused("lead_calls"):
            called("food", "fire").does(OFFICES["fire"], the_end("2026-03-11"))

    def test_afterwards_it_can_be_called_again(self):
        case = called("food", "fire").does(b.SYSTEM, the_end("2026-03-11", document=None))
        later = {"at": b.at("2026-03-11"), "held_on": b.day("2026-03-12"), "due_on": b.day("2026-03-13")}
        again = case.does(b.CLERK, a_call(**later))
        assert [each.number for each in again.state.joint] == [1, 2]


class TestInTheItem:
    def entered(self, **more):
        said = {
            "steps": ("现场核查",), "by": "office-1", "opinion": "符合要求", "passed": True, "found_on": b.day(VISIT),
            "on_site": True, "inspectors": ("i1", "i2"), "document": RECORD,
        }  # fmt: skip
        return EnterJointOpinion(at=b.at(VISIT, 17), **{**said, **more})

    def test_it_is_the_review_that_the_decision_needs(self):
        case = b.begun().does(b.SYSTEM, self.entered())
        (opinion,) = case.state.opinions
        assert (opinion.step, opinion.by, opinion.on) == ("现场核查", "office-1", b.day(VISIT))
        assert case.does(b.HEAD, b.a_grant("2026-03-09")).state.status is ItemStatus.GRANTED

    def test_who_found_faults_examines_again_before_deciding(self):
        case = b.begun().does(b.SYSTEM, self.entered(passed=False, opinion="油烟净化设施没有安装"))
        with refused("reviewed"):
            case.does(b.HEAD, b.a_grant("2026-03-09"))
        again = b.a_review("2026-03-09")
        assert case.does(b.REVIEWER, again).does(b.HEAD, b.a_grant("2026-03-10")).state.decision.granted

    def test_every_step_done_there_has_its_opinion_and_the_record_stands_once(self):
        case = b.begun().does(b.SYSTEM, self.entered(steps=("现场勘验", "现场核查")))
        assert case.state.examined == {"现场勘验", "现场核查"}
        assert case.state.documents.count(RECORD) == 1

    def test_nobody_enters_it_by_hand(self):
        with pytest.raises(RoleNotAllowed):
            b.begun().does(b.REVIEWER, self.entered())


ORDER = st.lists(st.tuples(st.sampled_from(["food", "fire", "sign", "close"]), st.integers(0, 7)), max_size=12)


@settings(max_examples=60, deadline=None)
@given(ORDER)
def test_in_whatever_order_they_speak_nobody_is_presumed_to_have_agreed(order):
    """Whoever has no opinion on record when it closes is named as missing; replay gives the same state."""
    case, day = called("food", "fire", "sign"), 4
    for who, later in order:
        day = min(day + later, 28)
        on = f"2026-03-{day:02d}"
        try:
            if who == "close":
                case.does(b.SYSTEM, the_end(on))
            else:
                case.does(OFFICES[who], a_finding(who, on))
        except GuardRefused:
            continue
    (session,) = case.state.joint
    said = [each.item for each in session.opinions]
    assert len(said) == len(set(said))
    if session.closed_on:
        missing = {each["item"] for each in case.last.payload["missing"]}
        assert missing | set(said) == {"food", "fire", "sign"}
        assert not missing & set(said)
        assert not missing or session.closed_on > session.due_on
    assert chain_case.replay(case.events) == case.state
