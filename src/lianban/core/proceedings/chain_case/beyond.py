"""The one-time list binds (一次性告知制): asking for more takes a reason and a law, and supervision sees it."""

from typing import ClassVar

from lianban.core.kernel.words import Words
from lianban.core.proceedings.chain_case.base import ChainHappening, On
from lianban.core.proceedings.chain_case.commands import NotifyOnce
from lianban.core.proceedings.chain_case.state import ChainState
from lianban.core.proceedings.procedure import Guard
from lianban.core.proceedings.shared import Correction


class AskedBeyondNotice(ChainHappening):
    """超出一次性告知. demands: what the list does not hold. reasons, basis: of all of them, in words."""

    kind: ClassVar[str] = "asked_beyond_notice"
    demands: tuple[Correction, ...]
    reasons: tuple[Words, ...]
    basis: tuple[str, ...]

    def apply(self, state: ChainState) -> ChainState:
        return state.model_copy(update={"beyond": (*state.beyond, *self.demands)})


def beyond_the_list(state: ChainState, corrections: tuple[Correction, ...]) -> tuple[Correction, ...]:
    """Return the corrections whose subject the one-time list does not hold, or that say so themselves."""
    return tuple(each for each in corrections if each.beyond is not None or not state.is_told(each.subject))


def asked_beyond(state: ChainState, command: NotifyOnce) -> tuple[AskedBeyondNotice, ...]:
    """Return what is recorded beside the notice when it asks for more than the list; nothing otherwise."""
    demands = beyond_the_list(state, command.corrections)
    grounds = [each.beyond for each in demands if each.beyond]
    happened = AskedBeyondNotice(
        demands=demands,
        reasons=tuple(dict.fromkeys(each.reason for each in grounds)),
        basis=tuple(dict.fromkeys(str(law) for each in grounds for law in each.basis)),
    )
    return (happened,) if demands else ()


def _within(attempt: On[NotifyOnce]) -> str | None:
    more = beyond_the_list(attempt.state, attempt.command.corrections)
    if any(not each.name.strip() for each in more):
        return "超出一次性告知清单的要求须写明要求提供什么。"
    bare = [each.name for each in more if each.beyond is None or not each.beyond.is_complete]
    if not bare:
        return None
    return (
        f"一次性告知清单没有要求“{'、'.join(bare)}”，情形和规定没有变化的不得另行要求。"
        "法律另有规定必须要求的，请写明理由和法律依据；提出后自动报监察并告知申请人。"
    )


WITHIN = Guard("within_the_notice", "限于一次性告知清单，超出的写明理由和依据", _within, on_command=True)
HAPPENINGS: tuple[type[ChainHappening], ...] = (AskedBeyondNotice,)
