"""A question about a place, without scripts: one list after the other, or found by its name."""

from datetime import UTC, datetime

import pytest

from tests.apps.catalogue.shipped import publish_shipped

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
GUIDE = "/chains/tuixiu/guide/"
BEFORE = ["q1:self", "q2:no", "q3:normal", "q4:no"]


@pytest.fixture(autouse=True)
def _published():
    publish_shipped(NOW)


def on_place(client, **more):
    return client.get(GUIDE, {"q": BEFORE, **more})


def test_the_provinces_come_first(client):
    page = on_place(client)
    assert page.context["question"]["key"] == "q9"
    assert [each.name for each in page.context["view"].options][:2] == ["北京市", "天津市"]
    assert "省（自治区、直辖市）" in page.content.decode()


def test_the_province_is_enough_where_nothing_hangs_on_more(client):
    page = on_place(client, ask="q9", value="37")
    assert "q9%3A37" in page["Location"]
    following = client.get(page["Location"])
    assert following.context["question"]["key"] == "q5"
    assert {"key": "您的户口在哪里？", "value": "山东省"}.items() <= following.context["standing"].rows[-1].items()


def test_outside_the_province_nothing_is_left_to_verify(client):
    following = client.get(on_place(client, ask="q9", value="11")["Location"])
    assert following.context["question"]["key"] == "q6"


def test_a_name_is_found_and_its_link_is_the_answer(client):
    page = on_place(client, ask="q9", look="1", find="博山")
    found = page.context["view"].found
    assert found[0].name == "山东省淄博市博山区"
    assert "q9%3A370304" in client.get(found[0].address)["Location"]


def test_a_name_nobody_knows_says_what_to_do(client):
    page = on_place(client, ask="q9", look="1", find="没有这个地方")
    assert "没有找到，请换个写法" in page.content.decode()


@pytest.mark.parametrize("wrong", ["", "博山", "37x"])
def test_no_choice_is_asked_again_with_what_is_wrong(client, wrong):
    page = on_place(client, ask="q9", value=wrong)
    assert page.status_code == 422
    assert "请先选一个；拿不准就选“不清楚”。" in page.content.decode()


def test_not_sure_goes_on_with_both_possibilities(client):
    following = client.get(on_place(client, ask="q9", value="unknown")["Location"])
    assert following.context["question"]["key"] == "q5"


def test_correcting_begins_at_the_provinces_with_the_old_one_chosen(client):
    page = client.get(GUIDE, {"q": [*BEFORE, "q9:370304"], "edit": "q9"})
    assert page.context["view"].chosen == "37"
