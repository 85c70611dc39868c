"""One act of several authorities (联合踏勘, 联合验收 …): called, found by each, put into every item's own record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lianban.apps.cases import papers
from lianban.apps.cases.acting import SYSTEM, By
from lianban.apps.cases.chain_acts import Done
from lianban.apps.cases.chain_acts import act as chain_act
from lianban.apps.cases.in_hand import InHand
from lianban.apps.cases.inspecting import digests_of
from lianban.apps.cases.item_acts import ItemDone
from lianban.apps.cases.item_acts import act as item_act
from lianban.apps.cases.joint_parts import to_call
from lianban.apps.cases.models import JointFinding
from lianban.core.calendars.written import written
from lianban.core.proceedings.chain_case import together as t
from lianban.core.proceedings.chain_case.moving import MoveJointly
from lianban.core.proceedings.chain_case.state import ChainState, JointSession, Meeting, Summons
from lianban.core.proceedings.documents import DocumentKind, DocumentRef
from lianban.core.proceedings.item_case.jointly import EnterJointOpinion
from lianban.core.proceedings.item_case.state import IN_HAND
from lianban.core.proceedings.moments import local_day

PASSED, NOT_PASSED, SILENT = "符合", "不符合", "另行核查"
"""What the record says of each item: its authority passed it, did not, or said nothing and looks for itself."""


@dataclass(frozen=True)
class Finding:
    """What one authority found. inspectors: certificate numbers of its own people, two or more where it was a visit."""

    text: str
    passed: bool
    inspectors: tuple[str, ...] = ()


def call_jointly(number: str, summons: Summons, by: By, expected: int | None = None) -> Done:
    """Call the authorities of every item under way that the plan names for this act and that nobody examined yet."""

    def call(hand: InHand) -> None:
        items = {key: hand.item(key) for key in hand.children}
        planned = to_call(hand.plan().process.joint_acts, hand.state, items)
        parts = next((each.parts for each in planned if each.act is summons.act), ())
        hand.move(t.CallJointly(at=by.now, parts=parts, **dict(summons)))

    return chain_act("call_jointly", number, by, expected, call)


def move_jointly(number: str, session: int, meeting: Meeting, reason: str, by: By, expected: int | None = None) -> Done:
    """Choose another day, hour or place for a joint act; the applicant is told, the authorities see it."""

    def move(hand: InHand) -> None:
        hand.move(MoveJointly(at=by.now, number=session, reason=reason, **dict(meeting)))

    return chain_act("move_jointly", number, by, expected, move)


def find_jointly(number: str, session: int, finding: Finding, by: By) -> ItemDone:
    """Say what the authority of one item found. number: of the item. The last to speak closes the joint act.

    Authorities that speak at the same moment do not stand in each other's way, so no version is expected.
    """

    def find(hand: InHand, key: str) -> None:
        said = {"opinion": finding.text, "passed": finding.passed, "inspectors": digests_of(finding.inspectors)}
        hand.move(t.FindJointly(at=by.now, number=session, item=key, **said))
        named = {"session": session, "item": key, "inspectors": list(finding.inspectors)}
        JointFinding.objects.create(proceeding_id=hand.parent.id, said_at=by.now, **named)
        held = hand.state.session(session)
        if held and not hand.state.unheard(held):
            _close(hand, held, by_system=True)

    return item_act("find_jointly", number, by, None, find)


def close_jointly(number: str, session: int, by: By, expected: int | None = None) -> Done:
    """End a joint act of which everything was said, or whose day is over."""

    def close(hand: InHand) -> None:
        held = hand.state.session(session)
        if held is None or held.closed_on:
            hand.move(t.CloseJointly(at=by.now, number=session))
        else:
            _close(hand, held)

    return chain_act("close_jointly", number, by, expected, close)


def close_overdue(number: str, by: By) -> Done:
    """End every joint act whose day for opinions is over; who said nothing looks for themselves."""

    def close(hand: InHand) -> None:
        for each in overdue(hand.state, local_day(by.now)):
            _close(hand, each)

    return chain_act("close_overdue", number, by, None, close)


def overdue(state: ChainState, today: date) -> tuple[JointSession, ...]:
    """Return the joint acts that are open although their last day is over."""
    return tuple(each for each in state.joint if each.closed_on is None and each.due_on < today)


def _close(hand: InHand, held: JointSession, *, by_system: bool = False) -> None:
    session = hand.in_words(held)
    paper = _record(hand, session) if session.is_visit and session.opinions else None
    close = t.CloseJointly(at=hand.by.now, number=session.number, document=paper)
    hand.move(close, SYSTEM if by_system else None)
    for part in session.parts:
        found = session.opinion(part.item)
        if found and hand.item(part.item).status in IN_HAND:
            said = {"by": found.by, "opinion": found.text, "passed": found.passed, "found_on": found.on}
            where = {"on_site": session.is_visit, "inspectors": found.inspectors}
            entered = EnterJointOpinion(at=hand.by.now, document=paper, steps=part.steps, **said, **where)
            hand.move_item(part.item, entered, SYSTEM)


def _record(hand: InHand, session: JointSession) -> DocumentRef:
    """现场核查记录: one paper, with the people and the findings of every authority that was there."""
    found = JointFinding.objects.filter(proceeding_id=hand.parent.id, session=session.number)
    people = "；".join(_people(session, {each.item: each.inspectors for each in found}))
    content = {
        **papers.who(hand.parent, hand.file),
        "item": f"{session.act.value}：{'、'.join(each.name for each in session.parts)}",
        "inspectors": people,
        "inspected_at": f"{written(session.held_on)} {session.hour}",
        "place": session.place,
        "findings": list(_rows(session)),
        "signatures": f"核查人员（证件号）：{people}",
    }
    return papers.issue(DocumentKind.INSPECTION_RECORD, hand.parent, content, hand.by)


def _people(session: JointSession, inspectors: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for part in session.parts:
        if part.item in inspectors:
            yield f"{part.name} {'、'.join(inspectors[part.item])}"


def _rows(session: JointSession) -> Iterator[dict[str, str]]:
    for part in session.parts:
        found = session.opinion(part.item)
        result = (PASSED if found.passed else NOT_PASSED) if found else SILENT
        yield {"point": part.name, "result": result, "note": found.text if found else "没有提出意见，不视为同意"}
