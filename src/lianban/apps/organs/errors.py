"""How organs refuse."""

from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.events import Role
from lianban.core.proceedings.procedure import ROLE_NAMES


class AbsenceRefused(DomainError):
    """An absence cannot be recorded or ended like this. field: what to change."""

    code = "ABSENCE_REFUSED"

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence, field=field)


class NotAssigned(DomainError):
    """Somebody wants to act in a capacity that nobody gave them."""

    code = "NOT_ASSIGNED"

    def __init__(self, role: Role) -> None:
        super().__init__(f"您目前没有“{ROLE_NAMES[role]}”岗位。如需办理，请联系本单位管理员授权。", role=role.value)
