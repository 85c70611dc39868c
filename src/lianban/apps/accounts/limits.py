"""Rate limits that all processes share, counted in one statement each."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection

from lianban.apps.accounts.errors import TooMany
from lianban.apps.accounts.models import Quota
from lianban.apps.storage.keys import new_key

COUNT = """
INSERT INTO accounts_quota AS quota (id, scope, count, ends_at) VALUES (%(id)s, %(scope)s, 1, %(ends_at)s)
ON CONFLICT (scope) DO UPDATE SET
    count = CASE WHEN quota.ends_at <= %(now)s THEN 1 ELSE quota.count + 1 END,
    ends_at = CASE WHEN quota.ends_at <= %(now)s THEN EXCLUDED.ends_at ELSE quota.ends_at END
RETURNING count, ends_at
"""


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times in so long. name: what is counted."""

    name: str
    times: int
    within: timedelta


CODE_PACE = Limit("code-pace", 1, timedelta(seconds=60))
CODES = Limit("codes", 5, timedelta(hours=1))
CODES_PER_ADDRESS = Limit("codes-address", 60, timedelta(hours=1))
SIGN_INS = Limit("sign-ins", 5, timedelta(minutes=15))
SIGN_INS_PER_ADDRESS = Limit("sign-ins-address", 100, timedelta(minutes=15))


def count(limit: Limit, subject: str, now: datetime) -> None:
    """Count one more. Raises TooMany, with the time to wait, once the limit is passed.

    Call it outside the transaction it guards: what fails must be counted too.
    """
    values = {"id": new_key(), "scope": _scope(limit, subject), "now": now, "ends_at": now + limit.within}
    with connection.cursor() as cursor:
        cursor.execute(COUNT, values)
        counted, ends_at = cursor.fetchone()
    if counted > limit.times:
        raise TooMany(max(1, int((ends_at - now).total_seconds())))


def forget(limit: Limit, subject: str) -> None:
    """Begin to count anew, after a success."""
    Quota.objects.filter(scope=_scope(limit, subject)).delete()


def sweep(now: datetime) -> int:
    """Remove what no longer counts; return how much that was."""
    return Quota.objects.filter(ends_at__lt=now).delete()[0]


def _scope(limit: Limit, subject: str) -> str:
    return f"{limit.name}|{subject}"[:120]
