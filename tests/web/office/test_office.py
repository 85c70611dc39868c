"""The offices: what is due first, the item, and every lawful act with what follows from it."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from lianban.apps.access import public as access
from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.core.proceedings.events import Role
from tests.apps.cases.builders import a_clerk, an_approver, by, reader
from tests.web.work.people import a_clerk_at, an_officer_of, handed_in, hidden

pytestmark = pytest.mark.usefixtures("county")


@pytest.fixture
def number(county):
    number = handed_in()
    cases.accept(number, by(a_clerk(), timezone.now()))
    return number


@pytest.fixture
def items(number):
    return {each.item: each for each in cases.case(number, reader(a_clerk(), timezone.now())).items}


@pytest.fixture
def registration(items):
    return items["reg_company"]


@pytest.fixture
def officer(registration):
    return an_officer_of(registration.authority)


@pytest.fixture
def examination(items):
    return items["health_exam"]


def text_of(reply):
    return re.sub(r"\s+", "", reply.content.decode())


def do(client, item, act, **said):
    address = f"/office/{item.number}/{act}/"
    return client.post(address, {**hidden(client, address), **said})


def state_of(item):
    """The state of an item as people read it."""
    return docket.read_states([docket.load(item.number)])[0].state


OPINION = {"stage": "审查与决定", "opinion": "符合法定条件", "on_site": "no"}


class TestWhoSeesWhat:
    def test_a_clerk_is_refused(self, registration):
        assert a_clerk_at().get("/office/").status_code == 403

    def test_an_item_of_another_authority_is_not_there(self, officer, examination, registration):
        assert officer.get(f"/office/{registration.number}/").status_code == 200
        assert officer.get(f"/office/{examination.number}/").status_code == 404

    def test_what_still_waits_for_another_item_is_not_in_the_inbox(self, officer, items):
        page = officer.get("/office/").content.decode()
        assert items["reg_company"].number in page
        assert items["food"].number not in page

    def test_a_look_at_the_unmasked_form_is_on_record(self, officer, registration):
        officer.get(f"/office/{registration.number}/", {"show": "log"})
        supervisor = an_approver("").model_copy(update={"role": Role.SUPERVISOR})
        assert not access.list_views(supervisor)
        officer.get(f"/office/{registration.number}/")
        (look,) = access.list_views(supervisor)
        assert (look.role, look.reason) == ("approver", "审查申请事项")
        assert registration.number.startswith(look.proceeding)
        assert registration.number in look.what

    def test_a_look_at_a_paper_is_on_record(self, officer, registration, number):
        paper = cases.case(number, cases.Reader(cases.SYSTEM, timezone.now())).documents[0]
        assert officer.get(f"/office/{registration.number}/paper/{paper.id}/").status_code == 200
        (look,) = access.list_views(an_approver("").model_copy(update={"role": Role.SUPERVISOR}))
        assert (look.role, look.what) == ("approver", f"文书 {paper.number}")


class TestTheInbox:
    def test_what_is_near_stands_on_a_list_of_its_own(self, officer, registration, examination):
        page = officer.get("/office/", {"list": "soon"})
        assert registration.number not in page.content.decode() or registration.clock.remaining <= 2
        assert officer.get("/office/", {"list": "late"}).context["total"] == 0
        assert officer.get("/office/", {"list": "nothing"}).status_code == 404

    def test_a_decided_item_moves_to_what_is_done(self, officer, registration):
        do(officer, registration, "grant", content="营业执照", scope="全国", conditions="依法", validity="长期")
        assert registration.number not in officer.get("/office/").content.decode()
        assert registration.number in officer.get("/office/", {"list": "done"}).content.decode()

    def test_a_search_finds_by_number_and_says_when_it_does_not(self, officer, registration):
        assert registration.number in officer.get("/office/", {"q": registration.number}).content.decode()
        assert "没有找到" in officer.get("/office/", {"q": "370304YJS1999"}).content.decode()


class TestTheItem:
    def test_it_shows_the_authority_s_own_form_in_full(self, officer, registration):
        assert "11010519491231002X" in officer.get(f"/office/{registration.number}/").content.decode()

    def test_it_shows_only_the_materials_this_item_asked_for(self, officer, registration):
        page = officer.get(f"/office/{registration.number}/").content.decode()
        assert "公司章程" in page
        assert "招牌" not in page

    def test_a_material_opens_beside_the_checklist(self, officer, registration):
        page = text_of(officer.get(f"/office/{registration.number}/", {"show": "m.doc.charter"}))
        assert "看什么" in page
        assert "没有电子文件" in page

    def test_every_act_says_what_it_does_to_the_clock_and_which_paper_it_issues(self, officer, registration):
        page = text_of(officer.get(f"/office/{registration.number}/stop/"))
        assert "办理期限停止计算" in page
        assert "出具《特别程序告知书》" in page
        assert "第四十五条" in page

    def test_a_closed_act_says_why(self, officer, registration):
        page = text_of(officer.get(f"/office/{registration.number}/"))
        assert "现在不能办的" in page
        assert "不能结束特别程序" in page


class TestActs:
    def test_an_opinion_names_the_conditions_that_were_checked(self, officer, registration):
        condition = cases.item_case(
            registration.number, reader(an_approver(registration.authority), timezone.now())
        ).definition.conditions[0]
        do(officer, registration, "review", **OPINION, conditions=condition.text)
        assert condition.text in state_of(registration).opinions[0].text

    def test_an_inspection_needs_two_people(self, officer, registration):
        said = {**OPINION, "on_site": "yes", "place": "经营场所", "findings": "一致"}
        assert "两名以上" in text_of(do(officer, registration, "review", **said, inspectors="鲁0001"))
        assert do(officer, registration, "review", **said, inspectors="鲁0001、鲁0002").status_code == 302

    def test_a_grant_shows_what_is_issued_and_issues_it(self, officer, registration):
        assert "营业执照" in text_of(officer.get(f"/office/{registration.number}/grant/"))
        said = {"content": "营业执照", "scope": "公司设立", "conditions": "依法", "validity": "长期"}
        reply = do(officer, registration, "grant", **said)
        page = officer.get(reply.url)
        assert "已出具《准予许可决定书》" in text_of(page)
        assert officer.get(page.context["issued"]["address"]).content.startswith(b"%PDF")
        assert state_of(registration).status == "certified"

    def test_a_refusal_needs_facts_reason_and_basis(self, officer, registration):
        do(officer, registration, "review", **OPINION)
        lacking = do(officer, registration, "refuse", facts="名称相同", reason="", basis="某条例")
        assert lacking.status_code == 422
        do(officer, registration, "refuse", facts="名称相同", reason="名称不符合规定", basis="某条例第六条")
        assert state_of(registration).status == "refused"
        assert state_of(registration).decision.remedies.is_complete

    def test_a_special_procedure_stops_the_clock_and_its_end_starts_it_again(self, examination):
        officer = an_officer_of(examination.authority)
        do(officer, examination, "stop", kind="TESTING", days="3", reason="送样检测")
        assert state_of(examination).status == "special"
        assert "时限已暂停" in text_of(officer.get(f"/office/{examination.number}/"))
        do(officer, examination, "resume", result="合格")
        assert state_of(examination).status == "accepted"

    def test_an_extension_shows_its_longest_and_happens_once(self, examination):
        officer = an_officer_of(examination.authority)
        assert "最长10个工作日" in text_of(officer.get(f"/office/{examination.number}/extend/"))
        do(officer, examination, "extend", days="5", reason="情况复杂", approved="yes")
        assert (
            "延长过" in text_of(officer.get(f"/office/{examination.number}/extend/"))
            or state_of(examination).clock.extension
        )

    def test_a_question_to_another_authority_is_asked_and_answered(self, officer, registration):
        day = (timezone.localdate() + timedelta(days=9)).isoformat()
        do(officer, registration, "consult", authority="fire", question="是否需要检查", due_on=day)
        page = officer.get(f"/office/{registration.number}/").content.decode()
        assert "是否需要检查" in page
        assert "区消防救援大队" in page
        do(officer, registration, "answer", number="1", answer="不需要")
        assert state_of(registration).consultations[0].answer == "不需要"

    def test_an_item_is_ended_with_its_paper(self, officer, registration):
        reply = do(officer, registration, "terminate", cause="SUBJECT_GONE", reason="申请人已注销")
        assert "已出具《终止审查通知书》" in text_of(officer.get(reply.url))


def test_the_rules_of_our_pages_hold(officer, registration):
    home = f"/office/{registration.number}/"
    acts = ("review", "grant", "refuse", "stop", "extend", "consult", "terminate", "rework", "sign")
    for address in ("/office/", home, f"{home}?show=whole", f"{home}?show=log", *(f"{home}{act}/" for act in acts)):
        reply = officer.get(address)
        page = reply.content.decode()
        assert reply.status_code == 200, address
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", page), address
        ids = re.findall(r'\sid="([^"]+)"', page)
        assert len(ids) == len(set(ids)), address
