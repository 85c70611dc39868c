"""Who inside the authority has the item in hand (承办人). It belongs to the authority all the same."""

from typing import ClassVar

from lianban.core.kernel.words import Words
from lianban.core.proceedings import articles as law
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.item_case.base import OWN_AUTHORITY, ItemHappening, On, moved
from lianban.core.proceedings.item_case.state import IN_HAND, ItemState
from lianban.core.proceedings.procedure import Command, Guard, Happening, Rule


class Assign(Command):
    """认领 when the holder is whoever asks, otherwise 分办 or 改派.

    holder: account id of a person who examines for this authority; whoever calls has made sure of that.
    as_head: whoever asks leads the authority, so that they may give out what is not theirs.
    """

    action: ClassVar[str] = "assign"
    holder: str
    reason: str = ""
    as_head: bool = False


class Release(Command):
    """放回待认领: nobody in particular has it in hand. as_head: as with Assign."""

    action: ClassVar[str] = "release"
    reason: str
    as_head: bool = False


class Assigned(ItemHappening):
    """认领, 分办, 改派. before: who had it until now."""

    kind: ClassVar[str] = "assigned"
    holder: str
    before: str = ""
    reason: Words = ""

    def apply(self, state: ItemState) -> ItemState:
        return moved(state, holder=self.holder)


class Released(ItemHappening):
    """放回."""

    kind: ClassVar[str] = "released"
    before: str
    reason: Words

    def apply(self, state: ItemState) -> ItemState:
        return moved(state, holder="")


def _assign(attempt: On[Assign]) -> tuple[Event, ...]:
    command = attempt.command
    given = Assigned(holder=command.holder, before=attempt.state.holder, reason=command.reason)
    return (given.at(command.at),)


def _release(attempt: On[Release]) -> tuple[Event, ...]:
    return (Released(before=attempt.state.holder, reason=attempt.command.reason).at(attempt.command.at),)


def _names_another(attempt: On[Assign]) -> str | None:
    if not attempt.command.holder:
        return "请选择由谁承办。"
    return "本件已经由此人承办。" if attempt.command.holder == attempt.state.holder else None


def _may_give(attempt: On[Assign]) -> str | None:
    command, holder = attempt.command, attempt.state.holder
    if command.as_head or holder in attempt.actor.people:
        return None
    if holder:
        return "本件已由他人承办。转交由承办人自己办理，改派由部门负责人办理。"
    if command.holder == attempt.actor.person:
        return None
    return "分办给他人由部门负责人办理。您可以自己认领。"


def _may_put_back(attempt: On[Release]) -> str | None:
    if attempt.command.as_head or attempt.state.holder in attempt.actor.people:
        return None
    return "本件由他人承办，放回由承办人自己或者部门负责人办理。"


def _says_why(attempt: On[Assign] | On[Release]) -> str | None:
    changes_hands = bool(attempt.state.holder)
    return "更换承办人须说明理由。" if changes_hands and not attempt.command.reason.strip() else None


def _is_held(attempt: On[Release]) -> str | None:
    return None if attempt.state.holder else "本件还没有人认领。"


RULES = (
    Rule(
        "assign", "分办", "Assign", IN_HAND, (Role.APPROVER,), _assign,
        guards=(
            OWN_AUTHORITY,
            Guard("names_another", "承办人有变化", _names_another, on_command=True),
            Guard("may_give", "认领无人承办的，转交自己承办的，或者由负责人分办", _may_give, on_command=True),
            Guard("says_why", "更换承办人说明理由", _says_why, on_command=True),
        ),
        basis=(law.ART_34,), silence="本部门任何审批人员都可以办理",
    ),
    Rule(
        "release", "放回待认领", "Put back", IN_HAND, (Role.APPROVER,), _release,
        guards=(
            OWN_AUTHORITY,
            Guard("is_held", "有人承办", _is_held),
            Guard("may_put_back", "承办人自己或者负责人", _may_put_back, on_command=True),
            Guard("says_why", "说明理由", _says_why, on_command=True),
        ),
        basis=(law.ART_34,),
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[Happening], ...] = (Assigned, Released)
