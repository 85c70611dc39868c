"""One act on many items, page by page: what will pass, one yes, what became of each."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.core.proceedings.events import Role
from tests.apps.cases.builders import a_clerk, by, reader
from tests.apps.cases.builders import an_applicant as a_person
from tests.web.work.people import browser, handed_in, staff


@pytest.fixture
def numbers(county):
    applicant = a_person()
    found = []
    for _ in range(3):
        case = handed_in(applicant)
        cases.accept(case, by(a_clerk(), timezone.now()))
        items = cases.case(case, reader(a_clerk(), timezone.now())).items
        found.append(next(each for each in items if each.item == "reg_company"))
    return [each.number for each in found]


@pytest.fixture
def one(numbers):
    return browser(staff("sp-1", "审批人员甲", Role.APPROVER, authority="market"))


@pytest.fixture
def two(numbers):
    return browser(staff("sp-2", "审批人员乙", Role.APPROVER, authority="market"))


def asked(client, act, numbers):
    """Look at the preview and return what its form would send."""
    page = client.get("/office/bulk/", {"act": act, "n": numbers})
    sent = {f"v.{each.number}": str(each.version) for each in page.context["passing"]}
    return {**sent, "act": act, "key": page.context["key"]}


def done(client, sent, **said):
    reply = client.post("/office/bulk/begin/", {**sent, **said})
    return client.get(reply.url) if reply.status_code == 302 else reply


def text_of(reply):
    return re.sub(r"\s+", "", reply.content.decode())


def test_the_same_opinion_for_three(one, numbers):
    page = done(one, asked(one, "review", numbers), opinion="材料齐全")
    assert "已处理3/3件" in text_of(page)
    assert all(docket.load(number).state.opinions for number in numbers)


def test_the_preview_says_why_one_will_not_pass(one, two, numbers):
    two.post(f"/office/{numbers[0]}/claim/", {"key": "k" * 32})
    page = text_of(one.get("/office/bulk/", {"act": "claim", "n": numbers}))
    assert "2件可以这样办，1件不能" in page
    assert "本件已由他人承办" in page


def test_one_that_changed_after_the_preview_is_named_and_the_others_are_done(one, two, numbers):
    sent = asked(one, "review", numbers)
    two.post(f"/office/{numbers[1]}/claim/", {"key": "k" * 32})
    page = done(one, sent, opinion="材料齐全")
    assert [each["line"].outcome for each in page.context["lines"]] == ["done", "overtaken", "done"]
    assert "您打开列表以后，本件有了变化" in text_of(page)


def test_sent_twice_it_is_done_once(one, numbers):
    sent = asked(one, "review", numbers)
    first = one.post("/office/bulk/begin/", {**sent, "opinion": "材料齐全"})
    again = one.post("/office/bulk/begin/", {**sent, "opinion": "材料齐全"})
    assert first.url == again.url
    assert [len(docket.load(number).state.opinions) for number in numbers] == [1, 1, 1]


def test_an_opinion_must_be_written(one, numbers):
    reply = done(one, asked(one, "review", numbers), opinion=" ")
    assert reply.status_code == 422
    assert len(reply.context["passing"]) == 3
    assert docket.load(numbers[0]).state.opinions == ()


def test_a_refusal_is_never_done_to_many(one, numbers):
    for act in ("refuse", "terminate", "", "__class__"):
        assert one.get("/office/bulk/", {"act": act, "n": numbers}).status_code == 404
        assert one.post("/office/bulk/begin/", {"act": act, f"v.{numbers[0]}": "1"}).status_code == 404


def test_nothing_chosen_says_what_to_do(one):
    reply = one.get("/office/bulk/", {"act": "claim"})
    assert reply.status_code == 422
    assert "请先在列表里勾选" in reply.content.decode()


def test_nobody_else_opens_the_run(one, two, numbers):
    page = done(one, asked(one, "claim", numbers))
    address = f"/office/bulk/{page.context['run'].id}/"
    assert one.get(address).status_code == 200
    assert two.get(address).status_code in (403, 404, 409, 422)
    assert two.post(address).status_code in (403, 404, 409, 422)


def test_tampered_versions_touch_nothing(one, numbers):
    sent = {"act": "claim", "key": "x", f"v.{numbers[0]}": "99", "v.nothing": "1", f"v.{numbers[1]}": "one"}
    page = done(one, sent)
    assert [each["line"].outcome for each in page.context["lines"]] == ["overtaken"]
    assert docket.load(numbers[0]).state.holder == ""


def test_a_look_at_many_items_asks_no_more_often_than_at_one(one, numbers, django_assert_max_num_queries):
    one.get("/office/bulk/", {"act": "grant", "n": numbers})
    with CaptureQueriesContext(connection) as of_one:
        one.get("/office/bulk/", {"act": "grant", "n": numbers[:1]})
    with django_assert_max_num_queries(len(of_one)):
        page = one.get("/office/bulk/", {"act": "grant", "n": numbers})
    assert all(number in page.content.decode() for number in numbers)
