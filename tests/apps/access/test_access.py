"""Whoever sees another person's particulars says why, and it stays written."""

import uuid

import pytest
from django.db import DatabaseError, transaction

from lianban.apps.access import public as access
from lianban.apps.access.models import Access
from lianban.apps.accounts import public as accounts
from lianban.core.proceedings.events import Actor, Role
from tests.apps.accounts.people import ID_NUMBER, a_citizen
from tests.fakes.notebooks import CLERK, NOON

pytestmark = pytest.mark.django_db
SUPERVISOR = Actor(person=str(uuid.UUID(int=9)), role=Role.SUPERVISOR)


def look(person, reason="核对身份证件"):
    return accounts.view_in_full(person, actor=CLERK, reason=reason, now=NOON, request_id="r1", proceeding="B-1")


def test_a_full_view_is_written_down_before_it_is_given():
    person = a_citizen()
    assert look(person).id_number == ID_NUMBER
    (view,) = access.list_views(SUPERVISOR, whose=person)
    assert (view.role, view.hall, view.reason, view.proceeding) == ("clerk", "hall-1", "核对身份证件", "B-1")


def test_without_a_reason_nothing_is_shown():
    person = a_citizen()
    with pytest.raises(access.ReasonMissing):
        look(person, "  ")
    assert not Access.objects.exists()


def test_the_log_is_the_supervisors():
    with pytest.raises(access.NotForYou):
        access.list_views(CLERK)


def test_the_log_cannot_be_changed():
    look(a_citizen())
    for tamper in (lambda: Access.objects.update(reason="别的"), lambda: Access.objects.all().delete()):
        with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
            tamper()


def test_looks_of_one_moment_stand_on_their_pages_once_each_the_latest_first():
    person = a_citizen()
    reasons = ["核对身份证件", "核对联系电话", "核对通讯地址"]
    for reason in reasons:
        look(person, reason)
    pages = [access.list_views(SUPERVISOR, first=number, limit=1) for number in range(3)]
    assert [view.reason for page in pages for view in page] == reasons[::-1]
