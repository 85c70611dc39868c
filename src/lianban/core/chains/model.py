"""A chain as its lead authority describes it: items, questions, and what hangs on what."""

from enum import StrEnum

from pydantic import Field

from lianban.core.conditions.algebra import ALWAYS
from lianban.core.conditions.field import WrittenCondition
from lianban.core.kernel.value import Value


class QuestionKind(StrEnum):
    """How a question is answered.

    The fact of a yes_no question is a truth; its answers, where given, have the values `yes` and `no`. The fact of a
    multi question is the set of chosen values; of a number or date question, the number or day itself; of a place
    question, the code of a division (2 digits for a province, 4 city, 6 county, 9 town, 12 village).
    """

    SINGLE = "single"
    MULTI = "multi"
    YES_NO = "yes_no"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"


class Answer(Value):
    """One way to answer. sets: facts that this answer makes certain besides the question's own."""

    value: str
    label: str
    label_en: str = ""
    note: str = ""
    note_en: str = ""
    sets: dict[str, bool | str] = {}


class Picture(Value):
    """A picture that shows what a question means, on demand.

    file: its name in the catalogue's folder `pictures`, 480 by 320. alt: what it shows, for whoever cannot see it.
    note: what its numbers stand for. source: who drew it, or where it comes from.
    """

    file: str = Field(pattern=r"^[a-z0-9-]+\.(svg|png)$")
    alt: str = Field(min_length=1)
    alt_en: str = ""
    note: str = ""
    note_en: str = ""
    source: str = Field(min_length=1)
    licence: str = Field(min_length=1)


class Question(Value):
    """A question of the guidance (导引).

    fact: the fact that the answer gives; conditions of members, materials and fields speak of it.
    when: the circumstances in which it may be asked at all.
    find_out: how a person who does not know finds out.
    """

    key: str
    fact: str
    ask: str
    ask_en: str = ""
    kind: QuestionKind = QuestionKind.SINGLE
    answers: tuple[Answer, ...] = ()
    when: WrittenCondition = ALWAYS
    unit: str = ""
    help: str = ""
    help_en: str = ""
    find_out: str = ""
    find_out_en: str = ""
    picture: Picture | None = None
    source: tuple[str, ...] = ()


class Member(Value):
    """An item of the chain, and the circumstances in which it is needed."""

    item: str
    when: WrittenCondition = ALWAYS


class DependencyKind(StrEnum):
    """The relation of two items (facts 5.2.1)."""

    MATERIAL = "material"
    PREREQUISITE = "prerequisite"
    PARALLEL = "parallel"


class Dependency(Value):
    """`before` must be granted before `after` can be decided, unless the kind is parallel.

    via: what passes from one to the other, in words (营业执照).
    """

    before: str
    after: str
    kind: DependencyKind
    via: str = ""
    via_en: str = ""
    when: WrittenCondition = ALWAYS
    note: str = ""
    source: tuple[str, ...] = ()

    def said(self, before: str) -> str:
        """Return why one waits for the other, in words. before: the name of the item that comes first."""
        if self.kind is DependencyKind.MATERIAL:
            return self.note or f"要用“{before}”的{self.via or '结果'}"
        return self.note or f"“{before}”办结后才能办理" + (f"（{self.via}）" if self.via else "")


class MaterialRule(Value):
    """A material that the chain adds to an item in some circumstances, or takes from it.

    kind: key of the material kind. item: the item it belongs to.
    """

    item: str
    kind: str
    name: str = ""
    adds: bool = True
    when: WrittenCondition = ALWAYS


class PublishedReduction(Value):
    """What a place has published about its own reductions (四减), kept as published."""

    scope: str
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    source: tuple[str, ...] = ()


class RecordedPath(Value):
    """Recorded answers and what they must lead to (这样回答 → 应当得到), checked whenever definitions change.

    answers: question key → answer as an address spells it (`yes`, `350`, `a,b`, `unknown`).
    items: keys of exactly the items that are certain then; possible: of exactly those that may be needed.
    materials: keys of exactly the materials that the applicant then certainly hands in; None leaves them unchecked.
    """

    name: str
    answers: dict[str, str]
    items: tuple[str, ...]
    possible: tuple[str, ...] = ()
    materials: tuple[str, ...] | None = None


class Chain(Value):
    """One thing a person wants done (一件事).

    key: unique, used in addresses. lead_authority: 牵头部门. cooperating_authorities: 配合部门.
    sources: every source key used in the chain and its items, with title and address.
    """

    key: str
    code: str
    name: str
    name_en: str = ""
    summary: str = ""
    summary_en: str = ""
    aliases: tuple[str, ...] = ()
    service_object: str = "法人"
    lead_authority: str
    cooperating_authorities: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()
    questions: tuple[Question, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    material_rules: tuple[MaterialRule, ...] = ()
    published_reductions: tuple[PublishedReduction, ...] = ()
    paths: tuple[RecordedPath, ...] = ()
    visits_before: int | None = None
    visits_after: int | None = None
    promise_days: int | None = None
    licence_name: str = ""
    sources: dict[str, dict[str, str]] = {}

    def visits_together(self, alone: int) -> int:
        """Return how often one must come. alone: how often for the items one by one."""
        return min(1 if self.visits_after is None else self.visits_after, alone)

    @property
    def waits(self) -> tuple[Dependency, ...]:
        """What makes one of its items wait for another: items done at the same time wait for nothing."""
        members = {member.item for member in self.members}
        binding = (each for each in self.dependencies if each.kind is not DependencyKind.PARALLEL)
        return tuple(each for each in binding if each.before in members and each.after in members)
