"""The materials page asks what decides over materials, whatever kind of question it is."""

import pytest
from django.urls import reverse

from lianban.apps.intake import public as intake
from tests.apps.cases.builders import NOW
from tests.apps.intake.test_handing_in import ANSWERS

pytestmark = pytest.mark.django_db


def unsure(owner, **answers):
    return intake.start(owner, "kaiban-canyindian", {**ANSWERS, **answers}, "", NOW)


def asked(client, draft):
    page = client.get(reverse("portal:apply_materials", args=[draft]))
    return {one.fact: one for one in page.context["circumstances"]}


def say(client, draft, fact, *said):
    address = reverse("portal:apply_circumstance", args=[draft])
    return client.post(address, {"fact": fact, "holds": list(said)}, follow=True)


def test_one_of_several_is_asked_as_a_list_and_its_answer_is_shown(client, owner):
    draft = unsure(owner, q1="held", q10="unknown")
    circumstance = asked(client, draft)["fire.mode"]
    assert (circumstance.way, [each.value for each in circumstance.choices]) == ("one", ["告知承诺", "一般程序"])
    page = say(client, draft, "fire.mode", "一般程序")
    assert "一般程序（10个工作日检查，3个工作日决定）" in page.content.decode()
    assert asked(client, draft)["fire.mode"].chosen == ("一般程序",)


def test_several_are_asked_with_boxes(client, owner):
    draft = unsure(owner, q2="30", q3="unknown", q10="unknown")
    circumstance = asked(client, draft)["food.items"]
    assert circumstance.way == "several"
    say(client, draft, "food.items", "热食类食品制售", "冷食类食品制售")
    assert set(asked(client, draft)["food.items"].chosen) == {"热食类食品制售", "冷食类食品制售"}


def test_a_number_is_typed(client, owner):
    draft = unsure(owner, q2="unknown")
    assert (asked(client, draft)["premises.area"].way, asked(client, draft)["premises.area"].unit) == (
        "typed",
        "平方米",
    )
    say(client, draft, "premises.area", "40")
    assert asked(client, draft)["premises.area"].said == "40 平方米"


def test_a_wrong_answer_is_refused_with_a_sentence_and_nothing_changes(client, owner):
    draft = unsure(owner, q2="unknown")
    page = say(client, draft, "premises.area", "很大")
    assert "还没有答好" in page.content.decode()
    assert asked(client, draft)["premises.area"].said == ""


def test_yes_and_no_stay_two_buttons(client, owner):
    draft = unsure(owner, q13="unknown")
    assert asked(client, draft)["agent.used"].way == "yes_no"
    say(client, draft, "agent.used", "no")
    assert asked(client, draft)["agent.used"].said == "本人办理"
