"""Answers as an address carries them: ?q=q1:company&q=q2:350, in the order they were given."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.http import urlencode

from lianban.core.chains.model import Chain, Question, QuestionKind
from lianban.core.guidance import Known
from lianban.core.guidance.answers import Given
from lianban.core.guidance.errors import AnswerRefused
from lianban.core.guidance.spelling import BETWEEN, read

MARK, MOST = ":", 60


@dataclass(frozen=True, slots=True)
class Address:
    """What an address says. spelt: question key → text. lost: how many answers in it mean nothing here.

    known: what need not be asked of whoever reads it; never part of the address, so that a shared link tells nothing.
    """

    spelt: Mapping[str, str]
    given: Mapping[str, Given]
    lost: int
    known: Mapping[str, Known] = field(default_factory=dict)


def read_address(chain: Chain, query: QueryDict) -> Address:
    """Read the answers; what no longer fits the questions is left out and counted."""
    questions = {question.key: question for question in chain.questions}
    spelt: dict[str, str] = {}
    given: dict[str, Given] = {}
    written = query.getlist("q")[:MOST]
    for each in written:
        key, _, text = each.partition(MARK)
        try:
            given[key], spelt[key] = read(questions[key], text), text
        except (KeyError, AnswerRefused):
            continue
    return Address(spelt, given, len(written) - len(given))


def write_address(page: str, spelt: Mapping[str, str], **more: str) -> str:
    """Return the address of a page with these answers."""
    pairs = [*(("q", f"{key}{MARK}{text}") for key, text in spelt.items()), *((k, v) for k, v in more.items() if v)]
    return f"{page}?{urlencode(pairs)}" if pairs else page


def hidden(spelt: Mapping[str, str]) -> list[str]:
    """Return the answers as the hidden fields of a form."""
    return [f"{key}{MARK}{text}" for key, text in spelt.items()]


def typed(question: Question, values: Iterable[str]) -> str:
    """Return what a form sent as one text; a multiple choice may be empty, everything else may not."""
    parts = [value.strip() for value in values if value.strip()]
    if question.kind is QuestionKind.MULTI:
        return "unknown" if "unknown" in parts else BETWEEN.join(sorted(parts))
    return parts[-1].replace("，", "").replace(",", "") if parts else ""


def replaced(spelt: Mapping[str, str], key: str, text: str) -> dict[str, str]:
    """Return the answers with one of them changed where it stands, or added at the end."""
    return {**spelt, key: text}
