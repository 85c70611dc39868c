"""Acts that touch a running clock: special procedures, the one extension, the way to the higher authority."""

from decimal import Decimal

from lianban.apps.cases import chain_acts, papers, papers_after, places
from lianban.apps.cases.acting import By, context
from lianban.apps.cases.in_hand import InHand
from lianban.apps.cases.item_acts import ItemDone, act
from lianban.core.calendars.written import written
from lianban.core.clocks.clock import Clock
from lianban.core.clocks.due import due_on
from lianban.core.clocks.extensions import Extension
from lianban.core.clocks.licensing import ARTICLE_42_2, HEAD_OF_BODY, HEAD_OF_GOVERNMENT, TO_DECIDE_JOINTLY
from lianban.core.clocks.limits import TimeLimit
from lianban.core.clocks.stops import ARTICLE_45, StopKind
from lianban.core.proceedings.chain_case.joint import ExtendJointly
from lianban.core.proceedings.item_case import commands as i
from lianban.core.proceedings.moments import local_day


def stop(number: str, kind: StopKind, days: int, reason: str, by: By, expected: int | None = None) -> ItemDone:
    """Begin a special procedure. days: working days told to the applicant in writing."""

    def begin(hand: InHand, key: str) -> None:
        needed = TimeLimit(length=Decimal(days))
        said = {"procedure": kind.value, "reason": reason, "basis": [str(ARTICLE_45)]}
        told = {**said, "time_needed": papers.limit_words(needed)}
        document = papers.special_procedure(hand.children[key], hand.file, told, hand.by)
        hand.move_item(key, i.Stop(at=by.now, special=kind, needed=needed, reason=reason, document=document))

    return act("stop", number, by, expected, begin)


def resume(number: str, result: str, by: By, expected: int | None = None) -> ItemDone:
    """End a special procedure; the clock runs again."""

    def end(hand: InHand, key: str) -> None:
        hand.move_item(key, i.Resume(at=by.now, result=result))

    return act("resume", number, by, expected, end)


def extend(
    number: str, days: int, reason: str, by: By, expected: int | None = None, *, approved: bool = True
) -> ItemDone:
    """延长, once, approved by the head of the body and told to the applicant with the reason."""

    def lengthen(hand: InHand, key: str) -> None:
        added = TimeLimit(length=Decimal(days))
        said = {**_dates(hand, key, added, by), "reason": reason, "approved_by": HEAD_OF_BODY}
        document = papers.extension(hand.children[key], hand.file, said, hand.by)
        signed = {"approver": HEAD_OF_BODY, "approved_by": by.actor.person if approved else ""}
        hand.move_item(key, i.Extend(at=by.now, document=document, added=added, reason=reason, **signed))

    return act("extend", number, by, expected, lengthen)


def transfer_up(number: str, superior: str, opinion: str, by: By, expected: int | None = None) -> ItemDone:
    """转报: the first examination is done; the higher authority decides within the item's limits, counted anew."""

    def send(hand: InHand, key: str) -> None:
        child, state = hand.children[key], hand.item(key)
        materials = papers.listed(chain_acts.handed_in(hand.plan(), hand.file))
        said = {"superior": places.authority_names().get(superior, superior), "opinion": opinion}
        document = papers_after.transfer(child, hand.file, {**said, "materials": materials or "无纸质材料"}, hand.by)
        limits = {"promised_limit": state.promised_limit, "statutory_limit": state.statutory_limit}
        hand.move_item(key, i.TransferUp(at=by.now, superior=superior, opinion=opinion, document=document, **limits))

    return act("transfer_up", number, by, expected, send)


def extend_jointly(
    number: str, days: int, reason: str, by: By, expected: int | None = None, *, approved: bool = True
) -> chain_acts.Done:
    """延长联合办理期限, once, approved by the head of the government and told with the reason (Art. 42 (2))."""

    def lengthen(hand: InHand) -> None:
        added, calendar = TimeLimit(length=Decimal(days)), context(by.now).calendar
        accepted_on = hand.state.accepted_on or local_day(by.now)
        longer = TimeLimit(length=TO_DECIDE_JOINTLY.length + added.length)
        said = {
            "original_due_on": written(hand.state.joint_due_on or accepted_on),
            "due_on": papers.due_day(due_on(longer, accepted_on, calendar)),
            "extension": papers.limit_words(added),
            "reason": reason,
            "approved_by": HEAD_OF_GOVERNMENT,
            "basis": [str(ARTICLE_42_2)],
        }
        document = papers.extension(hand.parent, hand.file, said, hand.by)
        signed = {"approver": HEAD_OF_GOVERNMENT, "approved_by": by.actor.person if approved else ""}
        hand.move(ExtendJointly(at=by.now, document=document, added=added, reason=reason, **signed))

    return chain_acts.act("extend_jointly", number, by, expected, lengthen)


def _dates(hand: InHand, key: str, added: TimeLimit, by: By) -> dict[str, object]:
    """The due dates before and after, for the notice."""
    clock: Clock | None = hand.item(key).clock
    calendar = context(by.now).calendar
    if clock is None:
        return {}
    day = local_day(by.now)
    said = Extension(added=added, granted_on=day, approver=HEAD_OF_BODY, reason="—", notice="—")
    later = clock.extend(said, calendar).due(calendar, day).latest
    return {
        "original_due_on": papers.due_day(clock.due(calendar, day).latest),
        "due_on": papers.due_day(later),
        "extension": papers.limit_words(added),
        "basis": [str(clock.extension_rule.basis)] if clock.extension_rule else [],
    }
