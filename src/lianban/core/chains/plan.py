"""A plan: what a chain asks of one person, compiled for the answers given so far."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from pydantic import ConfigDict

from lianban.core.chains.process import Process
from lianban.core.clocks.limits import TimeLimit
from lianban.core.conditions.algebra import ALWAYS
from lianban.core.conditions.field import WrittenCondition
from lianban.core.items.model import MaterialForm
from lianban.core.kernel.finding import Finding
from lianban.core.kernel.legal import LegalBasis
from lianban.core.kernel.value import Value
from lianban.core.vocabulary.model import CarryOver, Column, Option, Sensitivity, ValueType


class Need(StrEnum):
    """Whether something is certain: 必办, 可能需要, 不需要."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    NOT_NEEDED = "not_needed"


class PlanItem(Value):
    """An item in the plan. because: the condition that decides it, simplified by the answers given.

    days: the working days its authority promises to take in these circumstances. authority_name: as the source writes
    it, for people.
    """

    key: str
    name: str
    name_en: str = ""
    type: str
    authority: str
    authority_name: str = ""
    need: Need
    because: WrittenCondition = ALWAYS
    statutory_limit: TimeLimit | None = None
    promised_limit: TimeLimit
    days: Decimal = Decimal(0)
    on_the_spot: bool = False
    fee: str = ""
    visits: int = 0
    results: tuple[str, ...] = ()
    legal_basis: tuple[LegalBasis, ...] = ()


class FieldUse(Value):
    """Which department's field a merged field fills.

    options: merged option value → the department's own code. columns: merged column → the department's own; a field
    that is one column of a repeated group names that column and itself.
    """

    item: str
    field: str
    name: str
    options: dict[str, str] = {}
    columns: dict[str, str] = {}


class MergedField(Value):
    """One field of the one form.

    key: the data element's key. when: the circumstances in which it is shown. required: those in which it must be
    filled. authority: the registry that knows the value, if one does.
    """

    key: str
    label: str
    label_en: str = ""
    type: ValueType
    when: WrittenCondition = ALWAYS
    required: WrittenCondition = ALWAYS
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    unit: str = ""
    max_length: int | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    hint: str = ""
    hint_en: str = ""
    sensitivity: Sensitivity = Sensitivity.OPEN
    carry_over: CarryOver = CarryOver.FREE
    authority: str = ""
    uses: tuple[FieldUse, ...] = ()

    @property
    def blanks(self) -> tuple[str, ...]:
        """What a person fills in, as it is counted: columns count where each replaces a list of its own."""
        replaces = self.type is ValueType.TABLE and any(use.field in use.columns.values() for use in self.uses)
        return tuple(f"{self.label}：{column.name}" for column in self.columns) if replaces else (self.label,)


class Section(Value):
    """A group of fields that a person fills in one go."""

    key: str
    title: str
    title_en: str = ""
    fields: tuple[MergedField, ...] = ()


class Marking(StrEnum):
    """What the applicant has to do about a material."""

    REQUIRED = "必要"
    CONDITIONAL = "条件必要"
    TOLERABLE = "可容缺"
    COMMITMENT = "可承诺"
    EXEMPT = "免提交"
    INTERNAL = "内部流转"


HANDED_IN = frozenset({Marking.REQUIRED, Marking.CONDITIONAL, Marking.TOLERABLE})
"""The markings of a material that the applicant hands in."""
FREE = frozenset({Marking.EXEMPT, Marking.INTERNAL})
"""Nobody is asked for them: offices have them already, or make them on the way."""


class Drop(StrEnum):
    """Why a material entry does not reach the applicant."""

    DUPLICATE = "duplicate"
    PRODUCED = "produced"
    SHARED = "shared"
    COMMITMENT = "commitment"
    FORM = "form"

    def said(self, makers: Iterable[str]) -> str:
        """Return the reason in words. makers: names of the items that yield the document, if any does."""
        return _DROPPED[self].format("、".join(makers))


_DROPPED = {
    Drop.DUPLICATE: "同一材料已提交一次",
    Drop.PRODUCED: "由本次办理的“{0}”产生，内部流转",
    Drop.SHARED: "电子证照或共享数据可以核验",
    Drop.COMMITMENT: "可以书面承诺替代",
    Drop.FORM: "内容已在一张表单中填写",
}


class MaterialUse(Value):
    """Which department's entry a merged material satisfies. dropped: why that entry costs nothing, if so."""

    item: str
    material: str
    name: str
    when: WrittenCondition = ALWAYS
    dropped: Drop | None = None
    reason: str = ""


class MergedMaterial(Value):
    """One document of the one set.

    produced_by: the item of the plan that yields it, when marking is INTERNAL. producers: every item of the plan that
    yields it if it is needed. optional: no department insists on it.
    """

    key: str
    name: str
    name_en: str = ""
    marking: Marking
    need: Need
    when: WrittenCondition = ALWAYS
    form: MaterialForm
    copies: int = 1
    issuer: str = ""
    produced_by: str = ""
    producers: tuple[str, ...] = ()
    exempt_reason: str = ""
    guidance: str = ""
    guidance_en: str = ""
    tolerable: bool = False
    commitment: bool = False
    optional: bool = False
    uses: tuple[MaterialUse, ...] = ()


class Figure(Value):
    """One reduction: before, after, and the entries behind each number. The rate is (before − after) ÷ before."""

    before: Decimal
    after: Decimal
    before_entries: tuple[str, ...] = ()
    after_entries: tuple[str, ...] = ()

    @property
    def rate(self) -> Decimal | None:
        """The share saved; None when there was nothing to save."""
        return (self.before - self.after) / self.before if self.before else None


class Reductions(Value):
    """四减 by the definitions of facts 5.4, and the fields."""

    steps: Figure
    materials: Figure
    days: Figure
    visits: Figure
    fields: Figure


class Certificate(Value):
    """The witness by which somebody else can check a plan without searching for what made it.

    sequence: an order in which all items can be decided, so nothing waits in a ring and every producer comes before
    whoever uses its result. What else a plan claims, it shows itself: which merged field and material serves which
    department's, when each item begins and ends. Keys that older plans had besides are passed over.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    sequence: tuple[str, ...] = ()


class Plan(Value):
    """The compiled chain. facts: the answers it was compiled for. certificate: what the verifier checks."""

    chain: str
    name: str
    name_en: str = ""
    facts: dict[str, bool | str | Decimal | list[str]] = {}
    items: tuple[PlanItem, ...] = ()
    sections: tuple[Section, ...] = ()
    materials: tuple[MergedMaterial, ...] = ()
    process: Process = Process()
    reductions: Reductions
    findings: tuple[Finding, ...] = ()
    certificate: Certificate = Certificate()

    @property
    def fields(self) -> tuple[MergedField, ...]:
        """The fields of its form, section by section."""
        return tuple(field for section in self.sections for field in section.fields)
