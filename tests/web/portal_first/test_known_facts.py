"""Whoever is signed in is not asked what the state knows; it is shown with its source and corrected with a click."""

import pytest
from django.utils import timezone

from lianban.apps.accounts import public as accounts
from lianban.apps.accounts.models import Person
from lianban.apps.guides import public as guides
from lianban.apps.intake import public as intake
from tests.apps.cases.builders import NOW, a_county

pytestmark = pytest.mark.django_db
GUIDE = "/chains/tuixiu/guide/"
FIRST = ["q1:self", "q2:no", "q3:normal", "q4:no"]
OF_BOSHAN = "370304199001010005"
REST = [*FIRST, "q6:yes", "q7:no", "q8:yes"]


@pytest.fixture(autouse=True)
def _county():
    a_county()


@pytest.fixture
def citizen(client):
    person = accounts.create_citizen(
        name="演示申请人甲", id_number=OF_BOSHAN, phone="13800000009", identity_level=4, now=NOW
    )
    client.force_login(Person.objects.get(pk=person), backend="lianban.apps.accounts.backend.PersonBackend")
    return person


def rows(page):
    return {row["key"]: row for row in page.context["standing"].rows}


def test_somebody_who_is_not_signed_in_is_asked(client):
    assert client.get(GUIDE, {"q": FIRST}).context["question"]["key"] == "q9"


def test_the_register_knows_where_somebody_lives_and_that_it_is_verified(client, citizen):
    page = client.get(GUIDE, {"q": FIRST})
    assert page.context["question"]["key"] == "q6"
    place = rows(page)["您的户口在哪里？"]
    assert (place["value"], place["source"][:7]) == ("山东省淄博市博山区", "来自人口信息库")
    assert "edit=q9" in place["change"]
    assert place["source"] in page.content.decode()


def test_a_register_that_knows_another_name_tells_nothing(client, citizen):
    person = Person.objects.get(pk=citizen)
    person.name = "演示申请人丁"
    person.save()
    assert client.get(GUIDE, {"q": FIRST}).context["question"]["key"] == "q9"


def test_one_click_corrects_it_and_the_correction_is_kept(client, citizen):
    asked = client.get(rows(client.get(GUIDE, {"q": FIRST}))["您的户口在哪里？"]["change"])
    assert asked.context["view"].chosen == "37"
    after = client.get(client.get(GUIDE, {"q": FIRST, "ask": "q9", "value": "11"})["Location"])
    assert rows(after)["您的户口在哪里？"]["value"] == "北京市"
    assert "source" not in rows(after)["您的户口在哪里？"]
    intake.start(citizen, "tuixiu", {"q1": "self", "q9": "11"}, "", timezone.now())
    assert client.get(GUIDE, {"q": FIRST}).context["question"]["key"] == "q9"


def test_nothing_personal_is_in_the_address(client, citizen):
    going_on = client.get(GUIDE, {"q": FIRST, "ask": "q6", "value": "yes"})["Location"]
    assert "q9" not in going_on
    assert "370304" not in going_on


def test_the_notice_counts_what_was_known_among_the_answers(client, citizen):
    end = client.get(GUIDE, {"q": REST})
    assert end.templates[0].name == "portal/guide_end.html"
    told = client.post("/chains/tuixiu/notice/", {"q": REST})
    found = guides.notice(told["Location"].rstrip("/").rpartition("/")[2])
    assert found.answers["q9"] == "370304"
    assert found.answers["q5"] == "yes"


def test_an_earlier_answer_that_lasts_is_not_asked_again(client, citizen):
    intake.start(citizen, "tuixiu", {"q1": "self", "q8": "yes"}, "", timezone.now())
    page = client.get(GUIDE, {"q": REST[:-1]})
    assert page.templates[0].name == "portal/guide_end.html"
    assert rows(page)["是否已有社会保障卡？"]["source"].startswith("来自您上次办理时的回答（")
