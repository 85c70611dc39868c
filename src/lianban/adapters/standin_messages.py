"""演示替身: a sender that delivers nothing. What was sent can be read on its page, which says so."""

import hashlib
from datetime import datetime


class StandInMessages:
    """Accepts every message to a plausible address, as a text-message gateway would, and delivers it nowhere."""

    name = "演示替身"
    is_stand_in = True

    def send(self, to: str, text: str, kind: str, *, key: str, now: datetime) -> str:  # noqa: ARG002 delivers nothing
        """Return a reference as a carrier gives one: the same for the same message."""
        return hashlib.sha256(key.encode()).hexdigest()[:20]
