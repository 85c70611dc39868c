"""What takes the place of outside systems that an installation has not connected: each refuses, none makes anything up.

A parcel that nobody carries and a text message that nobody gets must not stand on record as sent.
"""

from datetime import datetime
from typing import NoReturn

from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.shared import CreditAnswer
from lianban.ports.carrier import Movement, Parcel, ParcelUnknown
from lianban.ports.registry import Found, RegistryUnavailable


class NotConnected(DomainError):
    """An outside system is not connected here. system: its name."""

    code = "NOT_CONNECTED"

    def __init__(self, system: str, instead: str) -> None:
        super().__init__(f"本平台尚未接入{system}。{instead}", system=system)


class NoMessages:
    """No gateway for text messages."""

    name = "短信平台（未接入）"

    def send(self, to: str, text: str, kind: str, *, key: str, now: datetime) -> NoReturn:  # noqa: ARG002 refuses all
        """Raise NotConnected."""
        raise NotConnected("短信平台", "请运维人员接入后再发送。")


class NoRegistry:
    """No way to a registry of people or of businesses; the form is filled in by hand."""

    def __init__(self, name: str) -> None:
        self.name = name

    def lookup(self, subject: str, now: datetime) -> Found | None:  # noqa: ARG002 refuses whatever is asked
        """Raise RegistryUnavailable."""
        raise RegistryUnavailable(self.name)


class NoCredit:
    """No way to the credit platform; what depends on a live answer goes the ordinary way."""

    name = "公共信用信息平台"

    def ask(self, subject: str, now: datetime) -> CreditAnswer:  # noqa: ARG002 refuses whatever is asked
        """Raise RegistryUnavailable."""
        raise RegistryUnavailable(self.name)


class NoCarrier:
    """No carrier; results are collected at the window."""

    name = "寄递服务（未接入）"

    def book(self, parcel: Parcel, now: datetime) -> NoReturn:  # noqa: ARG002 refuses whatever is asked
        """Raise NotConnected."""
        raise NotConnected("寄递服务", "请通知申请人到窗口领取。")

    def track(self, number: str, now: datetime) -> tuple[Movement, ...]:  # noqa: ARG002 refuses whatever is asked
        """Raise ParcelUnknown."""
        raise ParcelUnknown(number)
