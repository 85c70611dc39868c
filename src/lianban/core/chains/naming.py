"""What the facts of a chain are called when a condition is spoken."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal

from lianban.core.chains.model import Chain, Question, QuestionKind
from lianban.core.conditions.words import FactName
from lianban.core.items.model import ServiceItem
from lianban.core.vocabulary.model import Authority, Fact, Situation, Vocabulary

_ASKED = {
    "zh": {"yes": "“{0}”答“是”", "no": "“{0}”答“否”", "chosen": "“{0}”选“{1}”"},
    "en": {"yes": "“{0}” is answered yes", "no": "“{0}” is answered no", "chosen": "“{0}” is answered “{1}”"},
}


def names_of(chain: Chain, vocabulary: Vocabulary, language: Literal["zh", "en"] = "zh") -> dict[str, FactName]:
    """Return the names of every fact that the chain asks about or the vocabulary knows.

    What the vocabulary says of a fact comes first; then the question's own words, the situation's, the element's name.
    """
    english = language == "en"
    names = {
        key: FactName(
            _spoken(each.name, each.name_en, english),
            each.unit,
            {option.value: _spoken(option.label, option.label_en, english) for option in each.options},
        )
        for key, each in vocabulary.elements.items()
    }
    for fact, situation in vocabulary.situations.items():
        names[fact] = _situation(situation, english)
    for question in chain.questions:
        names[question.fact] = _asked(question, english)
    for key, known in vocabulary.facts.items():
        names[key] = _worded(names.get(key, FactName(key)), known, english)
    return names


def _spoken(chinese: str, english: str, is_english: bool) -> str:
    """The words in the language asked for; the Chinese ones where there are no English ones."""
    return english if is_english and english else chinese


def _situation(situation: Situation, english: bool) -> FactName:
    ask = _spoken(situation.ask, situation.ask_en, english)
    return FactName(_without_mark(ask), said=_truths(ask, english))


def _fitting(authority: Authority) -> str:
    return authority.name_en if len(authority.name_en) <= _ROOM else authority.short_en or authority.name_en


def _asked(question: Question, english: bool) -> FactName:
    ask = _spoken(question.ask, question.ask_en, english)
    labels = {each.value: _spoken(each.label, each.label_en, english) for each in question.answers}
    if question.kind is QuestionKind.YES_NO:
        return FactName(_without_mark(ask), question.unit, labels, _truths(ask, english))
    chosen = _ASKED["en" if english else "zh"]["chosen"]
    said = {value: chosen.format(ask, label) for value, label in labels.items()}
    return FactName(_without_mark(ask), question.unit, labels, said)


def _truths(ask: str, english: bool) -> dict[str, str]:
    patterns = _ASKED["en" if english else "zh"]
    return {truth: patterns[truth].format(ask) for truth in ("yes", "no")}


def _worded(name: FactName, known: Fact, english: bool) -> FactName:
    called = _spoken(known.called, known.called_en, english)
    written = known.said_en if english and known.said_en else known.said
    unit = _spoken(name.unit, known.unit_en, english)
    return replace(name, name=called or name.name, unit=unit, said={**name.said, **written})


def _without_mark(ask: str) -> str:
    return ask.rstrip("？?")


_ROOM = 28
"""How many letters of an authority's name a box of the picture holds."""


def english_of(chain: Chain, items: Mapping[str, ServiceItem], vocabulary: Vocabulary) -> dict[str, str]:
    """Return the English of what a picture of the chain's process shows, where somebody wrote it.

    By key of the authority (a long name gives way to its short form), and by the Chinese of what passes from item to
    item: results, materials, words of dependencies.
    """
    own = [items[each.item] for each in chain.members if each.item in items]
    named: Iterable[tuple[str, str]] = (
        *((each.name, each.name_en) for each in vocabulary.kinds.values()),
        *((need.name, need.name_en) for item in own for need in item.materials),
        *((result.name, result.name_en) for item in own for result in item.results),
        *((each.via, each.via_en) for each in chain.dependencies),
        *((key, _fitting(each)) for key, each in vocabulary.authorities.items()),
    )
    return {name: english for name, english in named if english}
