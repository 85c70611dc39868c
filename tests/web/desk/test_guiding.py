"""The window guides whoever has no notice, and goes on from the answers of whoever has one."""

import pytest
from django.utils import timezone

from lianban.apps.guides import public as guides
from tests.web.work.people import a_clerk_at

pytestmark = pytest.mark.usefixtures("county")
ANSWERS = {
    "q1": "company", "q7": "no", "q2": "350", "q3": "热食类食品制售", "q15": "no", "q8": "door", "q14": "no",
    "q9": "no", "q10": "告知承诺", "q16": "no", "q11": "no", "q12": "no", "q13": "no",
}  # fmt: skip


@pytest.fixture
def clerk(county):
    return a_clerk_at()


@pytest.fixture
def notice(county):
    return guides.notice(guides.issue("kaiban-canyindian", ANSWERS, now=timezone.now()))


@pytest.mark.parametrize("shown", ["address", "code", "number"])
def test_a_notice_is_found_by_its_qr_code_its_code_and_its_number(clerk, notice, shown):
    for typed in (getattr(notice, shown), f"  {getattr(notice, shown)} \r"):
        assert clerk.get("/desk/help/", {"q": typed}).url == f"/desk/notice/{notice.code}/"


def test_a_notice_starts_from_its_answers(clerk, notice):
    page = clerk.get(f"/desk/notice/{notice.code}/")
    assert notice.number in page.content.decode()
    corrected = clerk.get(page.context["change"])
    assert corrected.context["is_correction"]
    first = corrected.context["question"]["key"]
    answered = [*corrected.context["hidden"]]
    assert len(answered) == len(notice.answers)
    changed = clerk.get(corrected.context["place"], {"q": answered, "ask": first, "value": "held", "from": notice.code})
    assert f"q={first}%3Aheld" in changed.url
    assert "q2%3A350" in changed.url


def test_a_single_hit_leads_straight_to_its_questions_and_several_wait_for_a_number(clerk):
    page = clerk.get("/desk/help/", {"q": "宝宝上户口"})
    offers = [] if page.status_code == 302 else page.context["offers"]
    assert page.status_code == 302 or [each["key"] for each in offers] == [str(n) for n in range(1, len(offers) + 1)]
    every = clerk.get("/desk/help/", {"q": "开店"}).context["offers"]
    assert len({each["address"] for each in every}) == len(every) > 1


def test_nothing_found_says_what_to_do(clerk):
    assert "换个说法" in clerk.get("/desk/help/", {"q": "zzqq99"}).content.decode()


def test_the_questions_are_the_portals_in_the_windows_frame(clerk, client):
    ours = clerk.get("/desk/help/kaiban-canyindian/questions/").context
    theirs = client.get("/chains/kaiban-canyindian/guide/").context
    assert ours["question"] == theirs["question"]
    assert (ours["rushed"], theirs["rushed"]) == (True, False)
    assert "快捷键" in clerk.get("/desk/help/kaiban-canyindian/questions/").content.decode()


def test_the_notice_given_at_the_window_is_the_portals(clerk, notice):
    said = {"q": [f"{key}:{text}" for key, text in notice.answers.items()]}
    end = clerk.get("/desk/help/kaiban-canyindian/questions/", said)
    assert "核对回答" in end.content.decode()
    given = clerk.post(end.context["tell_address"], said)
    assert given.url == f"/desk/notice/{notice.code}/"


def test_what_is_not_answered_gives_no_notice(clerk, county):
    given = clerk.post("/desk/help/kaiban-canyindian/notice/", {"q": ["q1:company"]})
    assert given.url.startswith("/desk/help/kaiban-canyindian/questions/")


def test_it_is_there_in_english(clerk, notice):
    clerk.cookies["django_language"] = "en"
    page = clerk.get(f"/desk/notice/{notice.code}/").content.decode()
    assert "Print the notice" in page
    assert "What does the person want done?" in clerk.get("/desk/help/").content.decode()
