"""What runs on this machine under a process id."""

import subprocess
from pathlib import Path


def command_of(pid: int) -> str:
    """Return the command line of a process, each word followed by a space.

    Empty when there is no such process, or only a dead one that nobody has reaped.
    """
    if Path("/proc/self/cmdline").exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            return ""
    listing = subprocess.run(["ps", "-ww", "-o", "args=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return listing.stdout
