"""How probable each answer is: all alike, or as finished cases have shown."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from lianban.core.chains.model import Question, QuestionKind
from lianban.core.conditions.algebra import FactValue
from lianban.core.conditions.errors import FactMismatch
from lianban.core.conditions.space import Variable
from lianban.core.guidance.answers import UNKNOWN, fact_value
from lianban.core.guidance.errors import AnswerRefused
from lianban.core.guidance.learning import NOT_CHOSEN, NOTHING, Learned
from lianban.core.guidance.map import QuestionMap
from lianban.core.guidance.spelling import read

Rows = tuple[tuple[Fraction, ...], ...]


def rows_of(questions: QuestionMap, learned: Learned = NOTHING) -> Rows:
    """Return for each variable the probability of its classes. Answers to different questions count as independent.

    Without finished cases every answer of a question is as probable as another, and every option of a multiple choice
    is chosen in half of the cases. What was learned adds to that (Laplace's rule of succession), so that no answer is
    taken for impossible. What no longer is an answer of its question counts for nothing.
    """
    asker = {dimension.at: asking.question for asking in reversed(questions.askings) for dimension in asking.dimensions}
    return tuple(_row(variable, asker.get(at), learned) for at, variable in enumerate(questions.variables))


def _row(variable: Variable, question: Question | None, learned: Learned) -> tuple[Fraction, ...]:
    counts = [0] * len(variable.values)
    given = _given(question, learned.get(question.key, {}), variable) if question else ()
    for value, people in (*((value, 1) for value in _one_each(variable, question)), *given):
        found = _class(variable, value)
        if found is not None:
            counts[found] += people
    total = sum(counts)
    return tuple(Fraction(count, total) for count in counts)


def _class(variable: Variable, value: FactValue) -> int | None:
    try:
        return variable.class_of(value)
    except FactMismatch:
        return None


def _given(question: Question, counted: Mapping[str, int], variable: Variable) -> Iterator[tuple[FactValue, int]]:
    for text, people in counted.items():
        if question.kind is QuestionKind.MULTI:
            if text.removeprefix(NOT_CHOSEN) == variable.option:
                yield frozenset({text}), people
            continue
        try:
            value = read(question, text)
        except AnswerRefused:
            continue
        if value is not UNKNOWN:
            yield value, people


def _one_each(variable: Variable, question: Question | None) -> tuple[FactValue, ...]:
    if variable.option is not None:
        return (frozenset[str](), frozenset({variable.option}))
    if question is None or not question.answers or question.kind is QuestionKind.YES_NO:
        return variable.values
    return tuple(fact_value(answer, question) for answer in question.answers)
