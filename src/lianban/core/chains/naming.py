"""What the facts of a chain are called when a condition is spoken."""

from typing import Literal

from lianban.core.chains.model import Chain, Question
from lianban.core.conditions.words import FactName
from lianban.core.vocabulary.model import Vocabulary


def names_of(chain: Chain, vocabulary: Vocabulary, language: Literal["zh", "en"] = "zh") -> dict[str, FactName]:
    """Return the names of every fact that the chain asks about or the vocabulary knows.

    A question gives its own words; a data element its name and unit; a situation what it asks.
    """
    english = language == "en"
    names = {
        key: FactName(
            (each.name_en if english else "") or each.name,
            each.unit,
            {option.value: (option.label_en if english else "") or option.label for option in each.options},
        )
        for key, each in vocabulary.elements.items()
    }
    for fact, situation in vocabulary.situations.items():
        names[fact] = FactName(_without_mark((situation.ask_en if english else "") or situation.ask))
    for question in chain.questions:
        names[question.fact] = _asked(question, english)
    return names


def _asked(question: Question, english: bool) -> FactName:
    labels = {each.value: (each.label_en if english else "") or each.label for each in question.answers}
    return FactName(_without_mark((question.ask_en if english else "") or question.ask), question.unit, labels)


def _without_mark(ask: str) -> str:
    return ask.rstrip("？?")
