"""Answers travel in addresses and come back as they were."""

from datetime import date
from decimal import Decimal

import pytest

from lianban.core.chains.model import Answer, Question, QuestionKind
from lianban.core.guidance import UNKNOWN, AnswerRefused
from lianban.core.guidance.spelling import read, spell


def asked(kind, *values):
    answers = tuple(Answer(value=value, label=value) for value in values)
    return Question(key="q", fact="f", ask="?", kind=kind, answers=answers)


@pytest.mark.parametrize(
    ("question", "given"),
    [
        (asked(QuestionKind.YES_NO, "yes", "no"), True),
        (asked(QuestionKind.YES_NO, "yes", "no"), False),
        (asked(QuestionKind.NUMBER), Decimal("350")),
        (asked(QuestionKind.NUMBER), Decimal("0.5")),
        (asked(QuestionKind.DATE), date(2026, 11, 23)),
        (asked(QuestionKind.MULTI, "a", "b"), frozenset({"a", "b"})),
        (asked(QuestionKind.MULTI, "a", "b"), frozenset()),
        (asked(QuestionKind.SINGLE, "a", "b"), "b"),
        (asked(QuestionKind.SINGLE, "a", "b"), UNKNOWN),
    ],
)
def test_what_is_spelt_is_read_back(question, given):
    assert read(question, spell(given)) == given


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (asked(QuestionKind.YES_NO, "yes", "no"), "maybe"),
        (asked(QuestionKind.NUMBER), "viel"),
        (asked(QuestionKind.NUMBER), "NaN"),
        (asked(QuestionKind.DATE), "2026-13-01"),
        (asked(QuestionKind.MULTI, "a"), "a,z"),
        (asked(QuestionKind.SINGLE, "a"), "<script>"),
    ],
)
def test_what_is_not_an_answer_is_refused_by_name(question, text):
    with pytest.raises(AnswerRefused):
        read(question, text)
