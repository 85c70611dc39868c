"""A command that arrives twice is obeyed once."""

import pytest

from lianban.apps.docket import public as docket
from tests.fakes.notebooks import NOON

pytestmark = pytest.mark.django_db


def send(key="k1", command="submit", obey=lambda: "done"):
    return docket.once(key, person="p1", command={"do": command}, now=NOON, obey=obey)


def test_the_second_time_gives_the_first_reply():
    replies = iter(["B-1", "B-2"])
    assert send(obey=lambda: next(replies)) == "B-1"
    assert send(obey=lambda: next(replies)) == "B-1"


def test_another_key_is_another_command():
    replies = iter(["B-1", "B-2"])
    assert [send("k1", obey=lambda: next(replies)), send("k2", obey=lambda: next(replies))] == ["B-1", "B-2"]


def test_a_key_does_not_serve_for_something_else():
    send(command="submit")
    with pytest.raises(docket.ForeignCommand):
        send(command="withdraw")


def test_a_command_that_failed_may_be_sent_again():
    def fail():
        raise LookupError

    with pytest.raises(LookupError):
        send(obey=fail)
    assert send() == "done"
