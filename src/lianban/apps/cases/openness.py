"""Which of many items an act is open on, and why not on the others: the question the table answers, asked at once."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from lianban.apps.cases import stepping
from lianban.apps.cases.acting import context
from lianban.apps.cases.lists import Reader
from lianban.apps.catalogue import public as catalogue
from lianban.apps.docket import public as docket
from lianban.core.items.model import ServiceItem
from lianban.core.proceedings import item_case
from lianban.core.proceedings.events import Actor
from lianban.core.proceedings.item_case.state import ItemState


@dataclass(frozen=True)
class Openness:
    """One item under the question. why_not: empty where the act is open. step: which the item comes to next.

    on_site: that step looks at a place. held: somebody has it in hand.
    """

    number: str
    title: str
    item: str
    version: int
    why_not: str
    step: str = ""
    on_site: bool = False
    held: bool = False

    def because(self, sentence: str) -> "Openness":
        """Return the same item with a reason why not."""
        return dataclasses.replace(self, why_not=sentence)


def openness(action: str, numbers: Iterable[str], reader: Reader) -> tuple[Openness, ...]:
    """Return for each item of the reader's own authority whether an action is open now; others are left out."""
    asked = tuple(dict.fromkeys(numbers))
    if not asked:
        return ()
    wanted = docket.Wanted(procedure="item_case", parts=True, asked=False, numbers=asked)
    found, definitions = docket.load_visible(reader.actor, wanted), catalogue.current().items
    return tuple(_openness(action, on, definitions[on.item], reader) for on in map(found.get, asked) if on)


def _openness(action: str, on: docket.Loaded, definition: ServiceItem, reader: Reader) -> Openness:
    state: ItemState = on.state
    step = stepping.next_step(definition, state)
    return Openness(
        number=on.number,
        title=on.title,
        item=on.item,
        version=on.version,
        why_not=_why_not(action, state, reader.actor, reader),
        step=step,
        on_site=any(each.on_site and each.name == step for each in definition.steps),
        held=bool(state.holder),
    )


def _why_not(action: str, state: ItemState, actor: Actor, reader: Reader) -> str:
    rows = item_case.open_actions(state, actor, context(reader.now))
    return next((row.why_not for row in rows if row.action == action), "没有这样的办理。")
