"""Whoever came confirms what was taken down, with a signature or a code; then it is handed in for them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lianban.apps.accounts import public as accounts
from lianban.apps.cases import public as cases
from lianban.apps.catalogue import public as catalogue
from lianban.apps.files import public as files
from lianban.apps.intake import handing_in, planning
from lianban.apps.intake.arriving import Power
from lianban.apps.intake.errors import NotConfirmed, NotReady, SheetOutdated
from lianban.apps.intake.keeping import Counter, find, find_locked, find_open
from lianban.apps.intake.models import Draft, Visit
from lianban.apps.storage.encrypted import findable
from lianban.core.kernel.canonical import canonical_json, digest
from lianban.core.kernel.masking import MaskKind, mask
from lianban.core.proceedings.chain_case.at_counter import Capacity, Confirmation, ConfirmationWay
from lianban.core.proceedings.events import Channel
from lianban.core.proceedings.moments import local_day

SHORT = 8
"""So many characters of a digest stand on the sheet, to tell one print from another."""


@dataclass(frozen=True, slots=True)
class VisitView:
    """Who came and how far their confirmation is. name, id_number, principal: unmasked; pages log the look.

    code: stands on the sheet. is_printed, is_confirmed: for what the draft holds now. way: how it was confirmed.
    was_confirmed: it was, before something changed. phone: of the account, masked, empty without one.
    """

    capacity: Capacity
    name: str
    id_number: str
    principal: str
    principal_number: str
    business: str
    reference: str
    until: date | None
    powers: tuple[str, ...]
    code: str
    is_printed: bool
    is_confirmed: bool
    was_confirmed: bool
    way: str
    phone: str


def visit(counter: Counter, draft_id: UUID) -> VisitView:
    """Return who came for a draft. Raises NoSuchDraft."""
    draft = find(counter, draft_id)
    came, content, owner = draft.visit, content_of(draft), accounts.full_card(draft.owner_id)
    is_agent = came.capacity == Capacity.AGENT
    return VisitView(
        capacity=Capacity(came.capacity),
        name=came.present["name"],
        id_number=came.present["id_number"],
        principal=owner.name if is_agent else "",
        principal_number=owner.id_number if is_agent else "",
        business=came.business,
        reference=came.mandate.get("reference", ""),
        until=date.fromisoformat(came.mandate["until"]) if came.mandate else None,
        powers=tuple(came.mandate.get("powers", ())),
        code=content[:SHORT].upper(),
        is_printed=came.printed == content,
        is_confirmed=came.confirmed == content,
        was_confirmed=bool(came.confirmed) and came.confirmed != content,
        way=came.way,
        phone=mask(MaskKind.PHONE, owner.phone),
    )


def counter_problems(counter: Counter, draft_id: UUID, today: date) -> dict[str, str]:
    """Return what keeps a draft from being confirmed: what is missing, and what the mandate does not allow."""
    draft = find(counter, draft_id)
    found, mandate = handing_in.open_problems(counter, draft_id, today), draft.visit.mandate
    if not mandate:
        return found
    if date.fromisoformat(mandate["until"]) < today:
        found["mandate"] = _("授权委托书已经过期，请来人补办后重新登记。")
    if Power.PROMISE not in mandate["powers"]:
        said = _("授权委托书没有授权作出承诺，这份材料不能用承诺代替。")
        found |= {each.key: said for each in draft.materials.filter(mode="commitment")}
    return found


@transaction.atomic
def print_sheet(counter: Counter, draft_id: UUID, now: datetime) -> None:
    """Note what the sheet says that is printed now; only its signature counts. Raises NotReady, NoSuchDraft."""
    draft = find_open(counter, draft_id)
    _check_ready(counter, draft, now)
    Visit.objects.filter(draft=draft).update(printed=content_of(draft))


@transaction.atomic
def sign(counter: Counter, draft_id: UUID, pieces: Iterable[bytes], name: str, now: datetime) -> None:
    """Take the scan of the signed sheet. Raises SheetOutdated, NotReady, NoSuchDraft, and what apps/files raises."""
    draft = find_open(counter, draft_id)
    _check_ready(counter, draft, now)
    content = content_of(draft)
    if draft.visit.printed != content:
        raise SheetOutdated
    kept = files.keep_upload(pieces, name, owner=draft.owner_id, now=now)
    _confirm(draft, content, ConfirmationWay.SIGNED, now, sheet=kept.id, sheet_name=kept.name)


def send_code(counter: Counter, draft_id: UUID, now: datetime) -> None:
    """Send a code to the phone of whom the application is for. Raises NotReady, FieldRefused, TooMany, NoSuchDraft."""
    draft = find(counter, draft_id)
    _check_ready(counter, draft, now)
    name = catalogue.current().chain(draft.chain).name
    accounts.send_confirmation_code(person=draft.owner_id, subject=content_of(draft), matter=name, now=now)


def confirm_with_code(counter: Counter, draft_id: UUID, code: str, now: datetime) -> None:
    """Take the code; it fits only what was read to them. Raises NotConfirmed, SheetOutdated, NotReady, NoSuchDraft."""
    content = content_of(find(counter, draft_id))
    if not accounts.is_confirmation_code(subject=content, code=code, now=now):
        raise NotConfirmed(_("验证码不对、已过期，或者内容在发送以后改过。请核对短信，或重新发送。"))
    with transaction.atomic():
        draft = find_open(counter, draft_id)
        _check_ready(counter, draft, now)
        if content_of(draft) != content:
            raise SheetOutdated
        _confirm(draft, content, ConfirmationWay.CODE, now)


@transaction.atomic
def hand_in_for(counter: Counter, draft_id: UUID, by: cases.By) -> cases.Receipt:
    """Hand in what was confirmed, for whom it is. Sent twice, it is one application.

    Raises NotReady naming every problem, the missing confirmation among them, NoSuchDraft.
    """
    draft = find_locked(counter, draft_id)
    if draft.case_number:
        return cases.Receipt(draft.case_number, "")
    came, content = draft.visit, content_of(draft)
    found = counter_problems(counter, draft_id, local_day(by.now))
    if came.confirmed != content:
        found["confirmation"] = _("来办的人还没有确认。请打印申请确认单请其签字，或者发送确认验证码。")
    if found:
        raise NotReady(found)
    sheet = cases.SubmittedMaterial(cases.SHEET, "uploaded", came.sheet, came.sheet_name) if came.sheet else None
    said = replace(
        handing_in.submission_of(draft),
        channel=Channel.WINDOW.value,
        confirmation=_confirmation(draft, came, content),
        sheet=sheet,
    )
    acting = by.actor.model_copy(update={"on_behalf_of": str(draft.owner_id)})
    return handing_in.submit(draft, said, replace(by, actor=acting))


def content_of(draft: Draft) -> str:
    """Return the keyed digest of everything whoever came is shown: who, what, and which materials."""
    plan, came = planning.plan_of(draft), draft.visit
    said = {
        "draft": str(draft.pk),
        "chain": draft.chain,
        "plan": digest(plan),
        "values": handing_in.values_of(plan, draft),
        "materials": sorted((each.key, each.mode, str(each.file or "")) for each in draft.materials.all()),
        "delivery": draft.delivery,
        "came": [came.capacity, came.present, came.business, came.mandate],
    }
    return findable(canonical_json(said).decode())


def _check_ready(counter: Counter, draft: Draft, now: datetime) -> None:
    if found := counter_problems(counter, draft.pk, local_day(now)):
        raise NotReady(found)


def _confirm(draft: Draft, content: str, way: ConfirmationWay, now: datetime, **sheet: object) -> None:
    said = {"sheet": None, "sheet_name": "", **sheet}
    Visit.objects.filter(draft=draft).update(confirmed=content, way=way.value, confirmed_at=now, **said)


def _confirmation(draft: Draft, came: Visit, content: str) -> Confirmation:
    way = ConfirmationWay(came.way)
    number = draft.owner.id_number if way is ConfirmationWay.CODE else came.present["id_number"]
    return Confirmation(
        capacity=Capacity(came.capacity),
        way=way,
        person=findable(f"confirmed|{number}"),
        content=content,
        mandate=findable(canonical_json(came.mandate).decode()) if came.mandate else "",
        confirmed_at=came.confirmed_at,
    )
