"""A step costs three statements, however many items the application has: load, append, leave the job."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lianban.apps.cases import public as cases
from lianban.apps.cases.in_hand import InHand
from lianban.apps.storage.deferring import defer
from lianban.core.proceedings.item_case import commands as i
from tests.apps.cases.builders import (
    NOW,
    a_clerk,
    a_submission,
    an_accepted_application,
    an_application,
    an_approver,
    by,
    reader,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def number(citizen):
    return an_accepted_application(citizen)


def statements(captured):
    told = [each["sql"] for each in captured.captured_queries]
    return [sql for sql in told if not sql.startswith(("SAVEPOINT", "RELEASE"))]


def appends(captured):
    return [sql for sql in statements(captured) if "docket_append(" in sql]


def test_a_step_is_three_statements(number):
    approver = an_approver("market")
    items = cases.case(number, reader(a_clerk())).items
    running = next(each.number for each in items if each.authority == "market" and each.state == "accepted")
    with CaptureQueriesContext(connection) as asked:
        hand = InHand(running, by(approver))
        key = hand.key_of(running)
        hand.move_item(key, i.Review(at=NOW, step="审查", opinion="符合"), approver)
        hand.ledger.write()
        defer("take_over_stalled")
    assert len(statements(asked)) == 3


def test_accepting_opens_every_item_in_the_statement_that_accepts(citizen):
    other = an_application(citizen)
    with CaptureQueriesContext(connection) as asked:
        cases.accept(other, by(a_clerk()))
    assert len(cases.case(other, reader(a_clerk())).items) > 2
    assert len(appends(asked)) == 1


def test_handing_in_records_and_receives_in_one_statement(citizen):
    submission = a_submission(citizen)
    with CaptureQueriesContext(connection) as asked:
        cases.submit(submission, by(citizen))
    assert len(appends(asked)) == 1


def test_what_an_end_sets_free_is_in_the_statement_that_ends(number):
    view = cases.case(number, reader(a_clerk()))
    first = next(item for item in view.items if item.state == "accepted" and item.authority == "market")
    approver = an_approver("market")
    cases.review(first.number, "审查", "符合", by(approver))
    with CaptureQueriesContext(connection) as asked:
        cases.grant(first.number, {}, by(approver))
    assert len(appends(asked)) == 1


def test_the_case_page_asks_no_more_when_there_are_more_items(number, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        cases.case(number, reader(a_clerk()))
