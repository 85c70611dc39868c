"""What stands in the way of a start is one sentence, never a trace."""

import os
import subprocess
import sys


def prepared(**said):
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LIANBAN", "DJANGO"))}
    environment |= {"DJANGO_SETTINGS_MODULE": "lianban.project.settings.run", **said}
    command = [sys.executable, "-m", "lianban.project.preparing"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_setting_that_cannot_be_read_is_named(tmp_path):
    done = prepared(LIANBAN_HOME=str(tmp_path), DATABASE_URL="postgresql:///none", LIANBAN_STAND_INS="perhaps")
    assert done.returncode == 2
    assert done.stderr.strip() == "LIANBAN_STAND_INS must be on or off, not 'perhaps'."
