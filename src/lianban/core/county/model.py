"""What a county consists of, as one value."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from lianban.core.kernel.value import Value
from lianban.core.proceedings.events import Role

Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,58}$")]
"""A stable name that other definitions point to: small letters, digits, `_` and `-`."""
Name = Annotated[str, Field(min_length=1, max_length=60)]
UserName = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]{2,39}$")]
"""3 to 40 small letters, digits, dots and dashes."""


class StaffRole(StrEnum):
    """In what capacity staff work. Citizens and the system itself are not staff."""

    CLERK = Role.CLERK.value
    APPROVER = Role.APPROVER.value
    ISSUER = Role.ISSUER.value
    ITEM_ADMIN = Role.ITEM_ADMIN.value
    SUPERVISOR = Role.SUPERVISOR.value
    HOTLINE = Role.HOTLINE.value
    ENGINEER = Role.ENGINEER.value


class WindowPurpose(StrEnum):
    """What a window is for."""

    ADVICE = "advice"
    RECEPTION = "reception"
    ISSUE = "issue"


class AuthorityEntry(Value):
    """A department. key: the one under which the catalogue's items name it. seal_name: the name on its seal.

    short_name: its 机关代字, as document numbers carry it. credit_code: its 统一社会信用代码, "" while not known.
    """

    key: Key
    name: Annotated[str, Field(min_length=1, max_length=100)]
    name_en: Annotated[str, Field(max_length=200)] = ""
    seal_name: Annotated[str, Field(min_length=1, max_length=100)]
    short_name: Annotated[str, Field(min_length=1, max_length=20)]
    credit_code: Annotated[str, Field(max_length=18)] = ""


class WindowEntry(Value):
    """A window of a hall."""

    number: Annotated[int, Field(ge=1, le=9999)]
    purpose: WindowPurpose
    name: Name


class HallEntry(Value):
    """A hall. division: its code, 6 digits (county), 9 (town) or 12 (village)."""

    key: Key
    name: Annotated[str, Field(min_length=1, max_length=100)]
    name_en: Annotated[str, Field(max_length=200)] = ""
    division: Annotated[str, Field(pattern=r"^\d{6}(\d{3}){0,2}$")]
    address: Annotated[str, Field(max_length=200)] = ""
    windows: tuple[WindowEntry, ...] = ()


class PostEntry(Value):
    """A capacity somebody works in. authority, hall: keys, "" where there is none. window: a number of that hall.

    leads: as a head (负责人).
    """

    role: StaffRole
    authority: str = ""
    hall: str = ""
    window: int | None = None
    leads: bool = False


class StaffEntry(PostEntry):
    """An account of somebody who works there, with their post. also: further posts of the same person."""

    user_name: UserName
    name: Name
    also: tuple[PostEntry, ...] = ()

    @property
    def posts(self) -> tuple[PostEntry, ...]:
        """Every post, their own first."""
        return (self, *self.also)


class County(Value):
    """Everything that is set up before anybody can work."""

    authorities: tuple[AuthorityEntry, ...]
    halls: tuple[HallEntry, ...]
    staff: tuple[StaffEntry, ...]
