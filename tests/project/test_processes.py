"""The supervisor keeps its processes alive and leaves none behind."""

import os
import signal
import subprocess
import sys
import threading
import time

from lianban.adapters.process_table import command_of
from lianban.project.processes import Child, Supervisor, end_left_overs

SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)  # lianban"]


class Stoppable(Supervisor):
    """A supervisor that leaves the signals of the test run alone."""

    def run(self, started):
        for child in self.children:
            child.start()
        started()
        while not self.stopping:
            self._look_after()
            time.sleep(0.02)
        for child in self.children:
            child.stop()


def until(holds, seconds=60.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.02)
    return False


class TestSupervisor:
    def test_a_killed_process_starts_again(self, tmp_path):
        child, said = Child("Sleeper", SLEEPER, os.environ), []
        supervisor = Stoppable([child], said.append, tmp_path / "processes")
        thread = threading.Thread(target=supervisor.run, args=(lambda: None,))
        thread.start()
        assert until(lambda: child.process is not None)
        first = child.process.pid
        os.kill(first, signal.SIGKILL)
        assert until(lambda: child.process is not None and child.process.pid != first)
        supervisor.stopping = True
        thread.join(60)
        assert child.process.poll() is not None
        assert "Sleeper" in said[0]

    def test_what_keeps_failing_is_tried_later_and_later(self):
        child = Child("Failing", [sys.executable, "-c", "raise SystemExit(1)"], os.environ)
        pauses = []
        for _ in range(4):
            child.start()
            child.process.wait()
            child.plan_restart()
            pauses.append(child.pause)
        assert pauses == sorted(pauses)
        assert pauses[-1] > pauses[0] > 0


class TestLeftOvers:
    def test_processes_of_a_killed_supervisor_are_ended(self, tmp_path):
        left = subprocess.Popen(SLEEPER, start_new_session=True)
        register = tmp_path / "processes"
        register.write_text(str(left.pid))
        reaper = threading.Thread(target=left.wait)
        reaper.start()
        assert until(lambda: "lianban" in command_of(left.pid))
        end_left_overs(register)
        reaper.join(60)
        assert left.returncode is not None
        assert not register.exists()

    def test_a_number_that_another_program_bears_now_is_left_alone(self, tmp_path):
        stranger = subprocess.Popen(["sleep", "60"], start_new_session=True)
        register = tmp_path / "processes"
        register.write_text(str(stranger.pid))
        end_left_overs(register)
        assert stranger.poll() is None
        stranger.kill()
        stranger.wait()


def test_a_process_is_known_by_its_command():
    assert "pytest" in command_of(os.getpid()) or "python" in command_of(os.getpid())
    assert command_of(2**22 + 1) == ""
