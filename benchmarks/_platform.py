"""A database and an installation of a benchmark's own; commits reach the disk before they are acknowledged."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lianban.adapters.embedded_postgres import Cluster

ROOT = Path(__file__).resolve().parents[1]
MILLION = ROOT / "var" / "bench"
SMALL = ROOT / "var" / "bench-steps"


@contextmanager
def a_platform(home: Path, settings: str = "lianban.project.settings.run") -> Iterator[dict[str, str]]:
    """Start the embedded server under a folder, prepare the installation, and yield its environment."""
    home.mkdir(parents=True, exist_ok=True)
    cluster = Cluster(home / "postgres")
    environment = {
        **os.environ,
        "DATABASE_URL": cluster.ensure(),
        "LIANBAN_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "lianban.project.settings.run",
        "LIANBAN_STAND_INS": "on",
        "LIANBAN_STAFF_SECOND_FACTOR": "off",
        "LIANBAN_LOG_LEVEL": "WARNING",
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
    }
    try:
        subprocess.run([sys.executable, "-m", "lianban.project.preparing"], env=environment, check=True, cwd=ROOT)
        yield {**environment, "DJANGO_SETTINGS_MODULE": settings}
    finally:
        cluster.stop()
