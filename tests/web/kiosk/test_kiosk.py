"""At the machine nobody signs in, nothing is kept, and what comes out is the portal's notice."""

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from lianban.apps.guides import public as guides
from lianban.apps.guides.models import GuidanceNotice
from tests.apps.cases.builders import a_county
from tests.web.desk.test_guiding import ANSWERS

pytestmark = pytest.mark.django_db
CHAIN = "kaiban-canyindian"
SAID = {"q": [f"{key}:{text}" for key, text in ANSWERS.items()]}


@pytest.fixture(autouse=True)
def county():
    a_county()


@pytest.mark.parametrize("page", ["", "search/?q=KFD", f"chains/{CHAIN}/guide/", f"chains/{CHAIN}/guide/?q=q1:company"])
def test_every_page_is_large_uncached_and_clears_itself_without_scripts(client, page):
    for language in ("zh-hans", "en"):
        client.cookies["django_language"] = language
        reply = client.get(f"/kiosk/{page}")
        text = reply.content.decode()
        assert "no-store" in reply["Cache-Control"]
        assert 'data-size="large"' in text
        assert ('http-equiv="refresh"' in text) is bool(page)


def test_all_chains_are_a_touch_away_and_letters_find_them(client):
    tiles = [tile["address"] for group in client.get("/kiosk/").context["groups"] for tile in group["tiles"]]
    assert len(tiles) == 15
    found = client.get("/kiosk/search/", {"q": "KFD"}).context["groups"][0]["tiles"]
    assert found[0]["address"] == f"/kiosk/chains/{CHAIN}/guide/"
    assert "换几个字母试试" in client.get("/kiosk/search/", {"q": "ZZQQ"}).content.decode()


def test_the_notice_is_the_portals_and_holds_nobodys_name(client):
    end = client.get(f"/kiosk/chains/{CHAIN}/guide/", SAID)
    given = client.post(end.context["tell_address"], SAID)
    code = guides.issue(CHAIN, ANSWERS, now=timezone.now())
    assert given.url == f"/kiosk/notice/{code}/"
    page = client.get(given.url).content.decode()
    assert guides.notice(code).number in page
    assert guides.address(code) in page
    assert {field.name for field in GuidanceNotice._meta.get_fields()}.isdisjoint({"person", "owner", "applicant"})


def test_guidance_at_the_machine_keeps_no_session(client):
    client.get(f"/kiosk/chains/{CHAIN}/guide/", SAID)
    client.post(f"/kiosk/chains/{CHAIN}/notice/", SAID)
    assert Session.objects.count() == 0
    assert "sessionid" not in client.cookies


def test_clearing_forgets_every_cookie_and_what_the_browser_stored(client):
    client.get("/kiosk/")
    client.cookies["django_language"] = "en"
    reply = client.get("/kiosk/clear/")
    assert reply.url == "/kiosk/"
    assert reply["Clear-Site-Data"] == '"cookies", "storage"'
    assert {name for name, each in reply.cookies.items() if each["max-age"] == 0} >= {
        "django_language",
        "lianban_kiosk",
    }


def test_a_link_to_clearing_does_nothing_to_a_citizen_at_home(client):
    client.cookies["lianban_size"] = "large"
    reply = client.get("/kiosk/clear/")
    assert "Clear-Site-Data" not in reply
    assert not reply.cookies


def test_an_unknown_notice_or_chain_is_not_found(client):
    assert client.get("/kiosk/notice/nothing/").status_code == 404
    assert client.get("/kiosk/chains/nothing/guide/").status_code == 404
