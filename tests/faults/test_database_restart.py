"""The database is killed and restarted while people work: what was acknowledged stands, once, and work goes on."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lianban.adapters.embedded_postgres import Cluster

ROOT = Path(__file__).resolve().parents[2]
EVERYBODY = 36
KILLED_AT, RESTARTED_AT = 12, 36
"""After so many acknowledged commands."""


@pytest.fixture
def cluster(tmp_path):
    tmp_path.chmod(0o755)
    made = Cluster(tmp_path / "cluster")
    yield made
    made.stop()


@pytest.fixture
def crowd(cluster, tmp_path):
    chosen = {"DATABASE_URL": cluster.ensure(), "DJANGO_SETTINGS_MODULE": "lianban.project.settings.run"}
    chosen |= {"PYTHONPATH": str(ROOT / "src"), "LIANBAN_HOME": str(tmp_path / "home"), "LIANBAN_STAND_INS": "on"}
    command = [sys.executable, "-m", "tests.faults.crowd"]
    running = subprocess.Popen(command, cwd=ROOT, env=os.environ | chosen, stdout=subprocess.PIPE, text=True)
    yield running
    running.kill()
    running.wait()


def test_a_killed_and_a_restarted_database_lose_and_double_nothing(cluster, crowd):
    told = []
    for line in crowd.stdout:
        told.append(json.loads(line))
        if len(told) == KILLED_AT:
            os.kill(cluster.pid(), signal.SIGKILL)
            cluster.ensure()
        if len(told) == RESTARTED_AT:
            cluster.stop()
            cluster.ensure()
    assert crowd.wait(300) == 0
    last = told.pop()
    submitted = [each["submitted"] for each in told if "submitted" in each]
    accepted = [each["accepted"] for each in told if "accepted" in each]
    assert len(submitted) == len(accepted) == EVERYBODY
    assert sorted(submitted) == sorted(accepted) == last["held"]
    assert last["broken"] == []
