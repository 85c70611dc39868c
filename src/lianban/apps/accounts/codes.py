"""One-time codes: six digits, five minutes, five tries."""

import hmac
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from lianban.apps.accounts.models import SignInCode
from lianban.apps.storage.encrypted import findable

LIVES = timedelta(minutes=5)
TRIES = 5


def make(purpose: str, subject: str, now: datetime) -> str:
    """Return a new code for a subject (a digest). Every earlier code of the same purpose and subject dies."""
    code = f"{secrets.randbelow(1_000_000):06d}"
    SignInCode.objects.filter(purpose=purpose, subject=subject).delete()
    SignInCode.objects.create(
        purpose=purpose, subject=subject, code_digest=_digest(purpose, subject, code), expires_at=now + LIVES
    )
    return code


@transaction.atomic
def is_right(purpose: str, subject: str, code: str, now: datetime) -> bool:
    """Whether this is the living code, and use it up. A wrong guess is counted; after the fifth the code is dead."""
    alive = SignInCode.objects.select_for_update().filter(
        purpose=purpose, subject=subject, used_at=None, expires_at__gt=now, tries__lt=TRIES
    )
    found = alive.first()
    guess = _digest(purpose, subject, "".join(code.split()))
    if found is None:
        return False
    if not hmac.compare_digest(found.code_digest, guess):
        found.tries += 1
        found.save(update_fields=["tries"])
        return False
    found.used_at = now
    found.save(update_fields=["used_at"])
    return True


def sweep(now: datetime) -> int:
    """Remove dead codes; return how many."""
    return SignInCode.objects.filter(expires_at__lt=now).delete()[0]


def _digest(purpose: str, subject: str, code: str) -> str:
    return findable(f"{purpose}|{subject}|{code}")
