"""What stands between two answers, as other systems read it."""

from collections.abc import Iterable

from pydantic import BaseModel, Field

from lianban.core.chains.model import Question
from lianban.core.chains.plan import Need
from lianban.core.conditions.field import WrittenCondition
from lianban.core.guidance import Asked, Certainty, Consequence, Kind


class Reason(BaseModel):
    """Something that hangs on a question."""

    kind: Kind
    item: str = Field(description="Key of the item it belongs to.")
    key: str
    name: str
    name_en: str


class Sure(Reason):
    """How certain something is. because: what is left of its circumstances."""

    need: Need
    because: WrittenCondition = Field(description="What is left of its circumstances, as JSON Logic.")


class Next(BaseModel):
    """The question to ask now. expected, at_most: how many there will be from here, this one included."""

    question: Question
    because: tuple[Reason, ...] = Field(description="What hangs on it, still open.")
    expected: float = Field(description="Expected number of questions from here, this one included.")
    at_most: int = Field(description="No order of answers takes more questions from here, this one included.")


class Guidance(BaseModel):
    """next: null when nothing open depends on a question any more. certainties: of everything, item by item."""

    next: Next | None
    certainties: tuple[Sure, ...]


def guidance(asked: Asked | None, sure: Iterable[Certainty]) -> Guidance:
    """Return where somebody stands."""
    return Guidance(
        next=_next(asked) if asked else None,
        certainties=tuple(Sure(**_named(each.consequence), need=each.need, because=each.because) for each in sure),
    )


def _next(asked: Asked) -> Next:
    because = tuple(Reason(**_named(each)) for each in asked.because)
    return Next(question=asked.question, because=because, expected=asked.expected, at_most=asked.at_most)


def _named(each: Consequence) -> dict[str, object]:
    return {"kind": each.kind, "item": each.item, "key": each.key, "name": each.name, "name_en": each.name_en}
