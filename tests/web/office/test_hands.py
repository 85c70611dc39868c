"""Whose work it is: taking and giving out, lists that are kept, absence, questions of other authorities."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from lianban.apps.accounts import public as accounts
from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.core.proceedings.events import Actor, Role
from lianban.core.proceedings.procedure import GuardRefused
from tests.apps.cases.builders import a_clerk, by, reader
from tests.web.work.people import browser, handed_in, hidden, staff

OPINION = {"stage": "审查与决定", "opinion": "符合法定条件", "on_site": "no"}


class Office:
    """The office that registers the company: a head and two approvers, each with a browser, and an application."""

    def __init__(self):
        self.case = handed_in()
        cases.accept(self.case, by(a_clerk(), timezone.now()))
        items = cases.case(self.case, reader(a_clerk(), timezone.now())).items
        item = next(each for each in items if each.item == "reg_company")
        self.number, self.authority = item.number, item.authority
        self.people = {name: self.works(name, leads=name == "负责人") for name in ("甲", "乙", "负责人")}
        self.one, self.two, self.head = (browser(each) for each in self.people.values())

    def works(self, name, authority="", **more):
        authority = authority or self.authority
        return staff(f"sp-{authority}-{name}", f"审批人员{name}", Role.APPROVER, authority=authority, **more)

    def at(self, act=""):
        return f"/office/{self.number}/{act + '/' if act else ''}"

    def do(self, client, act, **said):
        return client.post(self.at(act), {**hidden(client, self.at(act)), **said})

    def id(self, name):
        return str(self.people[name])

    @property
    def state(self):
        return docket.read_states([docket.load(self.number)])[0].state


@pytest.fixture
def office(county):
    return Office()


def listed(client, **query):
    return [row["number"] for row in client.get("/office/", query).context["rows"]]


def text_of(reply):
    return re.sub(r"\s+", "", reply.content.decode())


def away(client, deputy, days=3, **more):
    today = timezone.localdate()
    said = {"deputy": deputy, "from_on": today.isoformat(), "until_on": (today + timedelta(days=days)).isoformat()}
    return client.post("/office/away/", {**said, "reason": "出差", **more})


class TestHands:
    def test_what_one_takes_is_theirs_and_no_longer_to_be_taken(self, office):
        assert office.number in listed(office.one, who="unheld")
        assert office.do(office.one, "claim").status_code == 302
        assert office.number in listed(office.one, who="mine")
        assert office.number not in listed(office.two, who="mine")
        assert office.number not in listed(office.two, who="unheld")
        assert office.number in listed(office.two, who="all")
        assert "由审批人员甲承办" in text_of(office.two.get(office.at()))

    def test_whoever_comes_second_reads_who_was_first(self, office):
        seen = hidden(office.two, office.at("claim"))
        office.do(office.one, "claim")
        late = office.two.post(office.at("claim"), seen)
        assert late.status_code == 409
        assert "审批人员甲" in late.content.decode()

    def test_a_head_gives_it_to_another_with_a_reason(self, office):
        office.do(office.one, "claim")
        refused = office.do(office.two, "assign", holder=office.id("乙"), reason="我想办")
        assert refused.status_code == 422
        assert "改派由部门负责人办理" in refused.content.decode()
        assert office.do(office.head, "assign", holder=office.id("乙")).status_code == 422
        office.do(office.head, "assign", holder=office.id("乙"), reason="甲休假")
        log = text_of(office.head.get(office.at(), {"show": "log"}))
        assert "由审批人员乙承办" in log
        assert "甲休假" in log

    def test_nobody_outside_the_authority_can_be_chosen(self, office):
        outside = str(office.works("外人", authority="fire"))
        assert office.do(office.head, "assign", holder=outside, reason="理由").status_code == 422

    def test_it_is_put_back(self, office):
        office.do(office.one, "claim")
        office.do(office.one, "release", reason="超出分工")
        assert office.state.holder == ""


class TestLists:
    def test_a_list_is_an_address(self, office):
        page = office.one.get("/office/", {"list": "open", "who": "unheld", "item": "reg_company", "q": office.number})
        assert [row["number"] for row in page.context["rows"]] == [office.number]
        assert listed(office.one, item="food") == []
        assert office.one.get("/office/", {"who": "everybody"}).status_code == 404

    def test_a_kept_list_is_one_s_own_until_it_is_shared(self, office):
        kept = {"name": "我的急件", "query": "list=late&who=mine"}
        assert office.one.post("/office/lists/", kept).url == "/office/?list=late&who=mine"
        assert "我的急件" in office.one.get("/office/").content.decode()
        assert "我的急件" not in office.two.get("/office/").content.decode()
        office.one.post("/office/lists/", {**kept, "shared": "yes"})
        assert "我的急件" in office.two.get("/office/").content.decode()
        other = browser(office.works("外人", authority="fire"))
        assert "我的急件" not in other.get("/office/").content.decode()

    def test_only_its_owner_removes_it(self, office):
        office.one.post("/office/lists/", {"name": "共享", "query": "who=unheld", "shared": "yes"})
        (saved,) = office.one.get("/office/").context["saved"]
        office.two.post(f"/office/lists/{saved['id']}/remove/")
        assert office.two.get("/office/").context["saved"]
        office.one.post(f"/office/lists/{saved['id']}/remove/")
        assert office.one.get("/office/").context["saved"] == []

    def test_what_is_kept_is_only_what_lists_know(self, office):
        reply = office.one.post("/office/lists/", {"name": "x", "query": "who=mine&next=//evil&page=7"})
        assert reply.url == "/office/?who=mine"
        assert office.one.post("/office/lists/", {"name": "", "query": ""}).status_code < 500

    def test_a_list_is_downloaded_masked_and_harmless(self, office):
        reply = office.one.get("/office/list.csv", {"who": "unheld"})
        table = reply.content.decode("utf-8-sig")
        assert reply["Content-Type"].startswith("text/csv")
        assert office.number in table
        assert "演示申请人" not in table
        assert not any(cell.startswith(("=", "+", "@")) for line in table.splitlines() for cell in line.split(","))


class TestAbsence:
    def test_a_deputy_acts_for_whoever_is_away_and_the_record_says_so(self, office):
        office.do(office.one, "claim")
        assert away(office.one, office.id("乙")).status_code == 302
        assert office.number in listed(office.two, who="mine")
        assert "您正在代审批人员甲办理" in text_of(office.two.get(office.at()))
        office.do(office.two, "review", **OPINION)
        assert "审批人员乙（代审批人员甲）" in text_of(office.head.get(office.at(), {"show": "log"}))
        actor = docket.events(office.number)[-1].actor
        assert (actor.person, actor.on_behalf_of) == (office.id("乙"), office.id("甲"))

    def test_it_is_taken_back_and_stays_in_the_history(self, office):
        away(office.one, office.id("乙"))
        (row,) = office.one.get("/office/away/").context["coming"]
        assert office.two.get("/office/away/").context["coming"][0]["may_end"] is False
        office.one.post(f"/office/away/{row['absence'].id}/end/")
        page = office.one.get("/office/away/")
        assert page.context["coming"] == []
        assert page.context["past"][0]["ended_by"] == "审批人员甲"

    def test_a_colleague_cannot_end_it_and_a_stranger_does_not_find_it(self, office):
        away(office.one, office.id("乙"))
        (row,) = office.one.get("/office/away/").context["coming"]
        assert office.two.post(f"/office/away/{row['absence'].id}/end/").status_code in (403, 409, 422)
        other = browser(office.works("外人", authority="fire"))
        assert other.post(f"/office/away/{row['absence'].id}/end/").status_code == 404
        assert office.one.get("/office/away/").context["coming"]

    def test_only_a_head_records_it_for_somebody_else(self, office):
        assert away(office.two, office.id("乙"), person=office.id("甲")).status_code == 422
        assert away(office.head, office.id("乙"), person=office.id("甲")).status_code == 302

    def test_a_mistake_is_shown_at_its_field(self, office):
        reply = away(office.one, office.id("甲"))
        assert reply.status_code == 422
        assert "请从列出的选项中选择" in reply.content.decode()
        assert away(office.head, office.id("甲"), person=office.id("甲")).status_code == 422
        assert away(office.one, "nobody").status_code == 422
        assert away(office.one, office.id("乙"), from_on="yesterday").status_code == 422
        assert away(office.one, office.id("乙"), days=-1).status_code == 422


class TestQuestions:
    @pytest.fixture
    def fire(self, office):
        client = browser(office.works("消防", authority="fire"))
        day = (timezone.localdate() + timedelta(days=9)).isoformat()
        office.do(office.one, "consult", authority="fire", question="是否需要检查", due_on=day)
        return client

    def test_the_authority_asked_sees_what_it_is_about_and_nothing_more(self, office, fire):
        assert office.number in fire.get("/office/asked/").content.decode()
        page = fire.get(f"/office/asked/{office.number}/").content.decode()
        assert "是否需要检查" in page
        assert "11010519491231002X" not in page
        assert fire.get(office.at()).status_code == 404
        assert office.number not in listed(fire)
        assert fire.get(f"/office/{office.case}/").status_code == 404

    def test_it_answers_and_then_it_sees_no_more(self, office, fire):
        address = f"/office/asked/{office.number}/"
        reply = fire.post(address, {**hidden(fire, address), "number": "1", "answer": "不需要检查"})
        assert reply.url == "/office/asked/?done=answer"
        (asked,) = office.state.consultations
        assert asked.answer == "不需要检查"
        assert fire.get(address).status_code == 404
        assert office.number not in fire.get("/office/asked/").content.decode()
        assert docket.events(office.number)[-1].actor.authority == "fire"

    def test_it_does_nothing_else(self, office, fire):
        for act in ("grant", "review", "claim", "clock.json"):
            assert fire.get(f"/office/{office.number}/{act}/").status_code == 404
        with pytest.raises(GuardRefused, match="其他部门"):
            cases.review(office.number, "审查", "符合", by(of_the_fire_office(), timezone.now()))

    def test_a_third_authority_sees_nothing(self, office, fire):
        other = browser(office.works("卫健", authority="health"))
        assert other.get(f"/office/asked/{office.number}/").status_code == 404
        assert other.get("/office/asked/").context["rows"] == []


def of_the_fire_office():
    person = accounts.find_staff("sp-fire-消防")
    return Actor(person=str(person), role=Role.APPROVER, authority="fire")


def test_the_pages_keep_our_rules(office):
    office.do(office.one, "claim")
    away(office.one, office.id("乙"), from_on=date(2090, 1, 2).isoformat(), until_on=date(2090, 1, 5).isoformat())
    pages = (
        "/office/",
        "/office/?who=mine",
        "/office/away/",
        "/office/asked/",
        f"/office/bulk/?act=claim&n={office.number}",
    )
    for address in pages:
        reply = office.one.get(address)
        page = reply.content.decode()
        assert reply.status_code == 200, address
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", page), address
        ids = re.findall(r'\sid="([^"]+)"', page)
        assert len(ids) == len(set(ids)), address
