"""Every night the order of questions learns from finished cases, from sums alone."""

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from lianban.apps.accounts import public as accounts
from lianban.apps.cases import public as cases
from lianban.apps.docket.models import Proceeding
from lianban.apps.guides import public as guides
from lianban.apps.guides.models import LearnedWeights
from lianban.core.guidance import next_question, prove
from lianban.core.guidance.spelling import read_all
from lianban.core.proceedings.events import Actor, Role
from tests.apps.cases.builders import COMPANY_RESTAURANT, NOW, a_county, a_submission, by

pytestmark = pytest.mark.django_db
CHAIN = "kaiban-canyindian"


@pytest.fixture(autouse=True)
def _county():
    a_county()


def finished(count, person=None, **answers):
    """Bring as many restaurants to their end, each by another person unless one is named."""
    for number in range(count):
        owner = person or a_person(number)
        given = {**COMPANY_RESTAURANT, **answers}
        receipt = cases.submit(a_submission(owner, given), by(owner))
        Proceeding.objects.filter(number=receipt.number).update(state="closed", closed_at=NOW)


def a_person(number):
    id_number = with_check(f"1101051949{number % 12 + 1:02d}{number % 28 + 1:02d}{number:03d}")
    found = accounts.find_citizen(id_number) or accounts.create_citizen(
        id_number=id_number, name="演示申请人", phone=f"138{number:08d}", now=NOW
    )
    return Actor(person=str(found), role=Role.APPLICANT)


def with_check(body):
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(c) * w for c, w in zip(body, weights, strict=True)) % 11]


def counts():
    return LearnedWeights.objects.filter(chain=CHAIN).order_by("-version").first()


def test_nothing_is_learned_from_fewer_people_than_the_least_number():
    finished(4)
    assert guides.learn_weights(NOW) == 0
    assert guides.ordered_guide(CHAIN).weights == 0


def test_sums_of_enough_people_become_a_dated_version():
    finished(5)
    assert guides.learn_weights(NOW) == 1
    kept = counts()
    assert (kept.version, kept.counted_on, kept.least) == (1, timezone.localdate(NOW), 5)
    assert kept.counts["q11"] == {"no": 5}
    assert kept.counts["q2"] == {"300": 5}


def test_a_second_night_without_news_makes_no_version():
    finished(5)
    guides.learn_weights(NOW)
    assert guides.learn_weights(NOW) == 0


def test_one_person_alone_never_weighs():
    finished(6, person=a_person(1))
    assert guides.learn_weights(NOW) == 0


def test_open_cases_do_not_count():
    finished(4)
    owner = a_person(9)
    cases.submit(a_submission(owner), by(owner))
    assert guides.learn_weights(NOW) == 0


def test_the_newest_version_orders_and_an_older_link_keeps_its_order():
    finished(5)
    guides.learn_weights(NOW)
    LearnedWeights.objects.create(
        chain=CHAIN, version=2, counted_on=timezone.localdate(NOW), least=5, counts={"q7": {"yes": 500}}
    )
    assert guides.ordered_guide(CHAIN).weights == 2
    assert guides.ordered_guide(CHAIN, 1).weights == 1
    assert guides.ordered_guide(CHAIN, 1).guide.rows != guides.ordered_guide(CHAIN).guide.rows
    assert guides.ordered_guide(CHAIN, 99).weights == 0


def test_weights_never_change_what_the_answers_lead_to():
    before = prove(guides.ordered_guide(CHAIN).guide)
    finished(5, q11=True)
    guides.learn_weights(NOW)
    weighed = guides.ordered_guide(CHAIN).guide
    assert prove(weighed).covered == before.covered == before.combinations
    spelt = {"q1": "held"}
    assert next_question(weighed, read_all(weighed.chain, spelt)) is not None


def test_a_nights_count_stays_as_it_was():
    finished(5)
    guides.learn_weights(NOW)
    with pytest.raises(DatabaseError), transaction.atomic():
        LearnedWeights.objects.update(counts={})


def test_a_page_keeps_to_the_order_it_began_with(client):
    LearnedWeights.objects.create(
        chain=CHAIN, version=1, counted_on=timezone.localdate(NOW), least=5, counts={"q7": {"yes": 500}}
    )
    guide = f"/chains/{CHAIN}/guide/"
    page = client.get(guide)
    assert 'name="w" value="1"' in page.content.decode()
    first = page.context["question"]["key"]
    going_on = client.get(guide, {"ask": first, "value": "unknown", "w": "1"})["Location"]
    assert "w=1" in going_on
    assert client.get(guide, {"w": "no number"}).context["question"]["key"] == first
