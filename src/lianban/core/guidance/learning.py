"""What finished cases teach about answers: how many people gave each, never a single person's.

Only sums are kept. An answer that fewer people gave than the least number counts as given by nobody, and every sum is
rounded down to a multiple of it, so that neither a sum nor the difference between two nights tells one person's answer.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from lianban.core.conditions.algebra import Facts
from lianban.core.conditions.errors import FactMismatch
from lianban.core.conditions.space import Variable
from lianban.core.guidance.map import Asking, QuestionMap
from lianban.core.guidance.spelling import spell

Learned = Mapping[str, Mapping[str, int]]
"""Question key → answer as an address spells it (an option of a multiple choice: `x` chosen, `-x` not) → people."""
NOTHING: Learned = {}
NOT_CHOSEN = "-"
FEWEST = 2
"""An answer of fewer people than this is never counted, whatever an installation sets."""


def tally(questions: QuestionMap, said: Iterable[tuple[str, Facts]], least: int) -> dict[str, dict[str, int]]:
    """Return how many people gave each answer.

    said: who and what their answers made certain, one entry per finished case; somebody with many cases counts once
    for an answer. Numbers and days are counted by the class that the conditions cut. least: see FEWEST.
    """
    people: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for person, facts in said:
        for asking in questions.askings:
            for answer in _answers(asking, facts):
                people[asking.question.key][answer].add(person)
    least = max(least, FEWEST)
    counted = {key: {a: len(who) // least * least for a, who in sorted(given.items())} for key, given in people.items()}
    kept = {key: {a: n for a, n in given.items() if n} for key, given in sorted(counted.items())}
    return {key: given for key, given in kept.items() if given}


def _answers(asking: Asking, facts: Facts) -> Iterator[str]:
    fact = asking.question.fact
    if fact not in facts:
        return
    for dimension in asking.dimensions:
        try:
            found = dimension.variable.class_of(facts[fact])
        except FactMismatch:
            continue
        if found is not None:
            yield _spelt(dimension.variable, found)


def _spelt(variable: Variable, found: int) -> str:
    if variable.option is not None:
        return variable.option if found else f"{NOT_CHOSEN}{variable.option}"
    return spell(variable.values[found])
