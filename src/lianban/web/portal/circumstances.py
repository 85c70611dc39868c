"""Circumstances on which materials hang, as the materials page asks them: yes or no, one of several, several, typed."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lianban.apps.catalogue import public as catalogue
from lianban.apps.guides.public import worded
from lianban.apps.intake import public as intake
from lianban.core.chains.answers import read_back
from lianban.core.chains.model import Question, QuestionKind
from lianban.core.conditions.algebra import facts_of
from lianban.core.conditions.truth import evaluate
from lianban.core.guidance import UNKNOWN
from lianban.core.guidance.errors import AnswerRefused
from lianban.core.guidance.spelling import read
from lianban.core.vocabulary.model import Situation
from lianban.web.components.fields import Choice
from lianban.web.portal.words import spoken

EXAMPLES = {QuestionKind.DATE: "2026-11-23", QuestionKind.PLACE: "山东省淄博市博山区"}


@dataclass(frozen=True)
class Circumstance:
    """One circumstance. way: yes_no, one, several or typed. said: the answer so far in words, empty while open.

    source: where it is known from, when nobody had to be asked. chosen: the answer so far as it is posted.
    """

    fact: str
    ask: str
    help: str
    way: str
    said: str = ""
    source: str = ""
    choices: tuple[Choice, ...] = ()
    chosen: tuple[str, ...] = ()
    unit: str = ""
    example: str = ""


def circumstances(view: intake.DraftView) -> list[Circumstance]:
    """Return the circumstances nobody spoke of yet and on which a material hangs, and those declared here."""
    return [*_asked(view), *_situations(view)]


def _asked(view: intake.DraftView) -> Iterator[Circumstance]:
    open_facts, chain = _open_facts(view), catalogue.current().chain(view.chain)
    facts = read_back(view.plan.facts, chain)
    for question in chain.questions:
        may_be_asked = evaluate(question.when, facts) is not False
        if question.fact in view.declared or (question.fact in open_facts and may_be_asked):
            yield _of_question(question, view)


def _situations(view: intake.DraftView) -> Iterator[Circumstance]:
    questions = {question.fact for question in catalogue.current().chain(view.chain).questions}
    open_facts = _open_facts(view)
    for fact, situation in catalogue.current().vocabulary.situations.items():
        if fact not in questions and (fact in open_facts or fact in view.declared):
            yield _of_situation(situation, view)


def _open_facts(view: intake.DraftView) -> set[str]:
    hanging = {fact for row in view.materials if row.applies is None for fact in facts_of(row.material.when)}
    return {fact for fact in hanging if fact not in view.plan.facts}


def _of_situation(situation: Situation, view: intake.DraftView) -> Circumstance:
    said = view.declared.get(situation.fact)
    return Circumstance(
        fact=situation.fact,
        ask=spoken(situation.ask, situation.ask_en),
        help=situation.find_out,
        way="yes_no",
        said="" if said is None else _("是") if said else _("否"),
        source=view.sources.get(situation.fact, ""),
    )


def _of_question(question: Question, view: intake.DraftView) -> Circumstance:
    text = _text(view.declared.get(question.fact))
    labels = {each.value: spoken(each.label, each.label_en) for each in question.answers}
    return Circumstance(
        fact=question.fact,
        ask=spoken(question.ask, question.ask_en),
        help=spoken(question.find_out, question.find_out_en),
        way=_way(question),
        said=_said(question, text),
        choices=tuple(Choice(value, label) for value, label in labels.items()),
        chosen=tuple(text.split(",")) if text else (),
        unit=question.unit,
        example=EXAMPLES.get(question.kind, "120"),
    )


def _way(question: Question) -> str:
    if question.kind is QuestionKind.YES_NO:
        return "yes_no"
    if question.kind is QuestionKind.MULTI:
        return "several"
    return "one" if question.answers else "typed"


def _text(said: bool | str | None) -> str | None:
    return ("yes" if said else "no") if isinstance(said, bool) else said


def _said(question: Question, text: str | None) -> str:
    try:
        given = UNKNOWN if text is None else read(question, text)
    except AnswerRefused:
        return ""
    word = worded(question, given)
    return "" if given is UNKNOWN else spoken(word.zh, word.en)
