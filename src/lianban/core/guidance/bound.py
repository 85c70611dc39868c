"""How few questions any guide can need: a bound that looks at the outcome only, not at any order.

Where another answer to one question alone would change the outcome, every guide has to ask that question. The sum of
these probabilities over the questions is therefore a lower bound on the expected number of questions (the average
sensitivity of the outcome). Source of the idea: the sensitivity of Boolean functions, S. Cook, C. Dwork and
R. Reischuk (1986).
"""

from fractions import Fraction
from itertools import pairwise

from lianban.core.conditions.diagram import FALSE, TRUE, DiagramTooLarge
from lianban.core.guidance.map import Asking, QuestionMap
from lianban.core.guidance.weights import Rows


def least_expected(questions: QuestionMap, rows: Rows) -> Fraction:
    """Return a number of questions below which no guide with the same outcome can come on average."""
    return sum((_decisive_share(questions, rows, asking) for asking in questions.askings), Fraction(0))


def _decisive_share(questions: QuestionMap, rows: Rows, asking: Asking) -> Fraction:
    """Return how probable it is that this question alone still decides something."""
    nodes = [node for node in set(questions.conditions) if questions.diagrams.support(node) & asking.mask]
    if not nodes:
        return Fraction(0)
    known: dict[int, Fraction] = {}
    try:
        decisive = FALSE
        for node in sorted(nodes):
            decisive = questions.diagrams.either(decisive, _decisive(questions, node, asking))
            if decisive == TRUE:
                break
        return questions.diagrams.share(decisive, rows, known)
    except DiagramTooLarge:
        return Fraction(0)


def _decisive(questions: QuestionMap, node: int, asking: Asking) -> int:
    """Return where the consequence changes with the answer to one question, all others staying."""
    diagrams = questions.diagrams
    found = FALSE
    for dimension in asking.dimensions:
        kinds = range(len(dimension.variable.values))
        outcomes = [diagrams.restrict(node, dimension.at, kind) for kind in kinds]
        for one, other in pairwise(outcomes):
            found = diagrams.either(found, diagrams.differs(one, other))
    return diagrams.some_below(found, questions.first_free, {})
