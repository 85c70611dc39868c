"""Pages that say who helps and how."""

import pytest

from lianban.apps.organs import public as organs

pytestmark = pytest.mark.django_db


def test_helpers_are_named_with_their_halls(client):
    organs.put_hall(organs.HallCard("center", "区政务服务中心", "Service Centre", "370304", "", ()))
    page = client.get("/help/", HTTP_ACCEPT_LANGUAGE="zh-hans").content.decode()
    assert "区政务服务中心" in page
    assert "不会向您要密码" in page


def test_both_pages_speak_english(client):
    for address in ("/help/", "/accessibility/"):
        page = client.get(address, HTTP_ACCEPT_LANGUAGE="en").content.decode()
        assert "帮办代办" not in page.split("<main")[1].split("</main>")[0]
