"""How the joint acts of an application look to those involved."""

from dataclasses import dataclass
from datetime import date

from lianban.apps.cases.joint_parts import JointToCall
from lianban.core.items.acts import Act


@dataclass(frozen=True)
class JointPartView:
    """One item of a joint act. said: its authority gave its opinion; passed, text, on: told inside the offices only."""

    item: str
    name: str
    authority_name: str
    said: bool
    passed: bool | None = None
    text: str = ""
    on: date | None = None


@dataclass(frozen=True)
class JointView:
    """One joint act as it was called. closed_on: None while opinions are still to come. is_visit: somebody comes."""

    number: int
    act: Act
    held_on: date
    hour: str
    place: str
    due_on: date
    parts: tuple[JointPartView, ...]
    is_visit: bool
    closed_on: date | None = None

    def has(self, item: str) -> bool:
        """Whether an item takes part."""
        return any(each.item == item for each in self.parts)

    def awaits(self, item: str) -> bool:
        """Whether the authority of an item has still to say what it found."""
        return self.closed_on is None and any(each.item == item and not each.said for each in self.parts)


@dataclass(frozen=True)
class Awaited:
    """A joint act in which an authority has still to say what it found: from held_on on, at the latest on due_on."""

    act: Act
    held_on: date
    due_on: date


@dataclass(frozen=True)
class Jointly:
    """called: what was called, the latest first. to_call: what the plan says, with who would take part now."""

    called: tuple[JointView, ...] = ()
    to_call: tuple[JointToCall, ...] = ()

    @property
    def open(self) -> tuple[JointView, ...]:
        """What was called and is not over."""
        return tuple(each for each in self.called if each.closed_on is None)

    def of(self, item: str) -> tuple[JointView, ...]:
        """Return the joint acts in which an item takes part."""
        return tuple(each for each in self.called if each.has(item))
