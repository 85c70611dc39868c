"""联合踏勘 on the pages: called by window or lead authority, an opinion from each office, seen by the others."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from tests.apps.cases.builders import a_clerk, an_approver, by, reader
from tests.web.work.people import a_clerk_at, an_officer_of, browser, handed_in, hidden

pytestmark = pytest.mark.usefixtures("county")
PEOPLE = {"opinion": "与申请材料一致", "passed": "yes", "inspectors": "鲁0001、鲁0002"}


def items_of(number):
    return {each.item: each for each in cases.case(number, reader(a_clerk(), timezone.now())).items}


@pytest.fixture
def number(county):
    """A restaurant whose food licence and sign are both being handled."""
    number = handed_in()
    cases.accept(number, by(a_clerk(), timezone.now()))
    while items_of(number)["food"].state == "waiting":
        first = next(e for e in items_of(number).values() if e.state == "accepted" and e.item != "sign")
        officer = an_approver(first.authority)
        cases.review(first.number, "审查", "符合条件", by(officer, timezone.now()))
        cases.grant(first.number, {}, by(officer, timezone.now()))
    return number


def today():
    return timezone.localdate()


def a_call(**more):
    last = (today() + timedelta(days=3)).isoformat()
    said = {"act": "SURVEY", "held_on": today().isoformat(), "hour": "09:30", "place": "经营场所门前", "due_on": last}
    return {**said, **more}


def send(client, address, **said):
    return client.post(address, {**hidden(client, address), **said})


def text_of(reply):
    return re.sub(r"\s+", "", reply.content.decode())


def page_of(item, act=""):
    return f"/office/{item.number}/" + (f"{act}/" if act else "")


def test_the_window_calls_everybody_and_says_what_follows(number):
    desk = a_clerk_at()
    address = f"/desk/running/{number}/call-jointly/"
    page = text_of(desk.get(address))
    assert "参加：食品经营许可（新办）、规范户外招牌设施设置" in page
    assert "不影响办理期限" in page
    assert "沉默不视为同意" in page
    assert send(desk, address, **a_call(place="")).status_code == 422
    assert send(desk, address, **a_call()).status_code == 302
    case = text_of(desk.get(f"/desk/running/{number}/"))
    assert "09:30·经营场所门前" in case
    assert case.count("等待意见") == 2


def test_each_office_writes_its_own_opinion_and_sees_the_other(number):
    send(a_clerk_at(), f"/desk/running/{number}/call-jointly/", **a_call())
    food, sign = items_of(number)["food"], items_of(number)["sign"]
    kitchen, street = an_officer_of(food.authority), an_officer_of(sign.authority)
    assert "提出联合办理意见" in text_of(kitchen.get(page_of(food)))
    lone = send(kitchen, page_of(food, "find-jointly"), session="1", **{**PEOPLE, "inspectors": "鲁0001"})
    assert lone.status_code == 422
    assert "每个部门都应当指派两名以上工作人员" in text_of(lone)
    done = send(kitchen, page_of(food, "find-jointly"), session="1", **{**PEOPLE, "opinion": "厨房布局合理"})
    assert done.status_code == 302
    seen = text_of(street.get(page_of(sign)))
    assert "厨房布局合理" in seen
    assert "等待意见" in seen
    last = send(street, page_of(sign, "find-jointly"), session="1", **PEOPLE)
    assert "已出具《现场核查记录》" in text_of(street.get(last["Location"]))
    assert [each.step for each in docket.load(food.number).state.opinions] == ["现场核查"]
    shut = text_of(kitchen.get(page_of(food)))
    assert "本事项没有等您提意见的联合办理" in shut
    said = {"content": "热食类食品制售", "scope": "热食类", "conditions": "依法", "validity": "五年"}
    assert send(kitchen, page_of(food, "grant"), **said).status_code == 302
    assert docket.load(food.number).state.decision.granted


def test_two_offices_that_opened_the_page_together_are_both_heard(number):
    send(a_clerk_at(), f"/desk/running/{number}/call-jointly/", **a_call())
    pages = []
    for key in ("food", "sign"):
        item = items_of(number)[key]
        officer, address = an_officer_of(item.authority), page_of(item, "find-jointly")
        pages.append((officer, address, hidden(officer, address)))
    replies = [client.post(address, {**seen, "session": "1", **PEOPLE}) for client, address, seen in pages]
    assert [each.status_code for each in replies] == [302, 302]
    assert docket.load(number).state.joint[0].closed_on == today()


def test_the_lead_authority_calls_and_another_is_told_who_does(number):
    lead = docket.load(number).state.lead_authority
    items = items_of(number)
    assert items["food"].authority == lead
    office = an_officer_of(lead)
    assert send(office, page_of(items["food"], "call-jointly"), **a_call()).status_code == 302
    other = an_officer_of(items["sign"].authority)
    page = text_of(other.get(page_of(items["sign"], "call-jointly")))
    assert "由牵头部门或者综合窗口召集" in page
    ends = send(office, page_of(items["food"], "close-jointly"), session="1")
    assert ends.status_code == 422
    assert "还没有提出意见" in text_of(ends)


def test_the_applicant_sees_when_and_where_and_not_the_opinions(number):
    send(a_clerk_at(), f"/desk/running/{number}/call-jointly/", **a_call())
    food = items_of(number)["food"]
    said = {**PEOPLE, "opinion": "厨房布局合理"}
    send(an_officer_of(food.authority), page_of(food, "find-jointly"), session="1", **said)
    page = text_of(browser(docket.load(number).state.applicant).get(f"/my/{number}/"))
    assert page.count("09:30，经营场所门前") == 2
    assert "食品经营许可（新办）、规范户外招牌设施设置一并进行，各部门同时参加" in page
    assert "厨房布局合理" not in page


def test_opinions_are_proposed_before_the_first_item_is_due(number):
    page = a_clerk_at().get(f"/desk/running/{number}/call-jointly/")
    proposed = {each.name: each.value for each in page.context["fields"]}
    items = items_of(number)
    first_due = min(items[key].clock.due_on for key in ("food", "sign"))
    assert proposed["held_on"] <= proposed["due_on"] <= first_due.isoformat()


def test_the_inbox_marks_what_waits_for_this_authority(number):
    food, other = items_of(number)["food"], items_of(number)["sign"]
    kitchen, street = an_officer_of(food.authority), an_officer_of(other.authority)
    assert "等您提意见" not in text_of(kitchen.get("/office/"))
    send(a_clerk_at(), f"/desk/running/{number}/call-jointly/", **a_call())
    inbox = kitchen.get("/office/")
    assert text_of(inbox).count("等您提意见") == 1
    assert page_of(food, "find-jointly") in inbox.content.decode()
    send(kitchen, page_of(food, "find-jointly"), session="1", **PEOPLE)
    assert "等您提意见" not in text_of(kitchen.get("/office/"))
    assert "等您提意见" in text_of(street.get("/office/"))


def test_another_day_is_chosen_and_everybody_hears_of_it(number):
    desk, tomorrow = a_clerk_at(), today() + timedelta(days=1)
    send(desk, f"/desk/running/{number}/call-jointly/", **a_call())
    address = f"/desk/running/{number}/move-jointly/"
    assert 'value="经营场所门前"' in desk.get(address).content.decode()
    moved = {**a_call(held_on=tomorrow.isoformat(), hour="14:00", place="后门"), "session": "1"}
    silent = send(desk, address, **moved, reason="")
    assert silent.status_code == 422
    assert send(desk, address, **moved, reason="申请人当日外出").status_code == 302
    case = text_of(desk.get(f"/desk/running/{number}/"))
    assert "14:00·后门" in case
    assert "改到" in case
    assert "申请人当日外出" in case
    food = items_of(number)["food"]
    early = send(an_officer_of(food.authority), page_of(food, "find-jointly"), session="1", **PEOPLE)
    assert early.status_code == 422
    assert "当日起才能提出意见" in text_of(early)


def test_what_nobody_called_or_somebody_spoke_in_is_not_offered_to_be_moved(number):
    desk, address = a_clerk_at(), f"/desk/running/{number}/move-jointly/"
    assert address not in desk.get(f"/desk/running/{number}/").content.decode()
    send(desk, f"/desk/running/{number}/call-jointly/", **a_call())
    assert address in desk.get(f"/desk/running/{number}/").content.decode()
    food = items_of(number)["food"]
    send(an_officer_of(food.authority), page_of(food, "find-jointly"), session="1", **PEOPLE)
    assert address not in desk.get(f"/desk/running/{number}/").content.decode()


def test_it_is_told_in_english(number):
    send(a_clerk_at(), f"/desk/running/{number}/call-jointly/", **a_call())
    food = items_of(number)["food"]
    office = an_officer_of(food.authority)
    office.cookies["django_language"] = "en"
    page = office.get(page_of(food)).content.decode()
    assert "Joint survey" in page
    assert "Waiting for its opinion" in page
    assert "Give your opinion in the joint act" in page
