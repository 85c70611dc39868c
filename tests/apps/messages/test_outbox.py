"""A message is written with what causes it, sent once, and never lost."""

from datetime import timedelta

import pytest
from django.db import connection, transaction

from lianban.apps.messages import public as messages
from lianban.apps.messages.models import OutboxMessage
from tests.fakes.notebooks import NOON

pytestmark = pytest.mark.django_db


def write():
    return messages.write(kind="accepted", address="13800000001", text="您的申请已受理。", now=NOON)


def waiting_jobs():
    with connection.cursor() as cursor:
        cursor.execute("SELECT args->>'message' FROM procrastinate_jobs WHERE task_name = 'deliver_message'")
        return [row[0] for row in cursor.fetchall()]


def test_a_message_waits_with_a_job_that_will_send_it():
    message = write()
    assert waiting_jobs() == [str(message)]
    assert messages.latest_messages()[0].sent_at is None


def test_neither_message_nor_job_outlives_a_rollback():
    with transaction.atomic():
        write()
        transaction.set_rollback(True)
    assert messages.latest_messages() == ()
    assert waiting_jobs() == []


def test_a_message_is_sent_once():
    message = write()
    assert messages.deliver(message, NOON) is True
    assert messages.deliver(message, NOON) is False
    sent = OutboxMessage.objects.get(pk=message)
    assert (sent.tries, sent.sender, sent.sent_at) == (1, "演示替身", NOON)


def test_address_and_text_are_unreadable_in_the_database():
    message = write()
    with connection.cursor() as cursor:
        cursor.execute("SELECT address, text FROM messages_outbox WHERE id = %s", [message])
        address, text = map(bytes, cursor.fetchone())
    assert b"13800000001" not in address
    assert "受理".encode() not in text


def test_messages_with_codes_go_after_a_day_and_others_stay():
    write()
    messages.write(kind=messages.SIGN_IN_CODE, address="13800000001", text="验证码 123456", now=NOON)
    assert messages.sweep_codes(NOON + timedelta(hours=23)) == 0
    assert messages.sweep_codes(NOON + timedelta(hours=25)) == 1
    assert [each.kind for each in messages.latest_messages()] == ["accepted"]
