"""What values the facts of a chain can have: what its questions let one answer."""

from collections.abc import Mapping

from lianban.core.chains.model import Chain, Question, QuestionKind
from lianban.core.conditions.domains import Anything, Choices, Days, Domain, Numbers, Places, Truths, Words

_EMPTY: tuple[Domain, ...] = (Words(), Choices(()))
"""Of questions whose answers nobody has written yet."""


def domains_of(chain: Chain) -> dict[str, Domain]:
    """Return the domain of every fact that a question gives. Facts that two questions give differently may be anything.

    A fact that other answers set as well has their words too. Facts nobody asks about are left out.
    """
    domains: dict[str, Domain] = {}
    for question in chain.questions:
        asked = domain_of(question)
        if asked not in _EMPTY:
            domains[question.fact] = _joined(domains.get(question.fact, asked), asked)
    for fact, value in _set_by_answers(chain):
        if fact in domains:
            domains[fact] = _joined(domains[fact], Words((value,)) if isinstance(value, str) else Truths())
    return domains


def domain_of(question: Question) -> Domain:
    """Return the values that a question lets one answer."""
    values = tuple(answer.value for answer in question.answers)
    match question.kind:
        case QuestionKind.YES_NO:
            return Truths()
        case QuestionKind.NUMBER:
            return Numbers()
        case QuestionKind.DATE:
            return Days()
        case QuestionKind.PLACE:
            return Places()
        case QuestionKind.MULTI:
            return Choices(values)
        case _:
            return Words(values)


def _joined(one: Domain, other: Domain) -> Domain:
    if one == other:
        return one
    if isinstance(one, Words | Choices) and isinstance(other, Words | Choices):
        kind = Choices if isinstance(one, Choices) or isinstance(other, Choices) else Words
        return kind(tuple(dict.fromkeys((*one.options, *other.options))))
    return Anything()


def _set_by_answers(chain: Chain) -> list[tuple[str, bool | str]]:
    sets: list[Mapping[str, bool | str]] = [answer.sets for question in chain.questions for answer in question.answers]
    return [pair for each in sets for pair in each.items()]
