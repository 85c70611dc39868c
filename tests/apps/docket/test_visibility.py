"""Who sees what: the query against a rule anybody can read."""

import uuid
from contextlib import contextmanager

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lianban.apps.docket import public as docket
from lianban.apps.docket.models import Proceeding
from lianban.apps.docket.visibility import visible_proceedings
from lianban.core.proceedings.events import Actor, Event, Role
from tests.fakes.notebooks import CLERK, NOON, a_notebook, written

pytestmark = pytest.mark.django_db
PEOPLE = [uuid.UUID(int=number) for number in (1, 2)]
HALLS, AUTHORITIES = ["hall-1", "hall-2"], ["shenpi", "weijian"]

parts = st.lists(
    st.tuples(st.sampled_from(AUTHORITIES), st.booleans(), st.lists(st.sampled_from(AUTHORITIES), max_size=1)),
    max_size=3,
)
wholes = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(["", *HALLS]), parts), max_size=4)
actors = st.builds(
    Actor,
    person=st.sampled_from(PEOPLE).map(str),
    role=st.sampled_from(Role),
    authority=st.sampled_from(["", *AUTHORITIES]),
    hall=st.sampled_from(["", *HALLS]),
    on_behalf_of=st.sampled_from(["", str(PEOPLE[0])]),
)


def sees(actor: Actor, one: Proceeding) -> bool:
    """The rule, said directly."""
    if actor.role is Role.SUPERVISOR:
        return True
    if actor.role is Role.APPLICANT:
        return str(one.applicant) == (actor.on_behalf_of or actor.person)
    if actor.role in {Role.CLERK, Role.ISSUER}:
        return actor.hall != "" and one.hall == actor.hall
    if actor.role is Role.APPROVER and actor.authority:
        own = [one] if one.parent else list(one.children.all())
        decides = any(part.authority == actor.authority and not part.waiting for part in own)
        return decides or (one.parent is not None and actor.authority in one.asked)
    return False


def is_own(actor: Actor, one: Proceeding) -> bool:
    """Whether an authority sees it because it decides there."""
    own = [one] if one.parent else list(one.children.all())
    return any(part.authority == actor.authority and not part.waiting for part in own)


def fill(described):
    waits = Event(kind="made_to_wait", payload={}, effective_at=NOON)
    changes, asked = [], {}
    for count, (person, hall, below) in enumerate(described):
        whole = a_notebook(f"B-{count}", applicant=person, hall=hall)
        changes.append(docket.Change(whole, (written("一"),)))
        for place, (authority, waiting, others) in enumerate(below):
            asked[f"B-{count}-{place}"] = others
            part = a_notebook(f"B-{count}-{place}", parent=whole.id, authority=authority, hall=hall, applicant=person)
            changes.append(docket.Change(part, (waits,) if waiting else (written("一"),)))
    docket.append(changes, actor=CLERK, now=NOON, request_id="r")
    for number, others in asked.items():
        if others:
            Proceeding.objects.filter(number=number).update(asked=others, asked_by=NOON.date())


@contextmanager
def undone_afterwards():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(described=wholes, actor=actors)
def test_the_query_shows_exactly_what_the_rule_says(db, described, actor):
    with undone_afterwards():
        fill(described)
        allowed = {one.number for one in Proceeding.objects.all() if sees(actor, one)}
        assert set(visible_proceedings(actor).values_list("number", flat=True)) == allowed
        halves = [
            set(visible_proceedings(actor, parts=each).values_list("number", flat=True)) for each in (True, False)
        ]
        if actor.role is Role.APPROVER:
            assert halves[0] | halves[1] == allowed
            assert not halves[0] & halves[1]
            own = {one.number for one in Proceeding.objects.filter(number__in=allowed) if is_own(actor, one)}
            assert set(visible_proceedings(actor, asked=False).values_list("number", flat=True)) == own
            asked = set(visible_proceedings(actor, asked=True).values_list("number", flat=True))
            assert own | asked == allowed
