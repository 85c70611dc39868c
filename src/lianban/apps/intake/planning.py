"""Which plan a draft has now: the answers, what was declared, and those form values on which something hangs."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from decimal import Decimal, InvalidOperation

from lianban.apps.catalogue import public as catalogue
from lianban.apps.intake.models import Draft
from lianban.core.chains.model import Chain
from lianban.core.chains.plan import MergedField, Plan
from lianban.core.conditions.algebra import Facts, FactValue, facts_of
from lianban.core.conditions.truth import evaluate
from lianban.core.guidance import UNKNOWN, facts_after
from lianban.core.guidance.errors import AnswerRefused
from lianban.core.guidance.spelling import read, read_all
from lianban.core.vocabulary.model import Sensitivity, ValueType

COUNTED = (ValueType.INTEGER, ValueType.NUMBER, ValueType.MONEY)


def plan_of(draft: Draft) -> Plan:
    """Return the plan for what is known of a draft. Personal values never become part of it."""
    definitions = catalogue.current()
    return catalogue.plan(draft.chain, _certain(draft, definitions), definitions)


def _certain(draft: Draft, definitions: catalogue.Definitions) -> dict[str, FactValue]:
    """What the form says now comes before what was answered at the start: it is what departments will read."""
    chain = definitions.chain(draft.chain)
    told = dict(facts_after(chain, read_all(chain, draft.answers), declared_facts(draft.declared, chain)))
    plan = catalogue.plan(draft.chain, told, definitions)
    hanging = (spoken_of(plan) - told.keys()) | (told.keys() - draft.declared.keys())
    for field in plan.fields:
        if field.key in hanging and field.sensitivity is Sensitivity.OPEN:
            value = as_fact(field, draft.values.get(field.key))
            if value is not None:
                told[field.key] = value
    return told


def declared_facts(declared: Mapping[str, bool | str], chain: Chain) -> Facts:
    """Return what was told beside the questions; what no longer fits them counts as not told."""
    questions = {question.fact: question for question in chain.questions}
    told: dict[str, FactValue] = {}
    for fact, said in declared.items():
        if isinstance(said, bool):
            told[fact] = said
            continue
        with suppress(AnswerRefused, KeyError):
            given = read(questions[fact], said)
            if given is not UNKNOWN:
                told[fact] = given
    return told


def shown_facts(plan: Plan, values: Mapping[str, object]) -> Facts:
    """Return the facts on which it hangs which fields show: the plan's and every simple value typed so far."""
    typed = {field.key: as_fact(field, values.get(field.key)) for field in plan.fields}
    return {**{key: value for key, value in typed.items() if value is not None}, **known_facts(plan)}


def applies(field: MergedField, facts: Facts) -> bool:
    """Whether a field shows; while that is open, it does."""
    return evaluate(field.when, facts) is not False


def is_required(field: MergedField, facts: Facts) -> bool:
    """Whether a field must be filled; while that is open, it need not be."""
    return evaluate(field.required, facts) is True


def as_fact(field: MergedField, value: object) -> FactValue | None:
    """Return a typed value as conditions look at it, None while it says nothing."""
    match value:
        case None | "":
            return None
        case bool():
            return value
        case list() if field.type is ValueType.CHOICES:
            return frozenset(str(each) for each in value)
        case list() | dict():
            return None
        case _ if field.type in COUNTED:
            return _number(str(value))
    return str(value)


def as_value(field: MergedField, fact: FactValue) -> object:
    """Return a fact as the form keeps it, None where the form has no such choice."""
    offered = [option.value for option in field.options]
    match fact:
        case bool():
            return fact if field.type is ValueType.BOOLEAN else None
        case frozenset():
            return [value for value in offered if value in fact] if fact <= {*offered} else None
        case str():
            return fact if field.type is ValueType.CHOICE and fact in offered else None
    return f"{fact:f}" if field.type in COUNTED and isinstance(fact, Decimal) else None


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip().replace(",", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def spoken_of(plan: Plan) -> frozenset[str]:
    """Return the facts on which something in a plan still hangs."""
    return frozenset(_names(plan))


def _names(plan: Plan) -> Iterator[str]:
    for item in plan.items:
        yield from facts_of(item.because)
    for material in plan.materials:
        yield from facts_of(material.when)
    for field in plan.fields:
        yield from facts_of(field.when)
        yield from facts_of(field.required)


def known_facts(plan: Plan) -> dict[str, FactValue]:
    """Return the facts a plan was compiled for, as conditions look at them."""
    return {key: frozenset(value) if isinstance(value, list) else value for key, value in plan.facts.items()}
