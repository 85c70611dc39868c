"""How fast the pages answer with a million cases in the database, beside a bare Django view and a bare transaction.

Run: ./lianban dev bench pages, or python benchmarks/pages.py [--cases N]. The database is an embedded server of
its own under var/bench, filled once and kept. Every figure is from this run; rates are for four open connections and
two web workers on this machine, load generator and database included.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks._load import Measured  # noqa: E402 the folder of benchmarks is no package of ours
from benchmarks._platform import MILLION, a_platform  # noqa: E402

PORT, BARE_PORT = 8790, 8791
READS, WRITES = 400, 60


def main() -> int:
    """Prepare, fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000)
    arguments = parser.parse_args()
    with a_platform(MILLION) as environment:
        os.environ.update(environment)
        from benchmarks import _pages_asks as asks  # noqa: PLC0415 Django needs the environment first

        asks.fill_up_to(arguments.cases, print)
        with serving("lianban.project.wsgi:application", PORT, environment):
            with serving("benchmarks._bare:application", BARE_PORT, environment):
                bare = asks.bare_view(BARE_PORT, READS)
            measured = asks.measure_all(PORT, READS, WRITES)
        print_table(bare, measured, asks.bare_transaction(WRITES))
    return 1 if any(each.failures for each in measured) else 0


@contextmanager
def serving(application: str, port: int, environment: dict[str, str]) -> Iterator[None]:
    """A web server with two workers, ready."""
    shape = ["--workers", "2", "--blocking-threads", "4", "--no-ws", "--no-log"]
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), *shape, application]
    server = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        wait_until(lambda: answers(port))
        yield
    finally:
        server.terminate()
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            server.kill()


def answers(port: int) -> bool:
    """Whether a server answers at all."""
    try:
        connection = HTTPConnection("127.0.0.1", port, timeout=2)
        connection.request("GET", "/")
        return connection.getresponse().status < 500
    except OSError:
        return False


def wait_until(holds: Callable[[], bool], seconds: float = 60) -> None:
    """Wait, but not for ever."""
    until = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > until:
            raise TimeoutError
        time.sleep(0.1)


def print_table(bare: Measured, measured: list[Measured], transaction: Measured) -> None:
    """Print every figure with its ratio to the bare view (pages) or the bare transaction (writes)."""
    print(f"\n{'':24}{'per s':>9}{'p50 ms':>9}{'p95 ms':>9}{'of bare':>10}")
    for each in (bare, transaction, *measured):
        base = transaction if each.name.endswith("*") else bare
        share = each.rate / base.rate
        print(f"{each.name:24}{each.rate:9.0f}{each.at(0.5):9.1f}{each.at(0.95):9.1f}{share:10.3f}")
        for failure in each.failures[:2]:
            print(f"    FAILED {failure}")
    print("\n* beside the bare SQL transaction; the others beside the bare Django view.")


if __name__ == "__main__":
    sys.exit(main())
