"""Does acts in processes that are killed at a chosen statement: `python -m tests.faults.performer`.

One process starts up and waits; for every order (a line of JSON) it forks, the child does the act, and where the
order says so the child kills itself: before its n-th statement, before the commit, or after the commit and before
anybody was told. The answer is a line of JSON: how the child ended, and what it replied.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime

import django

django.setup()

from django.conf import settings  # noqa: E402 settings come first
from django.db import connection, transaction  # noqa: E402

from lianban.apps.cases import public as cases  # noqa: E402
from lianban.apps.catalogue import public as catalogue  # noqa: E402
from lianban.core.proceedings.events import Actor  # noqa: E402
from lianban.jobs import tasks  # noqa: E402
from tests.apps.cases import builders  # noqa: E402

BEFORE_COMMIT, AFTER_COMMIT = "before commit", "after commit"
ON_SITE = cases.Inspection(("鲁0001", "鲁0002"), "经营场所", "与申请材料一致")


def main() -> None:
    """Obey the orders that come on standard input."""
    settings.DATABASES["default"].update(json.loads(sys.argv[1]))
    connection.settings_dict.update(json.loads(sys.argv[1]))
    for line in sys.stdin:
        catalogue.current()
        connection.close()
        reading, writing = os.pipe()
        if not (child := os.fork()):
            os.close(reading)
            _perform(json.loads(line), writing)
        os.close(writing)
        with os.fdopen(reading) as told:
            reply = told.read()
        _, status = os.waitpid(child, 0)
        sys.stdout.write(json.dumps({"killed": os.WIFSIGNALED(status), "reply": reply}) + "\n")
        sys.stdout.flush()


def _perform(order: dict[str, object], writing: int) -> None:
    moment = order.get("kill_at")
    act = ACTS[str(order["act"])](order)
    if moment == BEFORE_COMMIT:
        connection._commit = _die
    statements = 0

    def watched(execute: Callable, *args: object) -> object:
        nonlocal statements
        statements += 1
        if statements == moment:
            _die()
        if moment == AFTER_COMMIT and statements == 1:
            transaction.on_commit(_die)
        return execute(*args)

    with connection.execute_wrapper(watched):
        reply = act()
    os.write(writing, json.dumps(str(reply)).encode())
    os._exit(0)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _by(order: dict[str, object]) -> cases.By:
    now = datetime.fromisoformat(str(order["now"])).astimezone(UTC)
    return builders.by(Actor.model_validate(order["actor"]), now, str(order["key"]))


def _submit(order: dict[str, object]) -> Callable[[], object]:
    submission = builders.a_submission(Actor.model_validate(order["actor"]))
    return lambda: cases.submit(submission, _by(order)).number


def _on(act: Callable[[str, cases.By], object]) -> Callable[[dict[str, object]], Callable[[], object]]:
    return lambda order: lambda: act(str(order["number"]), _by(order))


ACTS: dict[str, Callable[[dict[str, object]], Callable[[], object]]] = {
    "submit": _submit,
    "accept": _on(cases.accept),
    "review": _on(lambda number, by: cases.review(number, "现场核查", "符合条件", by, inspection=ON_SITE)),
    "grant": _on(lambda number, by: cases.grant(number, {}, by)),
    "hand_over": _on(
        lambda number, by: cases.hand_over(number, [number], cases.Collector("演示申请人", "11010519491231002X"), by)
    ),
    "sweep": lambda order: lambda: cases.sweep_cases(_by(order).now),
    "render": lambda order: lambda: tasks.render_document.func(str(order["number"])),
    "deliver": lambda order: lambda: tasks.deliver_message.func(str(order["number"])),
}

if __name__ == "__main__":
    main()
