"""Our side of the step and the parallel approval: the real rules, the real docket, a real job."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from benchmarks._course import HALL, a_paper
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.utils import timezone

from lianban.apps.cases.acting import PROCEDURES, SYSTEM, context
from lianban.apps.docket import public as docket
from lianban.apps.storage.deferring import defer
from lianban.core.clocks.limits import DayUnit, TimeLimit
from lianban.core.kernel.canonical import digest
from lianban.core.kernel.legal import LegalBasis
from lianban.core.proceedings.chain_case import commands as c
from lianban.core.proceedings.chain_case.state import ChildItem, Outcome
from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.events import Actor, Role
from lianban.core.proceedings.item_case import commands as i
from lianban.core.proceedings.procedure import Command

AUTHORITY = "market"
APPLICANT, CLERK, APPROVER = (uuid.UUID(int=number) for number in (11, 12, 13))
ROLES = {
    "applicant": Actor(person=str(APPLICANT), role=Role.APPLICANT),
    "clerk": Actor(person=str(CLERK), role=Role.CLERK, hall=HALL),
    "approver": Actor(person=str(APPROVER), role=Role.APPROVER, authority=AUTHORITY),
}
LAW = LegalBasis(document="中华人民共和国行政许可法", article="第四十二条")
LIMIT = TimeLimit(length=Decimal(20), unit=DayUnit.WORKING_DAY, basis=(LAW,))


class Case:
    """An application being decided; each act is one transaction."""

    def __init__(self, ways: int) -> None:
        """Hand in, accept and open an application of so many items that wait for nothing."""
        self.now = timezone.now()
        number = f"370304YJS{uuid.uuid4().hex[:20]}"
        keys = [f"item-{place:03d}" for place in range(ways)]
        whole = docket.Opening(id=docket.new_key(), number=number, procedure="chain_case", title="演示", hall=HALL,
                               applicant=APPLICANT, authority=AUTHORITY)  # fmt: skip
        items = tuple(ChildItem(item=key, name=key, authority=AUTHORITY, on_the_spot=True) for key in keys)
        submit = c.Submit(at=self.now, chain="demo", name="演示", lead_authority=AUTHORITY, applicant=str(APPLICANT),
                          plan=digest("plan"), values=digest("values"), items=items, promise_days=20)  # fmt: skip
        with transaction.atomic():
            ledger = docket.Ledger(now=self.now, request_id="bench")
            parent = self._move(ledger, whole, submit, "applicant")
            receive = c.Receive(at=self.now, document=a_paper(DocumentKind.RECEIPT), hall=HALL)
            parent = self._move(ledger, parent, receive, None)
            accept = c.Accept(at=self.now, document=a_paper(DocumentKind.ACCEPTANCE))
            parent = self._move(ledger, parent, accept, "clerk")
            for place, key in enumerate(keys, 1):
                child = self._open(ledger, parent, key, place)
                begin = i.Accept(at=self.now, document=a_paper(DocumentKind.ACCEPTANCE),
                                 chain_accepted_on=parent.state.accepted_on)  # fmt: skip
                self._move(ledger, child, begin, None)
                parent = self._move(ledger, parent, c.ChildBegan(at=self.now, item=key), None)
            ledger.write()
        self.number, self.keys = number, keys

    def _open(self, ledger: docket.Ledger, parent: docket.Loaded, key: str, place: int) -> docket.Loaded:
        opening = docket.Opening(id=docket.new_key(), number=f"{parent.number}-{place:03d}", procedure="item_case",
                                 title=key, parent=parent.id, item=key, authority=AUTHORITY, hall=HALL,
                                 applicant=APPLICANT)  # fmt: skip
        command = i.Open(at=self.now, item=key, name=key, authority=AUTHORITY, chain_case=parent.number,
                         statutory_limit=LIMIT, promised_limit=LIMIT, on_the_spot=True)  # fmt: skip
        return self._move(ledger, opening, command, None)

    def approve(self, place: int) -> None:
        """Grant one item: load, decide, append with what it does to the whole, leave a job, commit."""
        key = self.keys[place]
        with transaction.atomic():
            whole, parts = docket.hold_case(f"{self.number}-{place + 1:03d}")
            ledger = docket.Ledger(now=self.now, request_id="bench")
            grant = i.Grant(at=self.now, document=a_paper(DocumentKind.GRANT))
            done = self._move(ledger, parts[key], grant, "approver")
            closed = c.ChildClosed(at=self.now, item=key, outcome=Outcome.GRANTED, documents=done.state.documents)
            self._move(ledger, whole, closed, None)
            ledger.write()
            defer("bench_step", number=self.number)

    @staticmethod
    def _move(
        ledger: docket.Ledger, on: docket.Opening | docket.Loaded, command: Command, role: str | None
    ) -> docket.Loaded:
        actor = ROLES[role] if role else SYSTEM
        state: Any = on.state if isinstance(on, docket.Loaded) else None
        events = PROCEDURES[on.procedure].decide(state, command, actor, context(command.at))
        return ledger.add(docket.Change(on, events), actor)[0]


@contextmanager
def statements() -> Iterator[list[str]]:
    """Collect what is sent to the database."""
    sent: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, about: Any) -> CursorWrapper:
        sent.append(sql)
        found: CursorWrapper = execute(sql, params, many, about)
        return found

    with connection.execute_wrapper(note):
        yield sent
