"""Keeps the platform's processes alive: starts them, restarts the ones that die, stops them together."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from lianban.adapters.process_table import command_of

CHECK_EVERY_SECONDS = 0.2
LONGEST_PAUSE_SECONDS = 10.0
STEADY_AFTER_SECONDS = 30.0
STOP_WITHIN_SECONDS = 15.0


def end_group(leader: int, number: signal.Signals) -> None:
    """Send a signal to a process and everything it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, number)


def end_left_overs(register: Path) -> None:
    """End what an earlier supervisor, itself killed, left running. register: the file it kept its process ids in."""
    left_over = [int(line) for line in register.read_text().split()] if register.exists() else []
    ours = [pid for pid in left_over if "lianban" in command_of(pid)]
    for pid in ours:
        end_group(pid, signal.SIGTERM)
    until = time.monotonic() + STOP_WITHIN_SECONDS
    while any(command_of(pid) for pid in ours) and time.monotonic() < until:
        time.sleep(CHECK_EVERY_SECONDS)
    for pid in ours:
        end_group(pid, signal.SIGKILL)
    register.unlink(missing_ok=True)


@dataclass
class Child:
    """One process of the platform. command: what to start. name: what people call it."""

    name: str
    command: list[str]
    environment: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    pause: float = 0.0
    due_at: float = 0.0

    def start(self) -> None:
        """Start the process in a group of its own, so that Ctrl-C reaches us first."""
        self.process = subprocess.Popen(self.command, env=dict(self.environment), start_new_session=True)
        self.started_at = time.monotonic()

    def has_ended(self) -> bool:
        """Whether the process is gone."""
        return self.process is not None and self.process.poll() is not None

    def plan_restart(self) -> None:
        """Decide when to start again: at once after a steady run, later and later while it keeps failing."""
        end_group(self.process.pid, signal.SIGKILL) if self.process else None
        steady = time.monotonic() - self.started_at > STEADY_AFTER_SECONDS
        self.pause = 0.0 if steady else min(LONGEST_PAUSE_SECONDS, self.pause * 2 or CHECK_EVERY_SECONDS)
        self.due_at = time.monotonic() + self.pause
        self.process = None

    def stop(self) -> None:
        """Ask the process to finish what it is doing; end it, and whatever it left behind, when it takes too long."""
        if self.process is None:
            return
        self.process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(STOP_WITHIN_SECONDS)
        end_group(self.process.pid, signal.SIGKILL)
        self.process.wait()


@dataclass
class Supervisor:
    """Runs children until it is told to stop.

    say: where news goes. register: where the process ids are kept. tend: looks after what is not a child of ours.
    """

    children: list[Child]
    say: Callable[[str], None]
    register: Path
    tend: Callable[[], None] = lambda: None
    stopping: bool = field(default=False, init=False)

    def run(self, started: Callable[[], None]) -> None:
        """Start all, call `started`, and keep all alive until SIGINT or SIGTERM; then stop all."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._stop)
        try:
            for child in self.children:
                child.start()
            self._note()
            started()
            while not self.stopping:
                self._look_after()
                time.sleep(CHECK_EVERY_SECONDS)
        finally:
            for child in reversed(self.children):
                child.stop()
            self.register.unlink(missing_ok=True)

    def _look_after(self) -> None:
        self.tend()
        for child in self.children:
            if child.has_ended():
                child.plan_restart()
                self.say(f"{child.name} ended; it starts again in {child.pause:.1f} s.")
            elif child.process is None and time.monotonic() >= child.due_at:
                child.start()
                self._note()

    def _note(self) -> None:
        pids = [str(child.process.pid) for child in self.children if child.process]
        self.register.write_text("\n".join(pids))

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping = True
