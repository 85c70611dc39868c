"""Recorded answers in the words of their questions."""

from collections.abc import Mapping

from lianban.apps.guides import public as guides
from lianban.core.chains.model import Chain
from lianban.core.guidance.spelling import read_all
from lianban.core.kernel.errors import DomainError
from lianban.web.portal.words import spoken


def answers_shown(chain: Chain, answers: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the answers as questions and words; as they are spelt where they no longer fit."""
    try:
        said = list(guides.worded_answers(chain, read_all(chain, answers)))
    except DomainError:
        return [{"key": key, "value": text} for key, text in answers.items()]
    return [{"key": spoken(each.ask.zh, each.ask.en), "value": spoken(each.answer.zh, each.answer.en)} for each in said]
