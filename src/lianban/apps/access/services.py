"""Writing down who looked."""

import uuid
from datetime import datetime

from lianban.apps.access.models import Access
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.events import Actor


class ReasonMissing(DomainError):
    """Somebody wants to see personal values without saying why."""

    code = "REASON_MISSING"

    def __init__(self) -> None:
        super().__init__("查看完整信息须填写理由（不少于 4 个字），理由会写入访问记录。", field="reason")


def record_view(
    *,
    actor: Actor,
    what: str,
    whose: uuid.UUID | None,
    reason: str,
    now: datetime,
    request_id: str,
    proceeding: str = "",
) -> None:
    """Write down one look at personal values, before they are shown. proceeding: its number. Raises ReasonMissing."""
    if len(reason.strip()) < 4:
        raise ReasonMissing
    Access.objects.create(
        person=uuid.UUID(actor.person),
        role=actor.role.value,
        authority=actor.authority,
        hall=actor.hall,
        what=what,
        whose=whose,
        proceeding=proceeding,
        reason=reason.strip(),
        at=now,
        request_id=request_id,
    )
