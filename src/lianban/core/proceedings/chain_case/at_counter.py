"""代录: what a clerk takes down for somebody at the counter is an application once they confirmed it (Art. 29)."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from lianban.core.kernel.value import Value
from lianban.core.proceedings.events import Role
from lianban.core.proceedings.procedure import Attempt, Guard
from lianban.core.proceedings.shared import Context


class Capacity(StrEnum):
    """In what capacity somebody comes to the counter. A handler (经办人) is a business's agent."""

    SELF = "本人"
    AGENT = "代理人"
    REPRESENTATIVE = "法定代表人（负责人）"
    HANDLER = "经办人"

    @property
    def needs_mandate(self) -> bool:
        """Whether they speak for somebody else and must show that they may (民法典第一百六十五条)."""
        return self in (Capacity.AGENT, Capacity.HANDLER)


class ConfirmationWay(StrEnum):
    """How it was confirmed: a signature on the printed sheet, or a one-time code read out from a phone."""

    SIGNED = "签字"
    CODE = "验证码"


class Confirmation(Value):
    """What the person confirmed before a clerk handed it in for them.

    person: keyed digest of the number of whoever confirmed. content: keyed digest of everything that was shown to them.
    mandate: keyed digest of the authority of somebody who speaks for another, else empty.
    """

    capacity: Capacity
    way: ConfirmationWay
    person: str
    content: str
    mandate: str = ""
    confirmed_at: datetime


def _confirmed(attempt: Attempt[None, Any, Context]) -> str | None:
    if attempt.actor.role is not Role.CLERK:
        return None
    said: Confirmation | None = attempt.command.confirmation
    if said is None:
        return "窗口代录的申请，来办的人确认后才能提交。请打印申请确认单请其签字，或者发送确认验证码。"
    if attempt.actor.on_behalf_of != attempt.command.applicant:
        return "窗口代录的申请须记明代谁提交。请从代录列表打开后再提交。"
    if said.capacity.needs_mandate and not said.mandate:
        return f"{said.capacity.value}办理须有授权委托。请核对授权委托书并登记。"
    return None


CONFIRMED = Guard("confirmed_by_person", "窗口代录的，来办的人已确认", _confirmed, on_command=True)
