"""A service item as a department describes it: the elements of the implementation list (facts 1.3) that matter."""

from enum import StrEnum

from pydantic import Field

from lianban.core.clocks.limits import TimeLimit
from lianban.core.conditions.algebra import ALWAYS
from lianban.core.conditions.field import WrittenCondition
from lianban.core.items.elements import (
    Closing,
    FrequentQuestion,
    HandlingForm,
    Quota,
    Remedies,
    Themes,
)
from lianban.core.items.examination import Examination
from lianban.core.kernel.legal import LegalBasis
from lianban.core.kernel.value import Quantity, Value
from lianban.core.vocabulary.model import Column, Option, Paper, ValueType


class HandlingType(StrEnum):
    """办件类型 (facts 1.4.6)."""

    ON_THE_SPOT = "即办件"
    PROMISED = "承诺件"


class Necessity(StrEnum):
    """材料必要性 (facts 1.4.14)."""

    REQUIRED = "必要"
    CONDITIONAL = "条件必要"
    OPTIONAL = "非必要"
    TOLERABLE = "容缺后补"


class MaterialForm(StrEnum):
    """材料形式, weakest first: a stricter form satisfies a weaker one."""

    ELECTRONIC = "电子"
    COPY = "复印件"
    ORIGINAL = "原件"
    ORIGINAL_AND_COPY = "原件及复印件"


class FormField(Value):
    """One field of a department's own form, in the department's own words.

    element: the data element it asks for; empty while nobody has said which it is.
    required: must it be filled when it applies. when: the circumstances in which it applies.
    options: what the department lets one choose; `value` is the department's own code.
    """

    key: str
    name: str
    name_en: str = ""
    element: str = ""
    type: ValueType = ValueType.TEXT
    required: bool = True
    when: WrittenCondition = ALWAYS
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    unit: str = ""
    max_length: int | None = Field(default=None, gt=0)
    minimum: Quantity | None = None
    maximum: Quantity | None = None
    hint: str = ""
    source: tuple[str, ...] = ()


class DepartmentForm(Value):
    """A department's own form (表单)."""

    title: str
    title_en: str = ""
    fields: tuple[FormField, ...] = ()


class MaterialNeed(Value):
    """One entry of an item's material list.

    kind: the material kind it asks for; empty while nobody has said which it is.
    tolerable: may be handed in later (可容缺). commitment: may be replaced by a written promise (可承诺).
    shared: the authority can fetch it from shared data or as an electronic licence.
    paper: its own 空白表格 and 示例样表; empty for the item's own form and where the kind's paper serves.
    """

    key: str
    name: str
    name_en: str = ""
    kind: str = ""
    necessity: Necessity = Necessity.REQUIRED
    when: WrittenCondition = ALWAYS
    form: MaterialForm = MaterialForm.COPY
    copies: int = Field(default=1, ge=0)
    channel: str = "申请人自备"
    issued_by: str = ""
    shared: bool = False
    e_licence: bool = False
    tolerable: bool = False
    commitment: bool = False
    acceptance_standard: str = ""
    paper: Paper = Paper()
    note: str = ""
    source: tuple[str, ...] = ()

    @property
    def is_fetched(self) -> bool:
        """Whether the authority can get it by itself."""
        return self.shared or self.e_licence

    @property
    def is_insisted(self) -> bool:
        """Whether the authority insists on it."""
        return self.necessity is not Necessity.OPTIONAL

    @property
    def is_tolerable(self) -> bool:
        """Whether it may be handed in later (容缺)."""
        return self.tolerable or self.necessity is Necessity.TOLERABLE


class Step(Value):
    """One step of an item's process (环节). `counted` is false for acts after the decision."""

    name: str
    role: str
    limit: TimeLimit
    when: WrittenCondition = ALWAYS
    on_site: bool = False
    counted: bool = True
    note: str = ""


class ResultKind(StrEnum):
    """审批结果类型 (facts 1.4.16)."""

    LICENCE = "证照"
    APPROVAL = "批文"
    OTHER = "其他"
    NONE = "无"


class ItemResult(Value):
    """What a granted item yields.

    kind_key: the material kind it is to other items, if it is one.
    sample: the address of a picture of it (结果样本); licences and approvals that we issue show their own.
    """

    name: str
    name_en: str = ""
    kind: ResultKind = ResultKind.LICENCE
    kind_key: str = ""
    validity: str = ""
    validity_years: int | None = None
    sample: str = ""

    def said(self, item: str) -> str:
        """Return why whoever uses it waits for it, in words. item: the name of the item that yields it."""
        return f"要用“{item}”办出的{self.name}"


class Fee(Value):
    """收费. amount: in yuan, per case, when it is fixed."""

    charged: bool = False
    text: str = "不收费"
    amount: Quantity | None = None
    basis: tuple[LegalBasis, ...] = ()


class AcceptanceCondition(Value):
    """受理条件."""

    text: str
    text_en: str = ""
    source: tuple[str, ...] = ()


class Place(Value):
    """Where and when an item is handled, and whom to call."""

    address: str = ""
    hours: str = ""
    consult_phone: str = ""
    supervise_phone: str = ""


class ServiceItem(Value):
    """A service item (事项), at the grain of a business handling item (业务办理项).

    key: unique in the catalogue. code: 基本编码 where the source gives one.
    authority: key of the authority that decides. type: 事项类型 (facts 1.4.1), in words.
    examination: what the law asks of examining and deciding it.
    visits: 到现场次数. handling_forms: 办理形式; none named leaves it open. posted: results come by post on request.
    quota: 数量限制, if there is one. remedies: 复议、诉讼. faq: 常见问题. closing: what closing a case is called here.
    """

    key: str
    name: str
    name_en: str = ""
    code: str = ""
    type: str
    authority: str
    authority_text: str = ""
    level: str = "县级"
    service_object: str = "法人"
    statutory_limit: TimeLimit | None = None
    promised_limit: TimeLimit
    handling_type: HandlingType
    legal_basis: tuple[LegalBasis, ...] = ()
    conditions: tuple[AcceptanceCondition, ...] = ()
    materials: tuple[MaterialNeed, ...] = ()
    form: DepartmentForm | None = None
    steps: tuple[Step, ...] = ()
    results: tuple[ItemResult, ...] = ()
    fee: Fee = Fee()
    visits: int = Field(default=0, ge=0)
    visit_reason: str = ""
    handling_forms: tuple[HandlingForm, ...] = ()
    posted: bool = False
    place: Place = Place()
    examination: Examination = Examination()
    themes: Themes = Themes()
    quota: Quota | None = None
    remedies: Remedies = Remedies()
    faq: tuple[FrequentQuestion, ...] = ()
    closing: Closing | None = None
    note: str = ""
    source: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[FormField, ...]:
        """The fields of its own form."""
        return self.form.fields if self.form else ()

    @property
    def counted_steps(self) -> tuple[Step, ...]:
        """Its steps up to the decision."""
        return tuple(step for step in self.steps if step.counted)

    def yields(self, kind: str) -> bool:
        """Return whether its result is a material of this kind to other items."""
        return bool(kind) and any(result.kind_key == kind for result in self.results)
