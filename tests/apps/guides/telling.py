"""Notices to test with: the shipped restaurant chain, answered as one goes along."""

from lianban.adapters.catalogue_files import Catalogue
from lianban.apps.catalogue import public as catalogue
from lianban.apps.guides import public as guides
from lianban.apps.organs.models import Authority
from lianban.core.chains.model import Question, QuestionKind
from lianban.core.guidance import next_question
from lianban.core.guidance.spelling import read_all

RESTAURANT = "kaiban-canyindian"


def put_authorities(found: Catalogue) -> None:
    """Set up every department of a catalogue."""
    for key, each in found.vocabulary.authorities.items():
        Authority.objects.create(key=key, name=each.name, seal_name=f"博山{each.name}", short_name=f"博{each.short}")


def answered(chain: str = RESTAURANT, **chosen: str) -> dict[str, str]:
    """Answer every question that is asked, with what was chosen or else with the first answer."""
    guide = catalogue.guide(chain)
    spelt: dict[str, str] = {}
    while asked := next_question(guide, read_all(guide.chain, spelt)):
        key = asked.question.key
        spelt[key] = chosen.get(key, _first(asked.question))
    return spelt


def told(now, chain: str = RESTAURANT, replaces: str = "", **chosen: str) -> guides.Notice:
    """Give a notice and return it."""
    return guides.notice(guides.issue(chain, answered(chain, **chosen), now=now, replaces=replaces))


def _first(question: Question) -> str:
    match question.kind:
        case QuestionKind.NUMBER:
            return "350"
        case QuestionKind.YES_NO:
            return "no"
        case QuestionKind.PLACE:
            return "370304"
    return question.answers[0].value
