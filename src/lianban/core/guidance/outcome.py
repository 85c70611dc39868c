"""The outcome of a chain: everything that the answers can change, each with the circumstances in which it is there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lianban.core.chains.errors import UnknownMember
from lianban.core.chains.material_lists import entries_of, rules_by_item
from lianban.core.chains.model import Chain, MaterialRule, Question, QuestionKind
from lianban.core.conditions.algebra import Condition, Equals, Has
from lianban.core.conditions.simplify import conjunction, disjunction
from lianban.core.guidance.answers import fact_value
from lianban.core.items.model import ServiceItem


class Kind(StrEnum):
    """What a consequence is."""

    ITEM = "item"
    MATERIAL = "material"
    FIELD = "field"
    STEP = "step"
    DEPENDENCY = "dependency"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Consequence:
    """One thing that is there or not.

    item: key of the item it belongs to (of the later item for a dependency; of the question for advice).
    key: the item, material, field, step, earlier item, or answer. when: in which circumstances it is there.
    """

    kind: Kind
    item: str
    key: str
    name: str
    name_en: str
    when: Condition


def outcome_of(chain: Chain, items: Mapping[str, ServiceItem], advice: bool = False) -> tuple[Consequence, ...]:
    """Return every consequence of a chain; what belongs to an item is there only when the item is needed.

    Fees, visits and limits are those of the needed items and their steps. advice: count notes on answers too.
    Raises UnknownMember when the catalogue lacks an item of the chain.
    """
    needed = _members(chain, items)
    rules = rules_by_item(chain)
    found: list[Consequence] = []
    for key, when in needed.items():
        item = items[key]
        found.append(Consequence(Kind.ITEM, key, key, item.name, item.name_en, when))
        found += (_under(each, when) for each in _parts(item, rules.get(key, ())))
    found += _dependencies(chain, needed, items)
    found += _advice(chain.questions) if advice else ()
    return tuple(found)


def _members(chain: Chain, items: Mapping[str, ServiceItem]) -> dict[str, Condition]:
    when: dict[str, list[Condition]] = {}
    for member in chain.members:
        if member.item not in items:
            raise UnknownMember(chain.name, member.item)
        when.setdefault(member.item, []).append(member.when)
    return {key: disjunction(conditions) for key, conditions in when.items()}


def _under(part: Consequence, when: Condition) -> Consequence:
    both = conjunction((when, part.when))
    return Consequence(part.kind, part.item, part.key, part.name, part.name_en, both)


def _parts(item: ServiceItem, rules: Sequence[MaterialRule]) -> Iterator[Consequence]:
    for entry, when in entries_of(item, rules):
        yield Consequence(Kind.MATERIAL, item.key, entry.key, entry.name, entry.name_en, when)
    for field in item.fields:
        yield Consequence(Kind.FIELD, item.key, field.key, field.name, field.name_en, field.when)
    for step in item.steps:
        yield Consequence(Kind.STEP, item.key, step.name, step.name, "", step.when)


def _dependencies(
    chain: Chain, needed: Mapping[str, Condition], items: Mapping[str, ServiceItem]
) -> Iterator[Consequence]:
    for each in chain.dependencies:
        if each.before in needed and each.after in needed:
            when = conjunction((needed[each.before], needed[each.after], each.when))
            name, name_en = items[each.before].name, items[each.before].name_en
            yield Consequence(Kind.DEPENDENCY, each.after, each.before, name, name_en, when)


def _advice(questions: Iterable[Question]) -> Iterator[Consequence]:
    for question in questions:
        for answer in question.answers:
            if answer.note:
                value = fact_value(answer, question)
                is_multi = question.kind is QuestionKind.MULTI
                given = Has(question.fact, answer.value) if is_multi else Equals(question.fact, value)
                when = conjunction((question.when, given))
                yield Consequence(Kind.ADVICE, question.key, answer.value, answer.note, answer.note_en, when)
