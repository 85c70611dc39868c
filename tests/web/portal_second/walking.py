"""A citizen who walks the pages."""

import uuid

from lianban.apps.intake import public as intake
from tests.apps.cases.builders import NOW, a_county, an_applicant
from tests.apps.intake.test_handing_in import ANSWERS, TODAY, fill, hand_over_materials

CHAIN = "kaiban-canyindian"


def come_in(client, actor):
    """Sign a citizen in."""
    from lianban.apps.accounts.models import Person  # noqa: PLC0415 tests are collected before the apps are ready

    client.force_login(Person.objects.get(pk=actor.person), backend="lianban.apps.accounts.backend.PersonBackend")
    return uuid.UUID(actor.person)


def a_citizen_of_the_county():
    """Return a citizen where everything is set up."""
    a_county()
    return an_applicant()


def a_draft(owner):
    """Return a fresh draft."""
    return intake.start(owner, CHAIN, ANSWERS, "", NOW)


def a_finished_draft(owner):
    """Return a draft that can be handed in."""
    draft = a_draft(owner)
    fill(owner, draft)
    hand_over_materials(owner, draft)
    return draft


def page_of(owner, draft):
    """Return a draft as it stands."""
    return intake.read(owner, draft, TODAY)
