"""A job whose worker was killed is done by another."""

from types import SimpleNamespace

import pytest
from asgiref.sync import async_to_sync
from django.db import connection
from procrastinate.contrib.django import app

from lianban.apps.messages import public as messages
from lianban.jobs import tasks
from tests.fakes.notebooks import NOON

pytestmark = pytest.mark.django_db(transaction=True)

BEGIN = """
WITH dead AS (INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - %s * interval '1 second') RETURNING id)
UPDATE procrastinate_jobs SET status = 'doing', worker_id = dead.id FROM dead WHERE task_name = 'deliver_message'
"""


def begun_by_a_worker_last_heard_of(seconds_ago):
    messages.write(kind="accepted", address="13800000001", text="已受理", now=NOON)
    with connection.cursor() as cursor:
        cursor.execute(BEGIN, [seconds_ago])


def status():
    with connection.cursor() as cursor:
        cursor.execute("SELECT status FROM procrastinate_jobs WHERE task_name = 'deliver_message'")
        return cursor.fetchone()[0]


def take_over():
    async_to_sync(tasks.take_over_stalled.func)(SimpleNamespace(app=app), 0)


def test_the_job_of_a_silent_worker_waits_again():
    begun_by_a_worker_last_heard_of(seconds_ago=60)
    take_over()
    assert status() == "todo"


def test_the_job_of_a_living_worker_is_left_alone():
    begun_by_a_worker_last_heard_of(seconds_ago=3)
    take_over()
    assert status() == "doing"
