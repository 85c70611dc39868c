"""A paper's wording is changed by one administrator and published by another; nothing lawful gets lost on the way."""

import pytest

from tests.web.work.people import an_item_administrator_of

pytestmark = pytest.mark.usefixtures("county")
PAPER = "/studio/papers/extension/"


@pytest.fixture
def one(county):
    return an_item_administrator_of("approval")


@pytest.fixture
def other(county):
    return an_item_administrator_of("approval", 2)


def source(author):
    return author.get(PAPER).context["source"]


def changed(author):
    return source(author).replace("敬请谅解", "敬请谅解，可随时来电询问")


def test_every_paper_is_listed_and_opens(one):
    page = one.get("/studio/papers/")
    assert len(page.context["papers"]) > 20
    for each in page.context["papers"]:
        assert one.get(f"/studio/papers/{each['slug']}/").status_code == 200
    assert one.get("/studio/papers/licence/").status_code == 404


def test_a_sample_shows_the_paper_without_keeping_anything(one):
    shown = one.post(f"{PAPER}sample/", {"source": changed(one)})
    assert shown["Content-Type"] == "application/pdf"
    assert shown.content.startswith(b"%PDF")
    assert one.get(PAPER).context["versions"] == []


def test_what_the_law_asks_cannot_be_left_out_and_what_was_typed_stays(one):
    lacking = source(one).replace('get("reason")', '""')
    page = one.post(f"{PAPER}propose/", {"source": lacking, "note": "短一点"})
    assert page.status_code == 422
    assert "没有印出“理由”" in page.content.decode()
    assert page.context["source"] == lacking
    assert page.context["note"] == "短一点"


def test_two_people_put_a_wording_into_force(one, other):
    one.post(f"{PAPER}propose/", {"source": changed(one), "note": "加一句"})
    waiting = other.get(PAPER).context["versions"][0]
    assert any("可随时来电询问" in line for line in waiting["changed"])
    address = f"{PAPER}{waiting['id']}/publish/"
    assert one.post(address).status_code == 422
    assert "从现在起" in other.post(address, follow=True).content.decode()
    assert "可随时来电询问" in source(one)
    assert "本地第 1 版" in one.get("/studio/papers/").content.decode()
