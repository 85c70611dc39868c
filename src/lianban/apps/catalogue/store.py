"""Reads and writes published definitions."""

import uuid
from collections.abc import Iterator, Mapping
from datetime import datetime

from django.db import connection, transaction

from lianban.apps.catalogue.models import DefinitionVersion, Release
from lianban.core.kernel.canonical import digest

Name = tuple[str, str]
"""Kind and key of a definition."""
LATEST = "SELECT number, id FROM catalogue_release ORDER BY number DESC LIMIT 1"
"""Asked on every page: written out, it takes a fifth of the time."""


def latest_release() -> tuple[int, str]:
    """Return number and id of the latest release, 0 and nothing before the first."""
    with connection.cursor() as cursor:
        cursor.execute(LATEST)
        found = cursor.fetchone()
    return (found[0], str(found[1])) if found else (0, "")


def latest() -> dict[Name, DefinitionVersion]:
    """Return the latest version of every definition, withdrawn ones included."""
    rows = DefinitionVersion.objects.order_by("kind", "key", "-version").distinct("kind", "key")
    return {(row.kind, row.key): row for row in rows}


def lock_publishing() -> None:
    """Let nobody else publish in this district until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('catalogue'), hashtext(current_schema()))")


def version_of(kind: str, key: str) -> int:
    """Return the latest version of a definition, 0 where there is none."""
    found = DefinitionVersion.objects.filter(kind=kind, key=key).order_by("-version").values_list("version", flat=True)
    return found.first() or 0


def held_by_people() -> dict[Name, DefinitionVersion]:
    """Return the items and chains whose latest version a person published: files do not replace them."""
    rows = DefinitionVersion.objects.select_related("release").order_by("kind", "key", "-version")
    latest_ones = rows.exclude(kind=DefinitionVersion.Kind.VOCABULARY).distinct("kind", "key")
    return {(row.kind, row.key): row for row in latest_ones if row.release.person and not row.withdrawn}


def as_of(release: int) -> Iterator[DefinitionVersion]:
    """Yield the version of every definition that a release offered, in the order of kind and key."""
    rows = DefinitionVersion.objects.filter(release__number__lte=release).order_by("kind", "key", "-version")
    return (row for row in rows.distinct("kind", "key") if not row.withdrawn)


@transaction.atomic
def write(
    contents: Mapping[Name, dict[str, object]], *, by: str, now: datetime, person: uuid.UUID | None = None
) -> int:
    """Publish what differs from the latest versions, withdraw what is gone, and return how many definitions changed.

    person: who publishes in the studio; None for files.
    """
    list(Release.objects.select_for_update().order_by("-number")[:1])
    known = latest()
    changed = {
        name: (content, stamp)
        for name, content in contents.items()
        if (stamp := digest(content)) != _digest_of(known.get(name))
    }
    gone = [row for name, row in known.items() if name not in contents and not row.withdrawn]
    if not changed and not gone:
        return 0
    release = Release.objects.create(number=latest_release()[0] + 1, published_at=now, published_by=by, person=person)
    rows = [
        DefinitionVersion(
            kind=kind, key=key, version=_next(known.get((kind, key))), release=release, digest=stamp, content=content
        )
        for (kind, key), (content, stamp) in changed.items()
    ]
    rows += [_withdrawal(row, release) for row in gone]
    DefinitionVersion.objects.bulk_create(rows)
    return len(rows)


def _withdrawal(row: DefinitionVersion, release: Release) -> DefinitionVersion:
    return DefinitionVersion(
        kind=row.kind,
        key=row.key,
        version=_next(row),
        release=release,
        digest=row.digest,
        content=row.content,
        withdrawn=True,
    )


def _digest_of(row: DefinitionVersion | None) -> str:
    return "" if row is None or row.withdrawn else row.digest


def _next(row: DefinitionVersion | None) -> int:
    return row.version + 1 if row else 1
