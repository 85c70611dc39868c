"""One case as those involved see it."""

from collections.abc import Mapping, Sequence
from typing import Any

from lianban.apps.access import public as access
from lianban.apps.accounts import public as accounts
from lianban.apps.cases import heard, lists, places, rendering
from lianban.apps.cases.acting import PROCEDURES, By, context, visible
from lianban.apps.cases.lists import Reader
from lianban.apps.cases.models import CaseFile
from lianban.apps.cases.plans import plan_of
from lianban.apps.cases.reading_jointly import jointly
from lianban.apps.cases.submitting import SHEET
from lianban.apps.cases.telling import story
from lianban.apps.cases.views import (
    CaseView,
    DocumentView,
    FieldView,
    ItemCaseView,
    ItemView,
    LicenceView,
    MaterialView,
    SectionView,
)
from lianban.apps.catalogue import public as catalogue
from lianban.apps.docket import public as docket
from lianban.apps.documents import public as documents
from lianban.apps.organs import public as organs
from lianban.core.chains.department_form import department_form
from lianban.core.chains.plan import Need, Plan
from lianban.core.items.model import ServiceItem
from lianban.core.kernel.masking import MaskKind, mask
from lianban.core.proceedings.chain_case.state import ChainState
from lianban.core.proceedings.events import Recorded, Role
from lianban.core.proceedings.item_case.state import ItemState
from lianban.core.proceedings.procedure import OpenAction
from lianban.core.proceedings.shared import Correction

MISSING = "missing"
Papers = Sequence[documents.DocumentCard]
BEYOND = "清单之外"
"""The marking of what was asked although the one-time list does not hold it."""
SIGNED = (SHEET, "申请确认单（签字）", "Signed confirmation sheet", "窗口留存", "")
"""What a person signed at the window, as it stands among the materials."""


def case(number: str, reader: Reader) -> CaseView:
    """Return an application with its items. Raises NoSuchProceeding when the reader may not see it."""
    visible(number, reader.actor)
    whole = docket.whole(number)
    return _case(whole, CaseFile.objects.get(proceeding_id=whole.parent.id), reader)


def item_case(number: str, reader: Reader) -> ItemCaseView:
    """Return one item as its authority sees it: its own form, its materials, its lawful actions."""
    visible(number, reader.actor)
    whole = docket.whole(number)
    file = CaseFile.objects.get(proceeding_id=whole.parent.id)
    child = next(each for each in whole.children if each.number == number)
    view = _case(whole, file, reader)
    item = catalogue.current().items[child.item]
    plan, state = view.plan, child.state
    return ItemCaseView(
        number=number,
        version=child.version,
        case=view,
        item=next(each for each in view.items if each.number == number),
        definition=item,
        form=_own_form(plan, item, file, full=_is_own(child, reader)),
        materials=_own_materials(view, plan, child.item),
        state=state,
        actions=_actions(child, reader),
        parties=heard.parties(child),
        statements=heard.statements(child),
        **_hands(state, reader),
    )


def full_values(number: str, reader: Reader, reason: str, by: By) -> tuple[SectionView, ...]:
    """Return the form unmasked; the look and its reason go into the access log first. Raises ReasonMissing."""
    visible(number, reader.actor)
    whole = docket.whole(number)
    file = CaseFile.objects.get(proceeding_id=whole.parent.id)
    _note_look(whole, "申请表完整信息", reader, reason, by.request_id)
    plan = plan_of(file)
    return rendering.sections(plan, rendering.typed(plan, file.values), file.sources, full=True)


def note_own_form(number: str, reader: Reader, request_id: str) -> None:
    """Write into the access log that an authority reads its own form, which it sees unmasked."""
    note_look(number, f"{number} 申请表", reader, "审查申请事项", request_id)


def note_look(number: str, what: str, reader: Reader, reason: str, request_id: str) -> None:
    """Write into the access log that somebody sees personal values of a case. Raises ReasonMissing."""
    visible(number, reader.actor)
    _note_look(docket.whole(number), what, reader, reason, request_id)


def events(number: str, reader: Reader) -> tuple[tuple[str, tuple[Recorded, ...]], ...]:
    """Return the record of an application and of each of its items."""
    visible(number, reader.actor)
    whole = docket.whole(number)
    happened = docket.events_of(whole.proceedings)
    return tuple((each.number, happened[each.id]) for each in whole.proceedings)


def checked(view: CaseView) -> tuple[docket.Checked, ...]:
    """Return the record of an application that its reader may see and of its items, each checked now, in that order."""
    numbers = [view.number, *(item.number for item in view.items)]
    found = {each.number: each for each in docket.check_records(numbers)}
    return tuple(found[number] for number in numbers)


def _is_own(child: docket.Loaded, reader: Reader) -> bool:
    return reader.actor.role is Role.APPROVER and reader.actor.authority == child.authority


def _hands(state: ItemState, reader: Reader) -> dict[str, str]:
    """Who has an item in hand, and for whom the reader would act on it."""
    principal = organs.acting_for(reader.actor, state.holder, reader.today).on_behalf_of
    names = {str(key): card.name for key, card in accounts.cards({state.holder, principal} - {""}).items()}
    return {"holder_name": names.get(state.holder, ""), "acting_for": names.get(principal, "")}


def _note_look(whole: docket.Case, what: str, reader: Reader, reason: str, request_id: str) -> None:
    access.record_view(
        actor=reader.actor,
        what=what,
        whose=whole.parent.applicant,
        reason=reason,
        now=reader.now,
        request_id=request_id,
        proceeding=whole.parent.number,
    )


def _case(whole: docket.Case, file: CaseFile, reader: Reader) -> CaseView:
    parent, state = whole.parent, whole.parent.state
    plan, names = plan_of(file), places.authority_names()
    own = reader.actor.role is Role.APPLICANT
    notice, issued = state.notice, _papers(whole)
    return CaseView(
        number=parent.number,
        version=parent.version,
        title=parent.title,
        chain=parent.chain,
        stage=state.stage.value,
        stage_name=lists.state_name(state.stage.value),
        applicant=file.applicant_name if own else mask(MaskKind.NAME, file.applicant_name),
        submitted_at=parent.opened_at,
        accepted_on=state.accepted_on,
        clock=lists.clock_view(parent.row, reader),
        plan=plan,
        items=tuple(_item(child, plan, names, reader) for child in whole.children),
        planned=tuple(_planned(state, names)) if not whole.children else (),
        timeline=story(whole, plan, names, issued, public=own),
        materials=_materials(file, plan, state.beyond),
        sections=rendering.sections(plan, rendering.typed(plan, file.values), file.sources, full=own),
        documents=_documents(issued),
        licences=_licences(whole, names, reader),
        actions=_actions(parent, reader),
        outstanding=state.outstanding,
        corrections=notice.corrections if notice else (),
        supply_by=notice.supply_by if notice else None,
        delivery=dict(file.delivery) if own or reader.actor.role in (Role.CLERK, Role.ISSUER) else {},
        rated=bool(state.ratings),
        gaps=state.gaps,
        answer=lists.answer_clock(parent.row, reader),
        jointly=jointly(whole, plan, names, public=own),
    )


def _item(child: docket.Loaded, plan: Plan, names: Mapping[str, str], reader: Reader) -> ItemView:
    state: ItemState = child.state
    decision = state.decision
    return ItemView(
        number=child.number,
        item=child.item,
        name=child.title,
        authority=child.authority,
        authority_name=names.get(child.authority, child.authority),
        state=state.status.value,
        state_name=lists.state_name(state.status.value),
        clock=lists.clock_view(child.row, reader),
        accepted_on=state.accepted_on,
        closed_on=state.closed_on,
        critical=child.item in plan.process.path,
        waits_for=state.predecessors if state.status == "waiting" else (),
        outcome=("granted" if decision.granted else "refused") if decision else "",
        delivered=state.handover is not None,
        remedies=decision.remedies if decision else None,
        open=_open_to(child, reader),
    )


def _planned(state: ChainState, names: Mapping[str, str]) -> list[ItemView]:
    """The items of an application that is not accepted yet."""
    none = lists.ClockView(None, None, None, "none")
    return [
        ItemView("", each.item, each.name, each.authority, names.get(each.authority, ""), "planned", "待受理", none)
        for each in state.items
    ]


def _materials(file: CaseFile, plan: Plan, beyond: tuple[Correction, ...]) -> tuple[MaterialView, ...]:
    held: dict[str, list[Any]] = {}
    for row in file.materials.filter(replaced_at=None).order_by("id"):
        held.setdefault(row.key, []).append(row)
    planned = [
        (each.key, each.name, each.name_en, each.marking.value, each.guidance)
        for each in plan.materials
        if each.need is not Need.NOT_NEEDED
    ]
    keys = {each[0] for each in planned} | {field.key for field in plan.fields}
    planned += [(each.subject, each.name, "", BEYOND, each.remedy) for each in beyond if each.subject not in keys]
    planned += [SIGNED] if SHEET in held else []
    return tuple(
        MaterialView(
            key=key,
            name=name,
            name_en=name_en,
            marking=marking,
            mode=held[key][0].mode if key in held else MISSING,
            files=tuple((row.file, row.file_name) for row in held.get(key, ()) if row.file),
            guidance=guidance,
            checked=held[key][0].checked if key in held else None,
            check_note=held[key][0].check_note if key in held else "",
        )
        for key, name, name_en, marking, guidance in planned
    )


def _own_materials(view: CaseView, plan: Plan, item: str) -> tuple[MaterialView, ...]:
    """The materials one authority asked for, in its own words."""
    named = {merged.key: use.name for merged in plan.materials for use in merged.uses if use.item == item}
    return tuple(each.called(named[each.key]) for each in view.materials if each.key in named)


def _own_form(plan: Plan, item: ServiceItem, file: CaseFile, *, full: bool) -> tuple[FieldView, ...]:
    merged = {use.field: field for field in plan.fields for use in field.uses if use.item == item.key}
    return tuple(
        rendering.own_field(field, merged[field.key], value, full=full)
        for field, value in department_form(plan, item, rendering.typed(plan, file.values))
        if field.key in merged
    )


def _papers(whole: docket.Case) -> Papers:
    return documents.documents_of([each.id for each in whole.proceedings])


def _documents(issued: Papers) -> tuple[DocumentView, ...]:
    return tuple(DocumentView(each.id, each.title, each.number, each.issued_at, each.item) for each in issued)


def _licences(whole: docket.Case, names: Mapping[str, str], reader: Reader) -> tuple[LicenceView, ...]:
    found = documents.licences_of([each.id for each in whole.children])
    items = {each.id: each for each in whole.children}
    return tuple(
        LicenceView(
            name=each.name,
            number=each.number,
            document_id=each.document,
            verification_code=each.verification_code,
            issued_on=each.issued_on,
            valid_until=each.valid_until,
            authority=names.get(each.authority, each.authority),
            item_number=items[each.proceeding].number if each.proceeding in items else "",
            state=each.state.label,
            in_force=each.state is documents.LicenceState.VALID,
            open=_open_to(items[each.proceeding], reader) if each.proceeding in items else (),
        )
        for each in found
    )


def _open_to(child: docket.Loaded, reader: Reader) -> tuple[str, ...]:
    """What an applicant may do with an item now, or a window for them; nobody else is told here."""
    if reader.actor.role not in (Role.APPLICANT, Role.CLERK):
        return ()
    return tuple(each.action for each in _actions(child, reader) if each.is_open)


def _actions(on: docket.Loaded, reader: Reader) -> tuple[OpenAction, ...]:
    module = PROCEDURES[on.procedure]
    found: tuple[OpenAction, ...] = module.open_actions(on.state, reader.actor, context(reader.now))
    return found
