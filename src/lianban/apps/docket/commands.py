"""A command that arrives twice is obeyed once."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from lianban.apps.docket.errors import ForeignCommand
from lianban.apps.docket.models import ObeyedCommand
from lianban.apps.storage.keys import new_key
from lianban.core.kernel.canonical import digest

CLAIM = """
INSERT INTO docket_obeyed_command (id, key, person, command, reply, obeyed_at)
VALUES (%s, %s, %s, %s, 'null', %s) ON CONFLICT (person, key) DO NOTHING
"""


@transaction.atomic
def once(key: str, *, person: str, command: object, now: datetime, obey: Callable[[], Any]) -> Any:
    """Obey a command unless it was already obeyed; return its reply, the first one's when it came again.

    key: made by the client for one act (a hidden field of the form). command: what is asked, JSON-like.
    obey: does it and returns a JSON value; it runs in the transaction that remembers the key, so a failure forgets it.
    A twin that arrives meanwhile waits. Raises ForeignCommand when the key was used for something else.
    """
    asked = digest(command)
    with connection.cursor() as cursor:
        cursor.execute(CLAIM, [new_key(), key, person, asked, now])
        is_first = cursor.rowcount == 1
    mine = ObeyedCommand.objects.filter(person=person, key=key)
    if is_first:
        reply = obey()
        mine.update(reply=reply)
        return reply
    earlier = mine.get()
    if earlier.command != asked:
        raise ForeignCommand(key)
    return earlier.reply
