"""People who hand in and accept applications and do not give up when the database goes away: `python -m …crowd`.

Every thread sends each command under one key until it is answered, as a browser that is asked to try again does. What
was acknowledged is told on standard output, a line of JSON each; at the end, what the database then holds.
"""

import json
import sys
import threading
import time
from collections.abc import Callable

import django

django.setup()

from django.db import InterfaceError, OperationalError, connection  # noqa: E402 settings come first
from procrastinate.exceptions import ConnectorException  # noqa: E402

from lianban.apps.cases import public as cases  # noqa: E402
from lianban.apps.docket import public as docket  # noqa: E402
from lianban.project import preparation  # noqa: E402
from tests.apps.cases import builders  # noqa: E402

THREADS, EACH = 3, 12
TURN = threading.Lock()


def main() -> None:
    """Set up a county, let everybody work, say what came of it."""
    preparation.migrate()
    builders.a_county()
    applicant, clerk = builders.an_applicant(), builders.a_clerk()
    connection.close()

    def work() -> None:
        for _ in range(EACH):
            asked = builders.by(applicant)
            number = until_answered(lambda asked=asked: cases.submit(builders.a_submission(applicant), asked)).number
            tell(submitted=number)
            accepting = builders.by(clerk)
            until_answered(lambda number=number, accepting=accepting: cases.accept(number, accepting))
            tell(accepted=number)

    threads = [threading.Thread(target=work) for _ in range(THREADS)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    found = cases.my_cases(builders.reader(applicant))
    tell(held=sorted(each.number for each in found), broken=[each.number for each in found if is_broken(each.number)])


def until_answered(command: Callable[[], object]) -> object:
    """Send a command until it is answered."""
    while True:
        try:
            return command()
        except (OperationalError, InterfaceError, ConnectorException):
            connection.close()
            time.sleep(0.1)


def is_broken(number: str) -> bool:
    """Whether a log has a break, a state is not what its events say, or the notice is there other than once."""
    view = cases.case(number, builders.reader(builders.a_clerk()))
    numbers = [number, *(each.number for each in docket.whole(number).children)]
    wrong = any(docket.verify_log(each) or docket.replay_differences(each) for each in numbers)
    return wrong or [each.kind for each in view.documents].count("受理通知书") != 1


def tell(**said: object) -> None:
    """Write a line that nobody else writes into."""
    with TURN:
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
