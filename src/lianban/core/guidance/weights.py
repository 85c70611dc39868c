"""How probable each answer is: all alike, or as finished cases have shown."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from lianban.core.chains.model import Question, QuestionKind
from lianban.core.conditions.algebra import FactValue
from lianban.core.conditions.space import Variable
from lianban.core.guidance.answers import UNKNOWN, Answers, fact_value
from lianban.core.guidance.map import QuestionMap

Rows = tuple[tuple[Fraction, ...], ...]


def rows_of(questions: QuestionMap, finished: Sequence[Answers] = ()) -> Rows:
    """Return for each variable the probability of its classes. Answers to different questions count as independent.

    Without finished cases every answer of a question is as probable as another, and every option of a multiple choice
    is chosen in half of the cases. Finished cases add to that (Laplace's rule of succession), so that no answer is
    taken for impossible.
    """
    asker = {dimension.at: asking.question for asking in reversed(questions.askings) for dimension in asking.dimensions}
    return tuple(_row(variable, asker.get(at), finished) for at, variable in enumerate(questions.variables))


def _row(variable: Variable, question: Question | None, finished: Sequence[Answers]) -> tuple[Fraction, ...]:
    counts = [0] * len(variable.values)
    given = (each.get(question.key, UNKNOWN) for each in finished) if question else ()
    for value in (*_one_each(variable, question), *(value for value in given if value is not UNKNOWN)):
        found = variable.class_of(value)
        if found is not None:
            counts[found] += 1
    total = sum(counts)
    return tuple(Fraction(count, total) for count in counts)


def _one_each(variable: Variable, question: Question | None) -> Iterable[FactValue]:
    if variable.option is not None:
        return (frozenset[str](), frozenset({variable.option}))
    if question is None or not question.answers or question.kind is QuestionKind.YES_NO:
        return variable.values
    return tuple(fact_value(answer, question) for answer in question.answers)
