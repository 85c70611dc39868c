"""Somebody without a phone comes to a counter, and a clerk takes their application down."""

from datetime import date
from uuid import UUID

from lianban.apps.intake import public as intake
from lianban.core.proceedings.chain_case.at_counter import Capacity
from lianban.core.proceedings.events import Actor, Role
from tests.apps.cases.builders import HALL, NOW, by
from tests.apps.intake.test_handing_in import ANSWERS, fill, hand_over_materials

CHAIN = "kaiban-canyindian"
PERSON, OTHER = "11010519491231002X", "370304198506120002"
"""Two numbers that check; the register knows the second one, under the name below."""
OTHER_NAME = "演示申请人乙"
SHOP = "92370304MA00000239"
"""A registered business of the second person."""
CLERK = Actor(person=str(UUID(int=1)), role=Role.CLERK, hall=HALL)
COUNTER = intake.Counter(HALL)
EVERY_POWER = tuple(intake.Power)


def an_arrival(capacity: Capacity = Capacity.SELF, **changes) -> intake.Arrival:
    """Somebody at the counter whose document was compared."""
    said = {"name": "演示申请人", "id_number": PERSON, "compared": True, **changes}
    return intake.Arrival(capacity=capacity, **said)


def a_mandate(until: date = date(2026, 12, 31), powers=EVERY_POWER) -> intake.Mandate:
    """An authority to speak for somebody, as its paper says."""
    return intake.Mandate("2026年11月20日签署", until, powers)


def an_agent(**changes) -> intake.Arrival:
    """Somebody who speaks for another person."""
    said = {"principal_name": OTHER_NAME, "principal_number": OTHER, "mandate": a_mandate(), **changes}
    return an_arrival(Capacity.AGENT, **said)


def taken_down(arrival: intake.Arrival | None = None, clerk: Actor = CLERK) -> UUID:
    """Begin an application at the counter."""
    return intake.take_down(arrival or an_arrival(), CHAIN, ANSWERS, "博一〔2026〕0001号", by(clerk))


def filled(arrival: intake.Arrival | None = None) -> UUID:
    """An application at the counter with everything filled in and every paper handed over."""
    draft = taken_down(arrival)
    fill(COUNTER, draft)
    hand_over_materials(COUNTER, draft)
    return draft


def signed(draft: UUID) -> UUID:
    """Print the sheet and take its scan."""
    intake.print_sheet(COUNTER, draft, NOW)
    intake.sign(COUNTER, draft, [SCAN], "确认单.pdf", NOW)
    return draft


SCAN = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\n%%EOF\n"
