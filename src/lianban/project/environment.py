"""What the environment says: one place that reads it."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def home() -> Path:
    """The folder for files and keys: LIANBAN_HOME, or `var` under the working folder."""
    return Path(os.environ.get("LIANBAN_HOME", "var")).resolve()


def is_on(name: str, *, default: bool) -> bool:
    """Read a switch written as on or off. Raises ImproperlyConfigured for anything else."""
    written = os.environ.get(name, "on" if default else "off").lower()
    if written not in {"on", "off"}:
        raise ImproperlyConfigured(f"{name} must be on or off, not {written!r}.")
    return written == "on"


def listed(name: str, default: str = "") -> list[str]:
    """Read a list written with commas."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def database(url: str, *, pool_size: int = 0) -> dict[str, object]:
    """Return Django's description of the database that a URL names.

    url: `postgresql://user:password@host:port/name?host=/socket/folder&sslmode=…`; a `host` in the query wins.
    pool_size: connections that one process may hold; 0 for one connection per thread.
    Raises ImproperlyConfigured when it is not PostgreSQL's.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL must begin with postgresql:// — no other database is supported.")
    options: dict[str, object] = dict(parse_qsl(parts.query))
    host = options.pop("host", parts.hostname or "")
    if pool_size:
        options["pool"] = {"min_size": 1, "max_size": pool_size, "timeout": 10}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or options.pop("port", "")),
        "OPTIONS": options,
    }
