"""A county with its departments, and applications on the catalogue that ships."""

import uuid
from datetime import UTC, datetime
from decimal import Decimal

from lianban.apps.accounts import public as accounts
from lianban.apps.cases import public as cases
from lianban.apps.catalogue import public as catalogue
from lianban.apps.docket import public as docket
from lianban.apps.messages import public as messages
from lianban.apps.organs import public as organs
from lianban.core.chains.plan import Marking, Need
from lianban.core.guidance import facts_after
from lianban.core.proceedings.events import Actor, Role
from tests.apps.catalogue.shipped import publish_shipped, shipped

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""Monday, 23 November 2026, ten in the morning."""

HALL = "county-hall"
COMPANY_RESTAURANT: dict[str, object] = {
    "q1": "company", "q2": Decimal(350), "q3": frozenset({"热食类食品制售"}), "q7": False,
    "q8": "door", "q9": False, "q10": "告知承诺", "q11": False, "q12": False, "q13": False, "q14": False,
    "q15": False, "q16": False,
}  # fmt: skip
"""A company opens a place of 350 square metres with a sign over the door and asks for the fire check by commitment."""


def a_county() -> None:
    """Publish the catalogue and describe every authority it names."""
    publish_shipped(NOW)
    keys = {item.authority for item in shipped().items.values()} | {c.lead_authority for c in shipped().chains.values()}
    for place, key in enumerate(sorted(keys)):
        organs.put_authority(organs.AuthorityCard(key, f"区{key}局", "", f"区{key}局", f"博{place}", ""))
    organs.put_hall(organs.HallCard(HALL, "区政务服务中心", "", "370304", "", ()))


def an_applicant() -> Actor:
    """Return a citizen with an account."""
    person = accounts.create_citizen(id_number="11010519491231002X", name="演示申请人", phone="13800000000", now=NOW)
    return Actor(person=str(person), role=Role.APPLICANT)


def a_clerk() -> Actor:
    """Return a clerk of the county's hall."""
    return Actor(person=str(uuid.uuid4()), role=Role.CLERK, hall=HALL)


def an_issuer() -> Actor:
    """Return somebody at the issuing window of the county's hall."""
    return Actor(person=str(uuid.uuid4()), role=Role.ISSUER, hall=HALL)


def an_approver(authority: str) -> Actor:
    """Return an approver of an authority."""
    return Actor(person=str(uuid.uuid4()), role=Role.APPROVER, authority=authority)


def by(actor: Actor, now: datetime = NOW, key: str = "") -> cases.By:
    """Return somebody acting at a moment, under a fresh key unless one is given."""
    return cases.By(actor=actor, key=key or uuid.uuid4().hex, now=now, request_id="test")


def a_submission(applicant: Actor, answers: dict[str, object] = COMPANY_RESTAURANT) -> cases.Submission:
    """Return an application to open a restaurant with everything handed in."""
    chain = catalogue.current().chain("kaiban-canyindian")
    facts = facts_after(chain, answers)
    plan = catalogue.plan("kaiban-canyindian", facts)
    wanted = [m for m in plan.materials if m.need is Need.CERTAIN and m.marking is Marking.REQUIRED]
    return cases.Submission(
        chain=chain.key,
        lead_authority=chain.lead_authority,
        plan=plan,
        release=catalogue.current().release,
        values={
            "entity.name": "演示餐饮有限公司",
            "legal_rep.id_no": "11010519491231002X",
            "contact.phone": "13800000000",
        },
        sources={"legal_rep.id_no": "人口库（演示替身）"},
        materials=tuple(cases.SubmittedMaterial(key=m.key, mode="counter") for m in wanted),
        delivery={"way": "pickup", "hall": HALL},
        applicant=uuid.UUID(applicant.person),
        applicant_name="演示餐饮有限公司",
        division="370304",
        hall=HALL,
    )


def reader(actor: Actor, now: datetime = NOW) -> cases.Reader:
    """Return somebody reading at a moment."""
    return cases.Reader(actor, now)


def an_application(applicant: Actor, answers: dict[str, object] = COMPANY_RESTAURANT, now: datetime = NOW) -> str:
    """Hand in an application to open a restaurant; return its number."""
    return cases.submit(a_submission(applicant, answers), by(applicant, now)).number


def an_accepted_application(
    applicant: Actor, answers: dict[str, object] = COMPANY_RESTAURANT, now: datetime = NOW
) -> str:
    """Hand in an application to open a restaurant, accept it at the window, and return its number."""
    number = an_application(applicant, answers, now)
    cases.accept(number, by(a_clerk(), now))
    return number


def item_of(number: str, key: str) -> cases.ItemView:
    """Return one item of an application as the window sees it."""
    return next(each for each in cases.case(number, reader(a_clerk())).items if each.item == key)


def unbroken(number: str) -> bool:
    """Whether the record of an application and its items holds, and everything stored follows from it."""
    parts = docket.whole(number).proceedings
    return all(docket.verify_log(each.number) == () == docket.replay_differences(each.number) for each in parts)


def told_beyond(citizen: Actor) -> tuple[messages.Message, ...]:
    """Return what was written to somebody about demands beyond the one-time list."""
    found = messages.messages_to(uuid.UUID(citizen.person))
    return tuple(each for each in found if each.kind == "asked_beyond_notice")


def news(citizen: Actor) -> list[str]:
    """Return what somebody was told about their cases, the latest first."""
    return [each.text for each in messages.messages_to(uuid.UUID(citizen.person)) if each.kind == "case_news"]
