"""What a person names on the command line: a chain by any of its names, answers as `question=answer`."""

import argparse
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from lianban.adapters.catalogue_files import SHIPPED, read_catalogue
from lianban.adapters.catalogue_files.catalogue import Catalogue
from lianban.adapters.division_file import read_divisions
from lianban.core.chains.model import Chain, Question, QuestionKind
from lianban.core.guidance.answers import UNKNOWN, Given
from lianban.core.guidance.errors import AnswerRefused, NoSuchQuestion
from lianban.core.kernel.errors import DomainError

_TRUTHS = {"yes": True, "y": True, "是": True, "true": True, "no": False, "n": False, "否": False, "false": False}
_UNKNOWN = ("?", "？", "unknown", "不清楚")


class NoSuchChain(DomainError):
    """No chain, or more than one, has this name."""

    code = "NO_SUCH_CHAIN"

    def __init__(self, wanted: str, known: list[str]) -> None:
        others = f"可以选择：{'、'.join(known)}。" if known else "目录里没有一条读得懂的链条，请用 lianban check 查看。"
        super().__init__(f"没有名为“{wanted}”的一件事。{others}", wanted=wanted, known=known)


class NoCatalogue(DomainError):
    """The folder holds no catalogue."""

    code = "NO_CATALOGUE"

    def __init__(self, folder: Path) -> None:
        super().__init__(f"“{folder}”不是目录（事项、链条、词汇的文件夹）。请用 --catalogue 指明。", folder=str(folder))


class UnreadableAnswers(DomainError):
    """Answers are written as question=answer, joined by commas."""

    code = "UNREADABLE_ANSWERS"

    def __init__(self, part: str) -> None:
        super().__init__(f"看不懂“{part}”。答案请写成“问题=答案”，多个用逗号分开，例如 q1=company,q2=80。", part=part)


def add_catalogue(parser: argparse.ArgumentParser) -> None:
    """Declare which catalogue a command reads."""
    parser.add_argument("--catalogue", type=Path, default=SHIPPED, metavar="DIR", help="目录文件夹（默认为随附目录）")


def catalogue_in(folder: Path) -> Catalogue:
    """Read the catalogue of a folder. Raises NoCatalogue."""
    if not (folder / "chains").is_dir():
        raise NoCatalogue(folder)
    return read_catalogue(folder)


def chain_named(wanted: str, chains: Mapping[str, Chain]) -> Chain:
    """Return the chain with this key, code, name or alias, or the only one whose name holds it. Raises NoSuchChain."""
    if wanted in chains:
        return chains[wanted]
    plain = _plain(wanted)
    exact = [chain for chain in chains.values() if plain in {_plain(name) for name in _names(chain)}]
    found = exact or [chain for chain in chains.values() if plain and plain in _plain(chain.name)]
    if len(found) != 1:
        raise NoSuchChain(wanted, sorted(_plain(chain.name) for chain in found or chains.values()))
    return found[0]


def answers_in(chain: Chain, text: str) -> dict[str, Given]:
    """Read `q1=company,q2=80`: a question by its key or its fact; several choices are joined by `+`.

    Raises UnreadableAnswers, NoSuchQuestion, AnswerRefused.
    """
    questions = {question.key: question for question in chain.questions}
    by_fact = {question.fact: question for question in chain.questions}
    answers: dict[str, Given] = {}
    for part in filter(None, (each.strip() for each in text.replace("，", ",").split(","))):
        name, sign, value = part.partition("=")
        if not sign or not value.strip():
            raise UnreadableAnswers(part)
        question = questions.get(name.strip()) or by_fact.get(name.strip())
        if question is None:
            raise NoSuchQuestion(name.strip(), questions)
        answers[question.key] = _given(question, value.strip())
    return answers


def _given(question: Question, text: str) -> Given:
    if text in _UNKNOWN:
        return UNKNOWN
    labels = {answer.label: answer.value for answer in question.answers}
    match question.kind:
        case QuestionKind.YES_NO:
            return _TRUTHS.get(labels.get(text, text).lower(), text)
        case QuestionKind.MULTI:
            return frozenset(labels.get(each, each) for each in text.split("+"))
        case QuestionKind.NUMBER | QuestionKind.DATE:
            return _measured(question, text)
        case QuestionKind.PLACE:
            return read_divisions().located(text) or text
        case _:
            return labels.get(text, text)


def _measured(question: Question, text: str) -> Given:
    is_number = question.kind is QuestionKind.NUMBER
    try:
        if not is_number:
            return date.fromisoformat(text)
        if (number := Decimal(text)).is_finite():
            return number
    except (InvalidOperation, ValueError):
        pass
    allowed = "数字，例如 80" if is_number else "日期，例如 2026-11-23"
    raise AnswerRefused(question.key, question.ask, text, allowed)


def _names(chain: Chain) -> tuple[str, ...]:
    return (chain.key, chain.code, chain.name, chain.name_en, *chain.aliases)


def _plain(name: str) -> str:
    for mark in ("一件事", "一链办理", "“", "”", '"', " "):
        name = name.replace(mark, "")
    return name.lower()
