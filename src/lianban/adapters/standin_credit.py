"""演示替身: a credit platform on which a single demonstration subject has broken faith."""

from datetime import datetime
from hashlib import sha256
from pathlib import Path

from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.shared import CreditAnswer
from lianban.ports.registry import RegistryUnavailable

DISHONEST = frozenset({"370304197811230000", "91370304MA00000317"})
"""演示申请人丙 of the stand-in registries, and the business it runs: nobody real."""


class StandInCredit:
    """A register over a set in memory. switch: a file whose presence puts it out of order; None when always there."""

    is_stand_in = True
    name = "公共信用信息平台（演示替身）"

    def __init__(self, switch: Path | None = None) -> None:
        self._switch = switch

    def ask(self, subject: str, now: datetime) -> CreditAnswer:
        """Return the answer of this moment, with the number of the query. Raises RegistryUnavailable."""
        if self._switch is not None and self._switch.exists():
            raise RegistryUnavailable(self.name)
        asked = subject.strip().upper()
        reference = sha256(f"{asked}|{now.isoformat()}".encode()).hexdigest()[:12].upper()
        on = local_day(now)
        return CreditAnswer(asked_on=on, dishonest=asked in DISHONEST, reference=f"XY{on:%Y%m%d}{reference}")
