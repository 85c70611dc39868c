"""Asks a server over a few kept-open connections and says how fast it answers."""

import http.client
import statistics
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

CONNECTIONS = 4


@dataclass(frozen=True)
class Ask:
    """One request. expected: the status that means it worked."""

    path: str
    method: str = "GET"
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    expected: tuple[int, ...] = (200,)


@dataclass(frozen=True)
class Measured:
    """seconds: each answer's time, in order of size. wall: from the first request to the last answer."""

    name: str
    seconds: tuple[float, ...]
    wall: float
    failures: tuple[str, ...] = ()

    @property
    def rate(self) -> float:
        """Answers per second."""
        return len(self.seconds) / self.wall

    def at(self, share: float) -> float:
        """The time within which this share was answered, in milliseconds."""
        return 1000 * statistics.quantiles(self.seconds, n=100, method="inclusive")[round(share * 100) - 1]


def measure(name: str, port: int, asks: Sequence[Ask], connections: int = CONNECTIONS) -> Measured:
    """Ask everything once, shared out over the connections."""
    shares = [list(asks[start::connections]) for start in range(connections)]
    times: list[float] = []
    failures: list[str] = []
    threads = [threading.Thread(target=_work, args=(port, share, times, failures)) for share in shares if share]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Measured(name, tuple(sorted(times)), time.perf_counter() - started, tuple(failures))


def _work(port: int, asks: Sequence[Ask], times: list[float], failures: list[str]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    for ask in asks:
        started = time.perf_counter()
        connection.request(ask.method, ask.path, ask.body or None, ask.headers)
        reply = connection.getresponse()
        content = reply.read()
        times.append(time.perf_counter() - started)
        if reply.status not in ask.expected:
            failures.append(f"{ask.method} {ask.path}: {reply.status} {content[:200]!r}")
    connection.close()
