"""A process is killed before any statement, before the commit and after it: nothing half done, nothing done twice.

Each act is tried again and again, killed one statement later every time, until it lives to its end. Whatever was not
committed left no trace in any table; what was committed is not done again when the same command comes again.
"""

import json
import subprocess
import sys
import uuid
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from django.db import connection

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.apps.documents.models import SealUse
from lianban.apps.messages import public as messages
from lianban.apps.messages.models import OutboxMessage
from tests.apps.cases.builders import (
    NOW,
    a_clerk,
    a_county,
    an_applicant,
    an_application,
    an_approver,
    by,
    item_of,
    reader,
    unbroken,
)
from tests.faults.performer import AFTER_COMMIT, BEFORE_COMMIT, ON_SITE

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[2]
FAR_TOO_MANY = 400


class Performer:
    """A process that does acts in children it lets be killed."""

    def __init__(self):
        chosen = ("NAME", "USER", "PASSWORD", "HOST", "PORT")
        where = json.dumps({name: connection.settings_dict[name] for name in chosen})
        command = [sys.executable, "-m", "tests.faults.performer", where]
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def order(self, **order):
        self.process.stdin.write(json.dumps(order, default=str) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


@pytest.fixture
def performer(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "src"))
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "lianban.project.settings.test")
    made = Performer()
    yield made
    made.process.stdin.close()
    made.process.wait(300)


def everything():
    """What stands in every table: how many rows, and which transactions wrote them; any committed write changes it."""
    with connection.cursor() as cursor:
        tables = sorted(connection.introspection.table_names(cursor))
        asked = "SELECT '{0}', count(*), coalesce(sum(xmin::text::bigint), 0) FROM \"{0}\""
        cursor.execute(" UNION ALL ".join(asked.format(table) for table in tables) + " ORDER BY 1")
        return cursor.fetchall()


def changed(before):
    return [one[0] for one, other in zip(before, everything(), strict=True) if one != other]


def killed_everywhere(performer, act, actor, **more):
    """Kill the act at every place in turn, look that nothing remained, and return its one reply."""
    order = {"act": act, "actor": actor.model_dump(), "key": uuid.uuid4().hex, "now": NOW.isoformat(), **more}
    before = everything()
    for moment in count(1):
        assert moment < FAR_TOO_MANY, "the act never ends"
        if not performer.order(**order, kill_at=moment if moment > 1 else BEFORE_COMMIT)["killed"]:
            break
        assert changed(before) == [], f"killed before statement {moment}"
    return once_more(performer, order), moment


def once_more(performer, order):
    """The act is done by now; send the same command again, and look that this changes nothing."""
    after = everything()
    reply = performer.order(**order)
    assert not reply["killed"]
    assert changed(after) == []
    return json.loads(reply["reply"])


def killed_unheard(performer, act, actor, **more):
    """Kill the act after its commit, before anybody was told; the same command then tells what was done."""
    order = {"act": act, "actor": actor.model_dump(), "key": uuid.uuid4().hex, "now": NOW.isoformat(), **more}
    before = everything()
    assert performer.order(**order, kill_at=AFTER_COMMIT)["killed"]
    assert changed(before)
    return once_more(performer, order)


@pytest.fixture
def applicant():
    a_county()
    return an_applicant()


@pytest.fixture
def number(applicant):
    return an_application(applicant)


@pytest.fixture
def company(number):
    """The item that everything else waits for, accepted and looked at; and the one who decides it."""
    cases.accept(number, by(a_clerk()))
    item = item_of(number, "reg_company")
    approver = an_approver(item.authority)
    cases.review(item.number, "现场核查", "符合条件", by(approver), inspection=ON_SITE)
    return item.number, approver


class TestKilledBeforeAnyStatement:
    def test_an_application_is_there_whole_and_once_or_not_at_all(self, performer, applicant):
        reply, places = killed_everywhere(performer, "submit", applicant)
        assert [each.number for each in cases.my_cases(reader(applicant))] == [reply]
        assert places > 5
        assert unbroken(reply)

    def test_an_acceptance_gives_one_notice_and_begins_every_item_or_nothing(self, performer, number):
        clerk = a_clerk()
        killed_everywhere(performer, "accept", clerk, number=number)
        view = cases.case(number, reader(clerk))
        assert [each.kind for each in view.documents].count("受理通知书") == 1
        assert view.stage == "in_progress"
        assert unbroken(number)

    def test_a_grant_makes_one_licence_and_unlocks_what_waited_for_it(self, performer, number, company):
        item, approver = company
        killed_everywhere(performer, "grant", approver, number=item)
        view = cases.case(number, reader(a_clerk()))
        assert [each.name for each in view.licences] == ["营业执照"]
        assert {"sign", "fire_check"} <= {each.item for each in view.items if each.state == "accepted"}
        assert unbroken(number)


class TestKilledAfterTheCommit:
    def test_who_was_not_told_asks_again_and_is_told_the_same(self, performer, applicant):
        reply = killed_unheard(performer, "submit", applicant)
        assert [each.number for each in cases.my_cases(reader(applicant))] == [reply]

    def test_an_acceptance_stands(self, performer, number):
        killed_unheard(performer, "accept", a_clerk(), number=number)
        assert cases.case(number, reader(a_clerk())).stage == "in_progress"
        assert unbroken(number)

    def test_a_grant_stands(self, performer, number, company):
        item, approver = company
        killed_unheard(performer, "grant", approver, number=item)
        assert len(cases.case(number, reader(a_clerk())).licences) == 1
        assert unbroken(number)


class TestWorkers:
    """A worker dies in the middle of a job; another takes the job over, and a job that was done is done again."""

    def test_five_days_of_silence_accept_an_application_once(self, performer, number):
        later = (NOW + timedelta(days=9)).isoformat()
        killed_everywhere(performer, "sweep", a_clerk(), now=later)
        assert cases.case(number, reader(a_clerk())).stage == "in_progress"
        assert [each.kind for each in docket.events(number)].count("accepted") == 1
        assert unbroken(number)

    def test_a_document_is_sealed_once(self, performer, number):
        document = cases.case(number, reader(a_clerk())).documents[0].id
        killed_everywhere(performer, "render", a_clerk(), number=document)
        assert SealUse.objects.count() == 1

    def test_a_message_goes_out_once(self, performer, number):
        messages.write(kind="accepted", address="13800000001", text="已受理", now=NOW)
        message = OutboxMessage.objects.earliest("written_at")
        killed_everywhere(performer, "deliver", a_clerk(), number=message.pk)
        message.refresh_from_db()
        assert (message.tries, message.refusal) == (1, "")
        assert message.reference
