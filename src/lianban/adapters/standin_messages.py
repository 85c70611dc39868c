"""演示替身: a sender that delivers nothing. What was sent can be read on its page, which says so."""

import secrets
from datetime import datetime


class StandInMessages:
    """Accepts every message to a plausible address, as a text-message gateway would, and delivers it nowhere."""

    name = "演示替身"
    is_stand_in = True

    def send(self, to: str, text: str, kind: str, now: datetime) -> str:  # noqa: ARG002 delivers nothing
        """Return a reference as a carrier gives one."""
        return f"{now:%Y%m%d}{secrets.token_hex(6)}"
