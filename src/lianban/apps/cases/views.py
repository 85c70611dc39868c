"""How a case looks to those involved: values only, personal values masked unless somebody may see them."""

import dataclasses
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from lianban.apps.cases.views_jointly import Awaited, Jointly
from lianban.core.chains.plan import Plan
from lianban.core.items.model import ServiceItem
from lianban.core.proceedings.item_case.state import ItemState
from lianban.core.proceedings.procedure import OpenAction
from lianban.core.proceedings.shared import Correction, Gap, Remedies


@dataclass(frozen=True)
class ClockView:
    """A due date as a badge shows it.

    due_on: the promised day, the lawful one where nothing is promised. remaining: working days left, negative when
    overdue, None when no clock runs. level: calm, soon, late, paused, done or none. provisional: a year without a
    holiday notice is crossed.
    """

    due_on: date | None
    statutory_due_on: date | None
    remaining: int | None
    level: str
    paused: bool = False
    provisional: bool = False


@dataclass(frozen=True)
class TaskRow:
    """One line of an inbox or a list. case_number: of the application; the same as number for an application.

    answer: before acceptance, until when the window must answer or the applicant must correct.
    holder: name of who has it in hand. authority_name: of who decides. asked_by: until when the reader's authority is
    to say what it thinks. joint: the joint act in which its opinion on its own item is still to come.
    """

    number: str
    case_number: str
    title: str
    chain: str
    item: str
    authority: str
    state: str
    state_name: str
    applicant: str
    clock: ClockView
    opened_at: datetime
    closed_at: datetime | None = None
    answer: ClockView | None = None
    holder: str = ""
    asked_by: date | None = None
    authority_name: str = ""
    joint: Awaited | None = None


@dataclass(frozen=True)
class Page:
    """A page of rows. total: how many there are in all. number: this page, from 1."""

    rows: tuple[TaskRow, ...]
    total: int
    number: int
    size: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // self.size))


@dataclass(frozen=True)
class TimelineLine:
    """One thing that happened, in words. item: key, empty for the whole. authority: name of who acted.

    document: kind and number of the paper it issued. kind: of the event. who, for_whom: names of whoever of the staff
    acted and of whom they stood in for; empty for applicants.
    """

    at: datetime
    text: str
    text_en: str = ""
    detail: str = ""
    detail_en: str = ""
    item: str = ""
    item_name: str = ""
    authority: str = ""
    document: str = ""
    document_id: UUID | None = None
    kind: str = ""
    who: str = ""
    for_whom: str = ""


@dataclass(frozen=True)
class MaterialView:
    """One material of the case. mode: uploaded, reused, fetched, internal, commitment, counter, gap or missing.

    marking: as in the plan, or 清单之外 when it was asked beyond the one-time list.
    name: in the words of whoever looks: the merged name for citizen and window, the authority's own in its office.
    files: stored file and its name. checked: None until the window looked.
    """

    key: str
    name: str
    name_en: str
    marking: str
    mode: str
    files: tuple[tuple[UUID, str], ...] = ()
    guidance: str = ""
    checked: bool | None = None
    check_note: str = ""

    def called(self, name: str) -> "MaterialView":
        """Return the same material under an authority's own name."""
        return dataclasses.replace(self, name=name)


@dataclass(frozen=True)
class FieldView:
    """One value of a form, as it may be shown. masked: a full view exists for those allowed. rows: of a group.

    The English stands beside each, as far as the catalogue has it; otherwise it is the same words.
    """

    key: str
    label: str
    value: str
    masked: bool = False
    source: str = ""
    rows: tuple[tuple[tuple[str, str], ...], ...] = ()
    label_en: str = ""
    value_en: str = ""
    rows_en: tuple[tuple[tuple[str, str], ...], ...] = ()


@dataclass(frozen=True)
class SectionView:
    """A section of a form."""

    title: str
    fields: tuple[FieldView, ...]
    title_en: str = ""


@dataclass(frozen=True)
class ItemView:
    """One item of the case: a lane. critical: it is on the path that decides when everything is done.

    number: empty while the application is not accepted. outcome: granted, refused or empty.
    remedies: where to turn, after a refusal. open: what the reader may do with it now, as the table calls it; told to
    applicants only.
    """

    number: str
    item: str
    name: str
    authority: str
    authority_name: str
    state: str
    state_name: str
    clock: ClockView
    accepted_on: date | None = None
    closed_on: date | None = None
    critical: bool = False
    waits_for: tuple[str, ...] = ()
    outcome: str = ""
    delivered: bool = False
    remedies: Remedies | None = None
    open: tuple[str, ...] = ()


@dataclass(frozen=True)
class LicenceView:
    """A licence or approval that was issued. authority: name. item_number: of the item that gave it.

    state: in words, such as 有效 or 撤销. open: what its holder may ask of the item now, as the table calls it.
    """

    name: str
    number: str
    document_id: UUID
    verification_code: str
    issued_on: date
    valid_until: date | None = None
    authority: str = ""
    item_number: str = ""
    state: str = ""
    in_force: bool = True
    open: tuple[str, ...] = ()


@dataclass(frozen=True)
class PartyView:
    """Somebody with an interest who was told. spoke: a statement of theirs is on record."""

    digest: str
    name: str
    interest: str
    respond_by: date | None
    spoke: bool = False


@dataclass(frozen=True)
class StatementView:
    """What somebody said. speaker: name of who was told; empty for the applicant. about: 变更, 注销 or empty."""

    words: str
    said_at: datetime
    speaker: str = ""
    about: str = ""


@dataclass(frozen=True)
class DocumentView:
    """A document that was issued."""

    id: UUID
    kind: str
    number: str
    issued_at: datetime
    item: str = ""


@dataclass(frozen=True)
class CaseView:
    """Everything about one case that whoever looks may see. planned: its items before acceptance.

    answer: before acceptance, until when the window must answer or the applicant must correct.
    """

    number: str
    version: int
    title: str
    chain: str
    stage: str
    stage_name: str
    applicant: str
    submitted_at: datetime
    accepted_on: date | None
    clock: ClockView
    plan: Plan
    items: tuple[ItemView, ...]
    planned: tuple[ItemView, ...]
    timeline: tuple[TimelineLine, ...]
    materials: tuple[MaterialView, ...]
    sections: tuple[SectionView, ...]
    documents: tuple[DocumentView, ...]
    licences: tuple[LicenceView, ...]
    actions: tuple[OpenAction, ...]
    outstanding: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    supply_by: date | None = None
    delivery: dict[str, str] = field(default_factory=dict)
    rated: bool = False
    gaps: tuple[Gap, ...] = ()
    answer: ClockView | None = None
    jointly: Jointly = field(default_factory=Jointly)


@dataclass(frozen=True)
class ItemCaseView:
    """One item as its authority sees it: its own form recreated, the materials it needs, the lawful actions.

    holder_name: who has it in hand. acting_for: for whom the reader's acts on it are done, empty for themselves.
    """

    number: str
    version: int
    case: CaseView
    item: ItemView
    definition: ServiceItem
    form: tuple[FieldView, ...]
    materials: tuple[MaterialView, ...]
    state: ItemState
    actions: tuple[OpenAction, ...]
    parties: tuple[PartyView, ...] = ()
    statements: tuple[StatementView, ...] = ()
    holder_name: str = ""
    acting_for: str = ""


@dataclass(frozen=True)
class PublicStatus:
    """What a stranger who knows a number may see. under_way: names of the items being handled, earliest due first."""

    number: str
    title: str
    stage: str
    stage_name: str
    accepted_on: date | None
    due_on: date | None
    closed: bool
    under_way: tuple[str, ...] = ()
    provisional: bool = False
