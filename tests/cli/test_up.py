"""`lianban up` as its user meets it: it starts, survives kill -9 of its parts, stops cleanly and goes on."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from lianban.adapters.embedded_postgres import Cluster

ROOT = Path(__file__).resolve().parents[2]


def a_free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(holds, seconds=600):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := holds():
            return found
        time.sleep(0.2)
    raise AssertionError("it did not come about in time")


class Platform:
    """A platform under its own supervisor, in a folder of its own."""

    def __init__(self, home):
        self.home, self.port = home, a_free_port()
        self.process = None

    def start(self):
        environment = {
            key: value for key, value in os.environ.items() if not key.startswith(("LIANBAN", "DATABASE", "DJANGO"))
        }
        command = [sys.executable, "-m", "lianban.cli", "up", "--home", str(self.home), "--port", str(self.port)]
        log = (self.home.parent / "up.log").open("ab")
        before = self.children()
        self.process = subprocess.Popen([*command, "--workers", "1"], cwd=ROOT, env=environment, stdout=log, stderr=log)
        until(lambda: self.children() and self.children() != before and self.answers())

    def answers(self):
        assert self.process.poll() is None, (self.home.parent / "up.log").read_text()
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=2) as reply:
                return reply.status == 200
        except OSError:
            return False

    def children(self):
        """The numbers of the processes that run now; none while it starts."""
        register = self.home / "processes"
        return [int(line) for line in register.read_text().split()] if register.exists() else []

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(120)


@pytest.fixture
def platform(tmp_path):
    tmp_path.chmod(0o755)
    made = Platform(tmp_path / "home")
    yield made
    if made.process and made.process.poll() is None:
        made.stop()


def test_the_platform_lives_through_kills_and_goes_on_after_a_stop(platform):
    platform.start()
    accounts = json.loads((platform.home / "demo-accounts.json").read_text())
    assert {"chuangkou1", "jiancha"} <= {account["login"] for account in accounts}

    killed = platform.children()
    for child in killed:
        os.kill(child, signal.SIGKILL)
    until(lambda: len(platform.children()) == len(killed) and not set(killed) & set(platform.children()))
    until(platform.answers)

    assert platform.stop() == 0
    assert not (platform.home / "processes").exists()

    platform.start()
    assert json.loads((platform.home / "demo-accounts.json").read_text()) == accounts
    assert platform.stop() == 0


def test_a_killed_database_starts_again(platform):
    platform.start()
    cluster = Cluster(platform.home / "postgres")
    killed = cluster.pid()
    os.kill(killed, signal.SIGKILL)
    until(lambda: cluster.pid() not in {killed, None})
    until(platform.answers)
    assert platform.stop() == 0
    assert cluster.pid() is None
    assert "The database ended; it starts again." in (platform.home.parent / "up.log").read_text()


def test_a_second_start_on_the_same_folder_is_told_so(platform):
    platform.start()
    command = [sys.executable, "-m", "lianban.cli", "up", "--home", str(platform.home), "--port", str(a_free_port())]
    second = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert second.returncode == 2
    assert "ALREADY_RUNNING" in second.stderr


def test_a_killed_supervisor_leaves_nothing_in_the_way(platform):
    platform.start()
    platform.process.kill()
    platform.process.wait()
    platform.start()
    assert platform.stop() == 0
