"""Answers as an address or a command line spells them: yes, no, 350, 2026-11-23, a,b — or unknown."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from lianban.core.chains.domains import domain_of
from lianban.core.chains.model import Chain, Question, QuestionKind
from lianban.core.guidance.answers import UNKNOWN, Given, check
from lianban.core.guidance.errors import AnswerRefused, NoSuchQuestion

TRUTHS = {"yes": True, "no": False}
BETWEEN = ","


def read(question: Question, text: str) -> Given:
    """Return the answer that a text spells. Raises AnswerRefused, which says what is allowed."""
    written = text.strip()
    if written == UNKNOWN.value:
        return UNKNOWN
    try:
        return check(question, _read(question, written))
    except (ValueError, InvalidOperation, KeyError) as wrong:
        raise AnswerRefused(question.key, question.ask, text, _example(question)) from wrong


def spell(given: Given) -> str:
    """Return an answer as `read` takes it."""
    match given:
        case True:
            return "yes"
        case False:
            return "no"
        case frozenset():
            return BETWEEN.join(sorted(given))
        case Decimal():
            return f"{given.normalize():f}"
        case date():
            return given.isoformat()
    return given.value if given is UNKNOWN else str(given)


def read_all(chain: Chain, spelt: Mapping[str, str]) -> dict[str, Given]:
    """Return every answer. spelt: question key → text. Raises AnswerRefused, NoSuchQuestion."""
    questions = {question.key: question for question in chain.questions}
    stray = [key for key in spelt if key not in questions]
    if stray:
        raise NoSuchQuestion(stray[0], questions)
    return {key: read(questions[key], text) for key, text in spelt.items()}


def _read(question: Question, text: str) -> Given:
    match question.kind:
        case QuestionKind.YES_NO:
            return TRUTHS[text]
        case QuestionKind.NUMBER:
            number = Decimal(text)
            return number if number.is_finite() else text
        case QuestionKind.DATE:
            return date.fromisoformat(text)
        case QuestionKind.MULTI:
            return frozenset(part for part in text.split(BETWEEN) if part)
    return text


def _example(question: Question) -> str:
    match question.kind:
        case QuestionKind.YES_NO:
            return "yes、no，或 unknown（不清楚）"
        case QuestionKind.NUMBER:
            return f"数字（{question.unit or '如 120'}），或 unknown（不清楚）"
        case QuestionKind.DATE:
            return "日期（如 2026-11-23），或 unknown（不清楚）"
        case QuestionKind.PLACE:
            return "行政区划代码（如 370304），或 unknown（不清楚）"
    return f"{domain_of(question)}"
