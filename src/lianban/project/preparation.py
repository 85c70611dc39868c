"""The steps that bring an installation up to date; each finds its work done the second time."""

from collections.abc import Callable

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from lianban.adapters.catalogue_files import read_catalogue
from lianban.apps.catalogue import public as catalogue
from lianban.apps.demo import public as demo
from lianban.apps.organs import public as organs
from lianban.apps.oversight import public as oversight
from lianban.core.kernel.errors import DomainError
from lianban.project.connections import unconnected

AT_START = 500
"""So many proceedings are looked at before the first page, well under a second's work."""


class CatalogueUnsound(DomainError):
    """The definitions that ship have errors, so they are not published."""

    code = "CATALOGUE_UNSOUND"


def migrate() -> str:
    """Bring the schema up to date."""
    executor = MigrationExecutor(connection)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if pending:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
    return f"{len(pending)} changes" if pending else "up to date"


def publish() -> str:
    """Publish the definitions that ship."""
    found = read_catalogue(settings.LIANBAN_DATA / "catalogue")
    errors = [finding for finding in found.findings if finding.level == "error"]
    if errors:
        raise CatalogueUnsound(f"目录有 {len(errors)} 处错误，未发布。请运行 ./lianban check 查看。")
    try:
        changed = catalogue.publish(found.items, found.chains, found.vocabulary, by="随附目录", now=timezone.now())
    except catalogue.PathsFail as failed:
        if not catalogue.current().release:
            raise
        return f"the published catalogue stays: {failed.message}"
    return f"{len(found.chains)} chains, {len(found.items)} items, {changed} changed"


def settle() -> str:
    """Set up the demonstration county, where the installation is a demonstration; elsewhere say what there is."""
    if not settings.LIANBAN_STAND_INS:
        there, posts = organs.authorities(), organs.staffing(timezone.localdate())
        if not there or not posts:
            return "empty. Write its file (docs/reference/county.md), then: ./lianban county load FILE"
        return f"{len(there)} authorities, {len(organs.halls())} halls, {len(posts)} posts"
    made = demo.create_demo_county(data=settings.LIANBAN_DATA, home=settings.LIANBAN_HOME, now=timezone.now())
    return f"{len(made)} accounts"


def reckon() -> str:
    """Look at what is due soonest, where nobody did yet today: supervision shows it from the first page on.

    The worker goes on with the rest, every minute; nobody waits for it here.
    """
    return f"{oversight.reckon_warnings(timezone.now(), at_most=AT_START)} proceedings looked at"


def connections() -> str:
    """Say which outside systems are not connected here, or only stood in for."""
    if settings.LIANBAN_STAND_INS:
        return "stand-ins; each says so on its page"
    missing = unconnected()
    return "".join(f"\n  {each}" for each in missing) + "\n " if missing else "all connected"


def collect() -> str:
    """Gather the pages' files under names that carry their digests."""
    call_command("collectstatic", verbosity=0, interactive=False)
    return "done"


STEPS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("Database", migrate),
    ("Catalogue", publish),
    ("County", settle),
    ("Warnings", reckon),
    ("Pages", collect),
    ("Outside systems", connections),
)
