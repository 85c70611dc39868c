"""Who inside an authority has an item in hand: taking it, giving it out, putting it back."""

from dataclasses import dataclass
from uuid import UUID

from lianban.apps.accounts import public as accounts
from lianban.apps.cases.acting import By
from lianban.apps.cases.in_hand import InHand
from lianban.apps.cases.item_acts import ItemDone, act
from lianban.apps.cases.lists import Reader
from lianban.apps.organs import public as organs
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.events import Role
from lianban.core.proceedings.item_case import commands as i
from lianban.core.proceedings.moments import local_day


class NoSuchExaminer(DomainError):
    """An item is given to somebody who does not examine for its authority."""

    code = "NO_SUCH_EXAMINER"

    def __init__(self) -> None:
        super().__init__("承办人须是本部门在岗的审批人员。请从列出的人员中选择。", field="holder")


@dataclass(frozen=True)
class Colleague:
    """Somebody of the reader's authority who may have items in hand."""

    person: str
    name: str
    is_reader: bool = False


def assign(number: str, holder: str, reason: str, by: By, expected: int | None = None) -> ItemDone:
    """认领, 分办, 改派. holder: account id. Raises NoSuchExaminer, GuardRefused."""

    def give(hand: InHand, key: str) -> None:
        if holder not in _examiners(hand.children[key].authority, by):
            raise NoSuchExaminer
        as_head = organs.leads(by.actor, local_day(by.now))
        hand.move_item(key, i.Assign(at=by.now, holder=holder, reason=reason, as_head=as_head))

    return act("assign", number, by, expected, give)


def release(number: str, reason: str, by: By, expected: int | None = None) -> ItemDone:
    """放回待认领."""

    def put_back(hand: InHand, key: str) -> None:
        as_head = organs.leads(by.actor, local_day(by.now))
        hand.move_item(key, i.Release(at=by.now, reason=reason, as_head=as_head))

    return act("release", number, by, expected, put_back)


def colleagues(reader: Reader) -> tuple[Colleague, ...]:
    """Return everybody who examines for the reader's authority, the reader first."""
    people = organs.colleagues(reader.actor.authority, Role.APPROVER, reader.today)
    cards = accounts.cards({*people, UUID(reader.actor.person)})
    found = [Colleague(str(key), card.name, str(key) == reader.actor.person) for key, card in cards.items()]
    return tuple(sorted(found, key=lambda each: (not each.is_reader, each.name)))


def _examiners(authority: str, by: By) -> set[str]:
    own = organs.colleagues(authority, Role.APPROVER, local_day(by.now))
    return {*map(str, own), by.actor.person}
