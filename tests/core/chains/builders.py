"""Small catalogues, built by hand."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from lianban.core.chains.model import Chain, Dependency, DependencyKind, Member, Question, QuestionKind
from lianban.core.clocks.limits import TimeLimit
from lianban.core.items.model import (
    DepartmentForm,
    FormField,
    HandlingType,
    ItemResult,
    MaterialNeed,
    ServiceItem,
    Step,
)
from lianban.core.vocabulary.model import DataElement, MaterialKind, Option, ValueType, Vocabulary


def days(length: float | str) -> TimeLimit:
    """A limit in working days."""
    return TimeLimit(length=Decimal(str(length)))


def a_field(key: str, element: str = "", **more: Any) -> FormField:
    """A department's field."""
    return FormField(key=key, name=more.pop("name", key), element=element, **more)


def a_choice(key: str, element: str, options: Iterable[str], **more: Any) -> FormField:
    """A department's list: `code:label` or a label that is its own code."""
    split = [text.partition(":") for text in options]
    listed = tuple(Option(value=code, label=label or code) for code, _, label in split)
    return a_field(key, element, type=ValueType.CHOICE, options=listed, **more)


def a_material(key: str, kind: str = "", **more: Any) -> MaterialNeed:
    """An entry of a material list."""
    return MaterialNeed(key=key, name=more.pop("name", key), kind=kind, **more)


def a_step(name: str, length: float = 1, **more: Any) -> Step:
    """A step of an item."""
    return Step(name=name, role="经办人", limit=days(length), **more)


def an_item(
    key: str,
    fields: Sequence[FormField] = (),
    materials: Sequence[MaterialNeed] = (),
    makes: str = "",
    takes: float = 5,
    **more: Any,
) -> ServiceItem:
    """A service item. makes: the material kind of its result. takes: its promised working days."""
    results = (ItemResult(name=f"{key}证", kind_key=makes),) if makes else ()
    form = DepartmentForm(title=f"{key}申请表", fields=tuple(fields)) if fields else None
    defaults: dict[str, Any] = {
        "name": f"事项{key}",
        "type": "行政许可",
        "authority": f"bureau_{key}",
        "promised_limit": days(takes),
        "statutory_limit": days(takes * 2),
        "handling_type": HandlingType.PROMISED,
        "steps": (a_step("受理", 0), a_step("审查"), a_step("送达", 0)),
        "visits": 1,
    }
    return ServiceItem(key=key, form=form, materials=tuple(materials), results=results, **(defaults | more))


def a_chain(*members: str | Member, **more: Any) -> Chain:
    """A chain of these items; a name alone is needed always."""
    listed = tuple(each if isinstance(each, Member) else Member(item=each) for each in members)
    dependencies = tuple(
        Dependency(before=before, after=after, kind=DependencyKind.PREREQUISITE)
        for before, after in more.pop("waits", ())
    )
    known = {"key": "chain", "code": "1", "name": "链", "lead_authority": "lead", "dependencies": dependencies}
    return Chain(members=listed, **(known | more))


def a_question(key: str, fact: str, kind: QuestionKind = QuestionKind.YES_NO, **more: Any) -> Question:
    """A question about a fact."""
    return Question(key=key, fact=fact, ask=f"{fact}？", kind=kind, **more)


def a_vocabulary(*words: DataElement | MaterialKind) -> Vocabulary:
    """A vocabulary of these elements and kinds."""
    return Vocabulary(
        elements={each.key: each for each in words if isinstance(each, DataElement)},
        kinds={each.key: each for each in words if isinstance(each, MaterialKind)},
    )


def by_key(*items: ServiceItem) -> dict[str, ServiceItem]:
    """Items by key."""
    return {item.key: item for item in items}
