"""Every lawful act on an application: load, decide, issue, append."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from lianban.apps.cases import barring, beyond, crediting, papers, places, submitting
from lianban.apps.cases.acting import SYSTEM, By, context, expect, once, visible
from lianban.apps.cases.in_hand import InHand
from lianban.apps.cases.models import CaseFile
from lianban.apps.cases.submitting import SubmittedMaterial
from lianban.apps.storage.encrypted import findable
from lianban.core.chains.plan import Plan, PlanItem
from lianban.core.clocks.due import DueDate, due_on
from lianban.core.clocks.limits import TimeLimit
from lianban.core.kernel.canonical import canonical_json
from lianban.core.proceedings import articles as law
from lianban.core.proceedings.chain_case import commands as c
from lianban.core.proceedings.documents import DocumentRef
from lianban.core.proceedings.item_case import commands as i
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.procedure import Command
from lianban.core.proceedings.shared import Correction, Gap

Beats = Callable[[InHand], None]
"""Decide, issue and append on a locked case."""


@dataclass(frozen=True)
class Done:
    """What an act led to. document: number of the document it issued, or empty."""

    number: str
    stage: str
    version: int
    document: str = ""


def accept(number: str, by: By, expected: int | None = None) -> Done:
    """受理 for the whole thing: the clocks of all items without predecessors start."""
    return act("accept", number, by, expected, _accept)


def accept_with_gaps(number: str, gaps: Mapping[str, date], promise: str, by: By, expected: int | None = None) -> Done:
    """容缺受理. gaps: material key → the day it must be in. promise: the applicant's words."""
    asked = tuple(c.GapAsked(material=key, supply_by=day) for key, day in gaps.items())
    return act("accept_with_gaps", number, by, expected, lambda hand: _accept(hand, asked, promise))


def notify_once(
    number: str,
    corrections: Sequence[Correction],
    supply_by: date,
    by: By,
    *,
    complete: bool,
    expected: int | None = None,
) -> Done:
    """一次性告知 of everything that is missing or wrong; what is asked beyond the list is told to the applicant."""

    def tell(hand: InHand) -> None:
        document = papers.corrections(hand.parent, hand.file, corrections, supply_by, by)
        asked = {"corrections": tuple(corrections), "supply_by": supply_by, "complete": complete}
        hand.move(c.NotifyOnce(at=by.now, document=document, **asked))
        beyond.tell_applicant(number, hand.state, corrections, by)

    return act("notify_once", number, by, expected, tell)


def supplement(
    number: str, subjects: Sequence[str], values: Mapping[str, object], materials: Sequence[SubmittedMaterial], by: By
) -> Done:
    """Hand in what was asked. values: changed form values. materials: new files; the old ones stay on record."""

    def supply(hand: InHand) -> None:
        _replace(hand.file, values, materials, by.now)
        stamp = findable(canonical_json(hand.file.values).decode()) if values else ""
        hand.move(c.Supplement(at=by.now, subjects=tuple(subjects), values=stamp))

    return act("supplement", number, by, None, supply)


def reject(
    number: str, cause: c.RejectCause, reason: str, competent_body: str, by: By, expected: int | None = None
) -> Done:
    """不予受理, with reasons, basis and remedies."""

    def refuse(hand: InHand) -> None:
        command = c.Reject(
            at=by.now,
            cause=cause,
            reason=reason,
            basis=(law.ART_32,),
            competent_body=competent_body,
            remedies=places.remedies(),
        )
        document = papers.rejection(hand.parent, hand.file, command, by)
        hand.move(command.model_copy(update={"document": document}))

    return act("reject", number, by, expected, refuse)


def withdraw(number: str, reason: str, by: By, expected: int | None = None) -> Done:
    """撤回: the application ends, items under way are cancelled."""

    def take_back(hand: InHand) -> None:
        document = papers.withdrawal(hand.parent, hand.file, reason, by)
        hand.move(c.Withdraw(at=by.now, reason=reason, document=document))
        for key in hand.children:
            if not hand.item(key).is_closed:
                hand.move_item(key, i.Cancel(at=by.now, cause=i.CancelCause.CHAIN_WITHDRAWN), SYSTEM)

    return act("withdraw", number, by, expected, take_back)


def deem_accepted(number: str, by: By) -> Done:
    """视为受理: five working days went by in silence."""

    def deem(hand: InHand) -> None:
        hand.move(c.DeemAccepted(at=by.now))
        hand.open_items()

    return act("deem_accepted", number, by, None, deem)


def lapse(number: str, by: By) -> Done:
    """补正不来办结."""

    def close(hand: InHand) -> None:
        hand.move(c.Lapse(at=by.now, document=papers.lapse(hand.parent, hand.file, by)))

    return act("lapse", number, by, None, close)


def supply_gap(number: str, materials: Sequence[SubmittedMaterial], by: By) -> Done:
    """补齐 what was accepted as outstanding."""

    def supply(hand: InHand) -> None:
        _replace(hand.file, {}, materials, by.now)
        keys = tuple(each.key for each in materials)
        hand.move(c.SupplyGap(at=by.now, materials=keys))
        for key, child in hand.children.items():
            theirs = tuple(gap.material for gap in child.state.open_gaps if gap.material in keys)
            if theirs:
                hand.move_item(key, i.SupplyGap(at=by.now, materials=theirs), SYSTEM)

    return act("supply_gap", number, by, None, supply)


def check_material(number: str, key: str, *, ok: bool, note: str, by: By) -> None:
    """Note what the window found on one material; what was missing and is in order now was handed in at the window."""
    visible(number, by.actor)
    file = CaseFile.objects.select_related("proceeding").get(proceeding__number=number)
    found = {"checked": ok, "check_note": note[:500]}
    looked = file.materials.filter(key=key, replaced_at=None).update(**found)
    if ok and not looked and file.proceeding.accepted_on is None:
        file.materials.create(key=key, mode="counter", supplied_at=by.now, **found)


def act(name: str, number: str, by: By, expected: int | None, beats: Beats) -> Done:
    """Lock the case, check that the page was fresh, do the act, and answer the same when it is sent again."""

    @transaction.atomic
    def obey() -> dict[str, object]:
        visible(number, by.actor)
        hand = InHand(number, by)
        expect(hand.parent, expected)
        before = len(hand.state.documents)
        beats(hand)
        hand.ledger.write()
        issued: tuple[DocumentRef, ...] = hand.state.documents[before:]
        document = issued[0].number if issued else ""
        stage = hand.state.stage.value
        return {"number": number, "stage": stage, "version": hand.parent.version, "document": document}

    return Done(**once(by, {"act": name, "number": number}, obey))


def _accept(hand: InHand, asked: tuple[c.GapAsked, ...] = (), promise: str = "") -> None:
    by = hand.by
    today = local_day(by.now)
    document = _acceptance(hand, asked, today)
    barred = barring.bars(hand.parent, (each.item for each in hand.state.items), today)
    command: Command = c.Accept(at=by.now, document=document, barred=barred)
    if asked:
        credit = crediting.ask(hand.file, by.now)
        command = c.AcceptWithGaps(
            at=by.now,
            document=document,
            gaps=asked,
            promise=promise,
            chosen_by_applicant=True,
            credit=credit,
            barred=barred,
        )
    hand.move(command)
    hand.open_items()


def _acceptance(hand: InHand, asked: tuple[c.GapAsked, ...], today: date) -> DocumentRef:
    state, plan, now = hand.state, hand.plan(), hand.by.now
    names = {each.material: each.name for each in state.tolerable}
    gaps = [Gap(material=g.material, name=names.get(g.material, g.material), supply_by=g.supply_by) for g in asked]
    promise = TimeLimit(length=Decimal(state.promise_days))
    waits = {child.item: child.predecessors for child in state.items}
    slip = papers.AcceptanceSlip(
        materials=handed_in(plan, hand.file),
        items=[_row(each) for each in item_limits(plan, waits, today, now)],
        accepted_on=today,
        promised_due=due_on(promise, today, context(now).calendar),
        gaps=gaps,
    )
    return papers.acceptance(hand.parent, hand.file, slip, hand.by)


@dataclass(frozen=True)
class ItemLimits:
    """One item of the notice of acceptance. authority: its name. due: None while it waits for another item."""

    name: str
    authority: str
    statutory_limit: TimeLimit | None
    promised_limit: TimeLimit | None
    due: DueDate | None


def item_limits(plan: Plan, waits: Mapping[str, tuple[str, ...]], today: date, now: datetime) -> tuple[ItemLimits, ...]:
    """Return the items that the notice of acceptance lists, as it is on a day. waits: item → its predecessors."""
    names = places.authority_names()
    return tuple(_limits(item, waits[item.key], names, today, now) for item in plan.items if item.key in waits)


def _limits(
    item: PlanItem, waits_for: tuple[str, ...], names: Mapping[str, str], today: date, now: datetime
) -> ItemLimits:
    limit = item.statutory_limit or item.promised_limit
    due = None if waits_for else due_on(limit, today, context(now).calendar)
    authority = names.get(item.authority, item.authority)
    return ItemLimits(item.name, authority, item.statutory_limit, item.promised_limit, due)


def _row(item: ItemLimits) -> dict[str, str]:
    return {
        "name": item.name,
        "authority": item.authority,
        "statutory_limit": papers.limit_words(item.statutory_limit),
        "promised_limit": papers.limit_words(item.promised_limit),
        "due_on": papers.due_day(item.due) if item.due else "前置事项办结后起算",
    }


def handed_in(plan: Plan, file: CaseFile) -> list[c.ReceivedMaterial]:
    """Return what the applicant handed in, as the notice of acceptance lists it."""
    held = set(submitting.handed_in(file).filter(replaced_at=None).values_list("key", flat=True))
    return [submitting.receipt_line(each) for each in plan.materials if each.key in held]


def _replace(
    file: CaseFile, values: Mapping[str, object], materials: Sequence[SubmittedMaterial], now: datetime
) -> None:
    if values:
        file.values = {**file.values, **values}
        file.save(update_fields=["values"])
    keys = {each.key for each in materials}
    file.materials.filter(key__in=keys, replaced_at=None).update(replaced_at=now)
    submitting.add_materials(file, materials, now)
