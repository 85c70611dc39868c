"""Answers in the words of their questions."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from lianban.apps.catalogue import public as catalogue
from lianban.apps.guides.sheet import SheetAnswer, Word
from lianban.core.calendars.written import written
from lianban.core.chains.model import Answer, Chain, Question, QuestionKind
from lianban.core.conditions.truth import evaluate
from lianban.core.guidance import UNKNOWN, facts_after
from lianban.core.guidance.answers import Given, is_given

YES, NO = Word(zh="是", en="Yes"), Word(zh="否", en="No")
NOT_SURE = Word(zh="不清楚", en="Not sure")
NONE = Word(zh="都没有", en="None of these")


def heard(chain: Chain, answers: Mapping[str, Given]) -> dict[str, Given]:
    """Return the answers that count: without those to questions that other answers made pointless."""
    facts = facts_after(chain, answers)
    pointless = {each.key for each in chain.questions if evaluate(each.when, facts) is False}
    return {key: given for key, given in answers.items() if key not in pointless}


def answered(chain: Chain, answers: Mapping[str, Given]) -> Iterator[SheetAnswer]:
    """Yield the answers in the order they were given."""
    questions = {question.key: question for question in chain.questions}
    for key, given in answers.items():
        question = questions[key]
        notes = tuple(Word(zh=each.note, en=each.note_en) for each in _chosen(question, given) if each.note)
        ask = Word(zh=question.ask, en=question.ask_en)
        yield SheetAnswer(question=key, ask=ask, answer=worded(question, given), notes=notes)


def worded(question: Question, given: Given) -> Word:
    """Return an answer as a person would say it."""
    if given is UNKNOWN:
        return NOT_SURE
    labels = [Word(zh=each.label, en=each.label_en) for each in _chosen(question, given)]
    if labels:
        return Word(zh="、".join(each.zh for each in labels), en=", ".join(each.en or each.zh for each in labels))
    match given:
        case bool():
            return YES if given else NO
        case Decimal():
            return Word(zh=f"{given.normalize():f} {question.unit}".strip())
        case date():
            return Word(zh=written(given), en=given.isoformat())
    if question.kind is QuestionKind.PLACE and isinstance(given, str):
        return Word(zh=catalogue.divisions().spoken(given))
    return NONE if given == frozenset() else Word(zh=str(given))


def _chosen(question: Question, given: Given) -> list[Answer]:
    if given is UNKNOWN:
        return []
    if isinstance(given, bool):
        return [each for each in question.answers if each.value == ("yes" if given else "no")]
    return [each for each in question.answers if is_given(each, question, given)]
