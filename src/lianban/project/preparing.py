"""Brings an installation up to date: schema, definitions, demonstration county. Run before every start."""

import os
import sys
import time
from collections.abc import Callable

import django
from django.core.exceptions import ImproperlyConfigured

from lianban.core.kernel.errors import DomainError

REFUSED = 2


def main() -> int:
    """Do every step, in order, saying each; what stands in the way is one sentence, never a trace."""
    try:
        _prepare()
    except DomainError as error:
        sys.stderr.write(f"\n{error.code}: {error.message}\n")
        return REFUSED
    except ImproperlyConfigured as error:
        sys.stderr.write(f"\n{error}\n")
        return REFUSED
    return 0


def _prepare() -> None:
    """Do every step; the second time every step finds its work done."""
    django.setup()
    from lianban.project import preparation  # noqa: PLC0415 the applications exist only after set-up

    for title, step in preparation.STEPS:
        _timed(title, step)


def _timed(title: str, step: Callable[[], str]) -> None:
    started = time.monotonic()
    sys.stdout.write(f"{title} … ")
    sys.stdout.flush()
    outcome = step()
    sys.stdout.write(f"{outcome} ({time.monotonic() - started:.1f} s)\n")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lianban.project.settings.run")
    sys.exit(main())
