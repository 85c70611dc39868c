"""The procedure of an item as a table."""

from lianban.core.proceedings import erasing
from lianban.core.proceedings.item_case import (
    changing,
    decision,
    ending,
    hearing,
    holding,
    instant,
    jointly,
    licence,
    opening,
    parties,
    promises,
    redating,
    renewal,
    review,
    special,
)
from lianban.core.proceedings.item_case.state import ItemStatus as S
from lianban.core.proceedings.procedure import NEW, Happening, Procedure

STATUSES: dict[str, tuple[str, str]] = {
    NEW: ("未立项", "Not opened"),
    S.WAITING: ("等待前置", "Waiting"),
    S.ACCEPTED: ("办理中", "In progress"),
    S.SPECIAL: ("特别程序", "Special procedure"),
    S.TRANSFERRED: ("已转报", "With the higher authority"),
    S.GRANTED: ("准予", "Granted"),
    S.REFUSED: ("不予许可", "Refused"),
    S.CERTIFIED: ("已制证", "Certificate made"),
    S.DELIVERED: ("已送达", "Delivered"),
    S.ARCHIVED: ("已归档", "Archived"),
    S.WITHDRAWN: ("已撤回", "Withdrawn"),
    S.TERMINATED: ("已终止", "Terminated"),
    S.CANCELLED: ("已取消", "Cancelled"),
}

_PARTS = (
    opening, promises, holding, instant, review, jointly, special, parties, redating, hearing, decision, ending,
    licence, changing, renewal,
)  # fmt: skip

PROCEDURE = Procedure(
    "item_case",
    "事项办理",
    "Handling of one item",
    STATUSES,
    (*(rule for part in _PARTS for rule in part.RULES), erasing.rule(STATUSES)),
)
"""The table: state, action, role, guards, clock, document, article, next state, silence."""

HAPPENINGS: tuple[type[Happening], ...] = (
    *(each for part in _PARTS for each in part.HAPPENINGS),
    erasing.WordsErased,
)
"""Everything that can have happened to an item."""
