"""How a command reaches the platform's database."""

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django

from lianban.adapters.embedded_postgres import Cluster

ROOT = Path(__file__).resolve().parents[3]
SETTINGS = "lianban.project.settings.run"


def add_database(parser: argparse.ArgumentParser) -> None:
    """Declare where the data are."""
    parser.add_argument("--home", type=Path, default=Path(os.environ.get("LIANBAN_HOME", ROOT / "var")))
    parser.add_argument("--database-url", default=os.environ.get("DATABASE_URL", ""), help="a PostgreSQL of your own")


@contextmanager
def database(home: Path, url: str) -> Iterator[None]:
    """Reach the platform's database; the embedded one is started where it does not run, and stopped again then."""
    cluster = None if url else Cluster(home / "postgres")
    was_running = cluster is None or cluster.pid() is not None
    os.environ.update({"LIANBAN_HOME": str(home), "DATABASE_URL": cluster.ensure() if cluster else url})
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()
    try:
        yield
    finally:
        if cluster and not was_running:
            cluster.stop()
