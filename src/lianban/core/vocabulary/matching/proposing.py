"""Proposes, for every field and material, which data element or material kind it is."""

import hashlib
from collections.abc import Iterable, Sequence
from itertools import groupby

from lianban.core.kernel.value import Value
from lianban.core.vocabulary.matching.asked import Asked, Kind
from lianban.core.vocabulary.matching.confirming import speaks_for_itself
from lianban.core.vocabulary.matching.documents import read_materials
from lianban.core.vocabulary.matching.experience import Experience, Lesson
from lianban.core.vocabulary.matching.fields import Reading, read_form

NEW = "new:"
"""What the identifier of a fact or document begins with that the vocabulary does not know."""

_FIRM, _BY_CONTEXT, _BY_WORDS, _DOUBTFUL = 0.9, 0.75, 0.6, 0.3
_WORTH_SHOWING = 0.4


class Proposal(Value):
    """What a name is proposed to be.

    id: a key of the vocabulary, or `new:…`, the same for all names proposed to be the same new thing.
    score: 0 to 1. suggestions: keys with similar names, for a person to choose from; nothing is merged by them.
    """

    asked: Asked
    id: str
    score: float
    why: str
    suggestions: tuple[str, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether the vocabulary holds nothing for this name yet."""
        return self.id.startswith(NEW)


def read(asked: Iterable[Asked]) -> list[tuple[Asked, Reading]]:
    """Return every name with its reading, forms and lists taken together as they stand in their item."""
    found: list[tuple[Asked, Reading]] = []
    ordered = sorted(asked, key=lambda each: (each.chain, each.item, each.kind, each.position))
    for (_, _, kind), group in groupby(ordered, key=lambda each: (each.chain, each.item, each.kind)):
        together: Sequence[Asked] = list(group)
        readings = read_form(together) if kind is Kind.FIELD else read_materials(together)
        found += zip(together, readings, strict=True)
    return found


def propose(asked: Iterable[Asked], known: Iterable[Asked] = ()) -> tuple[Proposal, ...]:
    """Return a proposal for every name, by chain, item, kind and place in the form.

    known: names with their keys, from which the statistics come; the keys of `asked` themselves are not looked at.
    Two names with the same id are proposed to be the same; a wrong merge is worse than a missed one, so a name that
    neither its words nor its neighbours explain stays on its own.
    """
    experience = Experience(each for each in read(known) if speaks_for_itself(*each))
    found = [_proposal(each, reading, experience) for each, reading in read(asked)]
    return tuple(each for _, group in groupby(found, key=_list_of) for each in _each_once(list(group)))


def _list_of(proposal: Proposal) -> tuple[str, str, Kind]:
    return proposal.asked.chain, proposal.asked.item, proposal.asked.kind


def _each_once(proposals: list[Proposal]) -> list[Proposal]:
    """Keep the best of proposals with one id: a form does not ask the same twice, a list does not name it twice."""
    best: dict[str, Proposal] = {}
    for each in proposals:
        if each.id not in best or each.score > best[each.id].score:
            best[each.id] = each
    return [each if best[each.id] is each else _doubtful(each) for each in proposals]


def _doubtful(proposal: Proposal) -> Proposal:
    asked = proposal.asked
    return proposal.model_copy(
        update={
            "id": f"{NEW}{asked.kind.value}@{asked.chain}/{asked.item}/{asked.position}",
            "score": _DOUBTFUL,
            "why": "同一份表单或清单里已有更贴切的一项，请人工判断",
            "suggestions": (proposal.id,),
        }
    )


def _proposal(asked: Asked, reading: Reading, experience: Experience) -> Proposal:
    lesson = experience.lesson(asked, reading) or _unknown(reading)
    is_new = lesson.key.startswith(NEW)
    near = tuple(key for key, likeness in experience.nearest(asked) if likeness >= _WORTH_SHOWING) if is_new else ()
    return Proposal(asked=asked, id=lesson.key, score=lesson.score, why=lesson.why, suggestions=near)


def _unknown(reading: Reading) -> Lesson:
    score = _FIRM if reading.known_head and reading.firm else _BY_CONTEXT if reading.known_head else _BY_WORDS
    return Lesson(f"{NEW}{_stable(reading.broader or reading.sense)}", score, reading.why)


def _stable(sense: str) -> str:
    if len(sense) <= 40:
        return sense
    return f"{sense[:24]}~{hashlib.sha256(sense.encode()).hexdigest()[:8]}"
