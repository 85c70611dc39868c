"""Limits count across processes and windows of time."""

from datetime import timedelta

import pytest

from lianban.apps.accounts.errors import TooMany
from lianban.apps.accounts.limits import Limit, count, forget, sweep
from lianban.apps.accounts.models import Quota
from tests.apps.accounts.people import after
from tests.apps.docket.test_concurrency import at_once
from tests.fakes.notebooks import NOON

THREE = Limit("three", 3, timedelta(minutes=1))


@pytest.mark.django_db
def test_a_window_begins_with_the_first_try_and_ends_by_itself():
    for seconds in (0, 10, 20):
        count(THREE, "a", after(seconds=seconds))
    with pytest.raises(TooMany) as refused:
        count(THREE, "a", after(seconds=45))
    assert refused.value.facts["wait_seconds"] == 15
    count(THREE, "a", after(seconds=60))
    count(THREE, "b", NOON)


@pytest.mark.django_db
def test_what_is_over_is_swept_away():
    count(THREE, "a", NOON)
    assert sweep(NOON) == 0
    assert sweep(after(minutes=2)) == 1
    forget(THREE, "a")
    assert not Quota.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_ten_at_once_are_ten_though_each_has_its_own_connection():
    outcomes = at_once(*[lambda: count(THREE, "a", NOON)] * 10)
    assert sum(isinstance(each, TooMany) for each in outcomes) == 7
