"""One form from many: a fact is asked once, whoever needs it, within what all of them take."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from lianban.core.chains import sections
from lianban.core.chains.built import built
from lianban.core.chains.circumstances import Circumstances
from lianban.core.chains.constraints import Clash, Constraint, column_keys, meet, option_codes
from lianban.core.chains.demands import FieldDemand
from lianban.core.chains.groups import grouped, is_repeated, repeated
from lianban.core.chains.plan import FieldUse, MergedField, Section
from lianban.core.chains.telling import told_field
from lianban.core.conditions.algebra import Condition
from lianban.core.conditions.simplify import disjunction
from lianban.core.kernel.finding import Finding
from lianban.core.vocabulary.model import DataElement, Vocabulary


@dataclass(frozen=True, slots=True)
class Form:
    """The one form, and what its makers should look at."""

    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]


def merge_form(demands: Iterable[FieldDemand], vocabulary: Vocabulary, now: Circumstances) -> Form:
    """Return the one form that fills every department's form, in sections.

    Fields are one when they ask for one data element; a field that names none stays by itself. Departments whose
    limits cannot be met together get a field each, and a finding says why.
    """
    merging = _Merging(vocabulary, now)
    for key, asked in grouped(_by_element(demands), vocabulary.elements).items():
        merging.add(key, asked)
    return Form(merging.sections(), tuple(merging.findings))


def _by_element(demands: Iterable[FieldDemand]) -> dict[str, list[FieldDemand]]:
    asked: dict[str, list[FieldDemand]] = {}
    for demand in demands:
        asked.setdefault(demand.field.element or _own_key(demand), []).append(demand)
    return asked


def _own_key(demand: FieldDemand) -> str:
    return f"{demand.item.key}.{demand.field.key}"


class _Merging:
    def __init__(self, vocabulary: Vocabulary, now: Circumstances) -> None:
        self._elements = vocabulary.elements
        self._now = now
        self._sections: dict[str, list[tuple[tuple[int, tuple[int, int]], MergedField]]] = {}
        self._titles: dict[str, sections.Title] = {}
        self.findings: list[Finding] = []

    def add(self, key: str, asked: list[FieldDemand]) -> None:
        if is_repeated(key, asked):
            self._place(repeated(key, asked, self._elements), asked)
            return
        element = self._elements.get(asked[0].field.element)
        constraint = meet([demand.field for demand in asked], element)
        if isinstance(constraint, Constraint):
            self._place(_merged(key, asked, constraint, self._elements), asked)
        else:
            self._split(key, asked, element, constraint)

    def _split(self, key: str, asked: list[FieldDemand], element: DataElement | None, why: Clash) -> None:
        parts = _compatible(asked, element)
        for number, (constraint, part) in enumerate(parts):
            self._place(_merged(key if number == 0 else _own_key(part[0]), part, constraint, self._elements), part)
        if any(self._now.can_meet(_any(parts[0][1]), _any(part)) for _, part in parts[1:]):
            self.findings.append(_clash(key, asked, why))

    def _place(self, field: MergedField, asked: list[FieldDemand]) -> None:
        element = asked[0].field.element
        key, title = sections.place_of(element, [demand.item for demand in asked])
        self._titles.setdefault(key, title)
        place = (sections.rank_of_fact(element.partition(".")[2]), asked[0].place)
        self._sections.setdefault(key, []).append((place, field))

    def sections(self) -> tuple[Section, ...]:
        ordered = sorted(self._sections, key=lambda key: (sections.rank_of(key), self._earliest(key)))
        return tuple(
            built(
                Section,
                key=key,
                title=self._titles[key].zh,
                title_en=self._titles[key].en,
                fields=tuple(
                    field for _, field in sorted(self._sections[key], key=lambda each: (each[0], each[1].key))
                ),
            )
            for key in ordered
        )

    def _earliest(self, key: str) -> tuple[tuple[int, int], str]:
        return min(place[1] for place, _ in self._sections[key]), key


def _compatible(asked: list[FieldDemand], element: DataElement | None) -> list[tuple[Constraint, list[FieldDemand]]]:
    """Put each field to the first that it can be one with: those of the vocabulary's own type first."""
    parts: list[tuple[Constraint, list[FieldDemand]]] = []
    for demand in sorted(asked, key=lambda each: (not (element and each.field.type == element.type), each.place)):
        for number, (_, part) in enumerate(parts):
            together = meet([each.field for each in (*part, demand)], element)
            if isinstance(together, Constraint):
                parts[number] = (together, [*part, demand])
                break
        else:
            alone = meet([demand.field], element)
            if isinstance(alone, Clash):
                alone = Constraint(demand.field.type, demand.field.options, demand.field.columns)
            parts.append((alone, [demand]))
    return _joined(parts, element)


def _joined(
    parts: list[tuple[Constraint, list[FieldDemand]]], element: DataElement | None
) -> list[tuple[Constraint, list[FieldDemand]]]:
    """A field put in late can make two parts compatible that were not: a list contained in both of theirs."""
    for one, other in combinations(range(len(parts)), 2):
        asked = sorted((*parts[one][1], *parts[other][1]), key=lambda each: each.place)
        together = meet([each.field for each in asked], element)
        if isinstance(together, Constraint):
            rest = [part for number, part in enumerate(parts) if number not in (one, other)]
            return _joined([(together, asked), *rest], element)
    return parts


def _clash(key: str, asked: Sequence[FieldDemand], why: Clash) -> Finding:
    names = "、".join(sorted({f"{demand.item.name}“{demand.field.name}”" for demand in asked}))
    return Finding(
        rule="FORM_CLASH",
        level="warning",
        where=f"elements/{key}",
        message=f"各部门对同一数据元“{key}”的{why}要求不一致，暂各自填写：{names}",
        remedy="请相关部门统一口径，或将它们对应到不同的数据元。",
    )


def _any(asked: Iterable[FieldDemand]) -> Condition:
    return disjunction([demand.when for demand in asked])


def _merged(key: str, asked: list[FieldDemand], limits: Constraint, elements: Mapping[str, DataElement]) -> MergedField:
    when, element = _any(asked), elements.get(asked[0].field.element)
    required = [demand for demand in asked if demand.field.required]
    return built(
        MergedField,
        key=key,
        type=limits.type,
        when=when,
        required=when if len(required) == len(asked) else _any(required),
        options=limits.options,
        columns=limits.columns,
        unit=limits.unit,
        max_length=limits.max_length,
        minimum=limits.minimum,
        maximum=limits.maximum,
        uses=tuple([_use(demand, limits, element) for demand in asked]),
        **told_field(key, [demand.field for demand in asked], elements),
    )


def _use(demand: FieldDemand, limits: Constraint, element: DataElement | None) -> FieldUse:
    options = option_codes(limits.options, demand.field.options, element.options if element else ())
    columns = column_keys(limits.columns, demand.field, element) if limits.columns else {}
    return demand.used(options, columns)
