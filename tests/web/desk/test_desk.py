"""The window: what waits, the checklist, and every lawful act with what follows from it."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from lianban.apps.access import public as access
from lianban.apps.cases import public as cases
from lianban.apps.organs import public as organs
from lianban.core.proceedings.events import Role
from tests.apps.cases.builders import a_clerk, an_approver, by, reader
from tests.web.work.people import (
    LONG_AGO,
    a_clerk_at,
    an_issuer_at_the_window,
    an_officer_of,
    browser,
    handed_in,
    hidden,
    staff,
)

pytestmark = pytest.mark.usefixtures("county")


@pytest.fixture
def clerk(county):
    return a_clerk_at()


@pytest.fixture
def number(county):
    return handed_in()


def text_of(reply):
    return re.sub(r"\s+", "", reply.content.decode())


def view_of(number):
    return cases.case(number, reader(a_clerk(), timezone.now()))


def at(number, act="", tab="to-accept"):
    return f"/desk/{tab}/{number}/" + (f"{act}/" if act else "")


def do(client, number, act, tab="to-accept", **said):
    address = at(number, act, tab)
    return client.post(address, {**hidden(client, address), **said})


class TestWhoMayComeIn:
    def test_a_stranger_is_sent_to_sign_in(self, number):
        assert Client().get(at(number)).url.startswith("/login/staff/")

    def test_an_approver_is_refused_with_a_page(self, number):
        reply = an_officer_of("market").get("/desk/to-accept/")
        assert reply.status_code == 403
        assert "<h1" in reply.content.decode()

    def test_the_clerk_of_another_hall_finds_nothing(self, number):
        organs.put_hall(organs.HallCard("town-hall", "镇便民服务中心", "", "370304", "", ()))
        from_elsewhere = browser(staff("ck9", "镇窗口", Role.CLERK, hall="town-hall"))
        assert from_elsewhere.get(at(number)).status_code == 404


class TestPosts:
    def test_somebody_with_two_posts_chooses_where_to_work(self, number):
        organs.put_hall(organs.HallCard("town-hall", "镇便民服务中心", "", "370304", "", ()))
        person = staff("ck8", "两处窗口", Role.CLERK, hall="county-hall")
        organs.assign(person, Role.CLERK, from_on=LONG_AGO, hall="town-hall")
        client = browser(person)
        page = client.get("/desk/to-accept/")
        assert number in page.content.decode()
        other = next(each for each in page.context["posts"] if each.hall == "town-hall")
        client.post("/account/post/", {"post": str(other.id)})
        assert number not in client.get("/desk/to-accept/").content.decode()
        assert client.get(at(number)).status_code == 404


class TestTheQueue:
    def test_it_shows_what_waits_with_the_time_left_to_answer(self, clerk, number):
        page = text_of(clerk.get("/desk/to-accept/"))
        assert number in page
        assert re.search("还剩[56]个工作日", page)

    def test_home_leads_a_clerk_to_what_waits_and_an_issuer_to_the_results(self, clerk):
        assert clerk.get("/desk/").url == "/desk/to-accept/"
        assert an_issuer_at_the_window().get("/desk/").url == "/desk/to-issue/"

    def test_a_search_that_finds_one_case_opens_it(self, clerk, number):
        assert clerk.get("/desk/all/", {"q": number[-6:]}).url == at(number, tab="all")

    def test_a_search_by_identity_number_finds_the_person_s_cases(self, clerk, number):
        assert clerk.get("/desk/all/", {"q": "11010519491231002X"}).url == at(number, tab="all")
        assert "没有找到" in text_of(clerk.get("/desk/all/", {"q": "370304199001010005"}))

    def test_a_case_found_elsewhere_opens_on_its_list(self, clerk, number):
        assert clerk.get(f"/desk/case/{number}/").url == at(number)


class TestTheChecklist:
    def test_one_press_says_that_everything_is_in_order(self, clerk, number):
        reply = clerk.post(at(number, "check"), {"all": "yes"})
        assert reply.url == at(number)
        looked = {each.key: each.checked for each in view_of(number).materials if each.mode == "counter"}
        assert set(looked.values()) == {True}

    def test_what_was_found_is_kept_and_leads_on_to_the_act(self, clerk, number):
        said = {"check.doc.charter": "no", "note.doc.charter": "缺一人签名", "then": "notify"}
        assert clerk.post(at(number, "check"), said).url == at(number, "notify")
        form = clerk.get(at(number, "notify")).content.decode()
        assert "缺一人签名" in form

    def test_what_was_missing_and_is_brought_now_is_taken_in(self, clerk, number):
        clerk.post(at(number, "check"), {"all": "yes"})
        assert next(each for each in view_of(number).materials if each.key == "doc.photo").mode == "missing"
        clerk.post(at(number, "check"), {"check.doc.photo": "ok"})
        assert next(each for each in view_of(number).materials if each.key == "doc.photo").mode == "counter"

    def test_it_tells_a_clerk_what_to_look_at(self, clerk, number):
        assert "看什么" in clerk.get(at(number)).content.decode()


class TestAccepting:
    def test_the_page_shows_the_notice_before_it_is_issued_and_what_follows(self, clerk, number):
        page = text_of(clerk.get(at(number, "accept")))
        assert "受理通知书（预览）" in page
        assert "办理期限从今天起算" in page
        assert "出具《受理通知书》" in page
        assert "第三十二条" in page

    def test_accepting_issues_the_numbered_notice_and_offers_it(self, clerk, number):
        reply = do(clerk, number, "accept")
        assert reply.status_code == 302
        page = clerk.get(reply.url)
        assert "已出具《受理通知书》" in text_of(page)
        document = page.context["issued"]["address"]
        paper = clerk.get(document)
        assert paper["Content-Type"] == "application/pdf"
        assert paper.content.startswith(b"%PDF")

    def test_a_second_press_of_the_same_button_does_nothing_more(self, clerk, number):
        said = hidden(clerk, at(number, "accept"))
        first, second = (clerk.post(at(number, "accept"), said) for _ in range(2))
        assert first.url == second.url

    def test_a_closed_act_says_why(self, clerk, number):
        do(clerk, number, "accept")
        page = text_of(clerk.get(at(number, "reject", "running")))
        assert "现在不能这样办" in page
        assert "不能不予受理" in page


class TestTellingOnce:
    ROW = {"corrections.0.subject": "doc.charter", "corrections.0.problem": "缺签名", "corrections.0.remedy": "补签"}

    def test_everything_is_told_in_one_notice(self, clerk, number):
        day = (timezone.localdate() + timedelta(days=20)).isoformat()
        do(clerk, number, "notify", **self.ROW, supply_by=day, complete="yes")
        view = view_of(number)
        assert view.stage == "correcting"
        assert [(each.name, each.problem) for each in view.corrections] == [("章程", "缺签名")]

    def test_without_the_word_that_this_is_all_nothing_is_sent(self, clerk, number):
        day = (timezone.localdate() + timedelta(days=20)).isoformat()
        reply = do(clerk, number, "notify", **self.ROW, supply_by=day, complete="no")
        assert reply.status_code == 422
        assert "须确认已一次性告知" in text_of(reply)
        assert "缺签名" in reply.content.decode()
        assert view_of(number).stage == "received"

    def test_another_row_is_one_press_away_and_loses_nothing(self, clerk, number):
        reply = do(clerk, number, "notify", **self.ROW, add="corrections")
        page = reply.content.decode()
        assert reply.status_code == 200
        assert 'name="corrections.1.problem"' in page
        assert "缺签名" in page

    def test_a_missing_answer_stands_at_its_field_and_in_the_summary(self, clerk, number):
        reply = do(clerk, number, "notify", **{**self.ROW, "corrections.0.problem": ""}, complete="yes")
        page = reply.content.decode()
        assert reply.status_code == 422
        assert 'href="#f-corrections-0-problem"' in page
        assert 'id="f-corrections-0-problem-error"' in page

    def test_what_is_supplied_at_the_counter_makes_it_whole_again(self, clerk, number):
        day = (timezone.localdate() + timedelta(days=20)).isoformat()
        do(clerk, number, "notify", **self.ROW, supply_by=day, complete="yes")
        do(clerk, number, "supplement", "correcting", subjects="doc.charter")
        assert view_of(number).stage == "received"


class TestAskingBeyondTheList:
    MORE = {"beyond.0.what": "噪声检测报告", "beyond.0.remedy": "", "beyond.0.article": "第六十三条"}
    GROUND = {"beyond.0.reason": "场所与住宅相邻", "beyond.0.law": "《噪声污染防治法》"}

    def tell(self, clerk, number, **said):
        day = (timezone.localdate() + timedelta(days=20)).isoformat()
        return do(clerk, number, "notify", **said, supply_by=day, complete="yes")

    def test_the_page_warns_before_anything_is_asked_and_shows_no_row(self, clerk, number):
        page = clerk.get(at(number, "notify")).content.decode()
        assert "自动报监察" in page
        assert 'value="beyond"' in page
        assert 'name="beyond.0.what"' not in page

    def test_one_press_opens_a_row_with_reason_and_law(self, clerk, number):
        page = do(clerk, number, "notify", add="beyond").content.decode()
        for column in ("what", "remedy", "reason", "law", "article"):
            assert f'name="beyond.0.{column}"' in page

    def test_without_reason_and_law_it_is_stopped(self, clerk, number):
        reply = self.tell(clerk, number, **self.MORE)
        assert reply.status_code == 422
        assert 'href="#f-beyond-0-reason"' in reply.content.decode()
        assert view_of(number).stage == "received"

    def test_blanks_are_no_reason(self, clerk, number):
        reply = self.tell(clerk, number, **self.MORE, **{**self.GROUND, "beyond.0.law": "《》"})
        assert reply.status_code == 422
        assert "自动报监察并告知申请人" in text_of(reply)

    def test_what_the_platform_fetches_is_not_offered(self, clerk, number):
        page = clerk.get(at(number, "notify")).content.decode()
        view = view_of(number)
        free = [each.key for each in view.materials if each.mode in ("fetched", "internal")]
        assert free
        assert not any(f'value="{key}"' in page for key in free)

    def test_with_both_it_is_asked_and_its_file_stands_on_the_checklist(self, clerk, number):
        self.tell(clerk, number, **TestTellingOnce.ROW, **self.MORE, **self.GROUND)
        view = view_of(number)
        assert [each.name for each in view.corrections] == ["章程", "噪声检测报告"]
        assert view.corrections[1].beyond.basis[0].document == "噪声污染防治法"
        assert "噪声检测报告" in clerk.get(at(number, tab="correcting")).content.decode()


class TestOtherActs:
    def test_a_rejection_names_cause_reason_and_the_body_to_turn_to(self, clerk, number):
        lacking = do(clerk, number, "reject", cause="NOT_COMPETENT", reason="不归本区管")
        assert "有权机关" in text_of(lacking)
        do(clerk, number, "reject", cause="NOT_COMPETENT", reason="不归本区管", competent_body="市级机关")
        assert view_of(number).stage == "rejected"

    def test_an_error_is_corrected_on_the_spot(self, clerk, number):
        said = {"values.0.subject": "entity.name", "values.0.value": "更正后的名称"}
        do(clerk, number, "correct", **said)
        assert "更正后的名称" in clerk.get(at(number)).content.decode()

    def test_nobody_is_closed_for_not_correcting_before_the_day(self, clerk, number):
        day = (timezone.localdate() + timedelta(days=20)).isoformat()
        do(clerk, number, "notify", **TestTellingOnce.ROW, supply_by=day, complete="yes")
        page = text_of(clerk.get(at(number, tab="correcting")))
        assert "补正期限还没有过" in page

    def test_an_application_is_taken_back(self, clerk, number):
        do(clerk, number, "withdraw", present="yes", reason="不办了")
        assert view_of(number).stage == "withdrawn"


class TestCorrectingOnTheSpot:
    def test_only_fields_of_the_form_can_be_corrected(self, clerk, number):
        made_up = {"values.0.subject": "somebody.else", "values.0.value": "x"}
        assert do(clerk, number, "correct", **made_up).status_code == 422
        real = {"values.0.subject": "contact.phone", "values.0.value": "13811112222"}
        assert do(clerk, number, "correct", **real).status_code == 302

    def test_an_odd_page_number_is_the_first_page(self, clerk, number):
        assert clerk.get("/desk/to-accept/", {"page": "²"}).status_code == 200
        assert clerk.get("/desk/to-accept/", {"page": "9" * 30}).status_code == 200


class TestPersonalValues:
    def test_they_are_masked_until_a_reason_is_given_and_the_look_is_on_record(self, clerk, number):
        assert "11010519491231002X" not in clerk.get(at(number)).content.decode()
        refused = clerk.post(at(number, "full"), {"reason": ""})
        assert refused.status_code == 422
        shown = clerk.post(at(number, "full"), {"reason": "核对身份"})
        assert "11010519491231002X" in shown.content.decode()
        assert "no-store" in shown["Cache-Control"]
        supervisor = an_approver("").model_copy(update={"role": Role.SUPERVISOR})
        assert [each.reason for each in access.list_views(supervisor)] == ["核对身份"]

    def test_a_look_at_a_paper_is_on_record(self, clerk, number):
        paper = view_of(number).documents[0]
        assert clerk.get(f"/desk/case/{number}/paper/{paper.id}/").status_code == 200
        (look,) = access.list_views(an_approver("").model_copy(update={"role": Role.SUPERVISOR}))
        assert (look.role, look.proceeding, look.what) == ("clerk", number, f"文书 {paper.number}")


class TestHandingOut:
    @pytest.fixture
    def granted(self, number):
        now = timezone.now()
        cases.accept(number, by(a_clerk(), now))
        item = next(each for each in view_of(number).items if each.item == "reg_company")
        officer = an_approver(item.authority)
        cases.review(item.number, "审查", "符合条件", by(officer, now))
        cases.grant(item.number, {}, by(officer, now))
        return number

    WHO = {"items": "reg_company", "name": "演示申请人", "id_number": "11010519491231002X", "by_agent": "no"}

    def test_the_issuer_sees_what_is_ready_and_hands_it_over(self, granted):
        issuer = an_issuer_at_the_window()
        assert granted in issuer.get("/desk/to-issue/").content.decode()
        reply = do(issuer, granted, "handover", "to-issue", **self.WHO, compared="yes")
        assert "已出具《送达回证》" in text_of(issuer.get(reply.url))
        assert next(each for each in view_of(granted).items if each.item == "reg_company").delivered

    def test_nothing_is_handed_over_before_person_and_document_were_compared(self, granted):
        reply = do(an_issuer_at_the_window(), granted, "handover", "to-issue", **self.WHO, compared="no")
        assert reply.status_code == 422
        assert "核对领取人身份" in text_of(reply)

    def test_somebody_else_than_the_applicant_must_be_an_agent(self, granted):
        stranger = {**self.WHO, "id_number": "370304199001010005", "compared": "yes"}
        reply = do(an_issuer_at_the_window(), granted, "handover", "to-issue", **stranger)
        assert reply.status_code == 422
        assert "与申请人、法定代表人都不一致" in text_of(reply)

    def test_an_agent_brings_a_mandate(self, granted):
        issuer = an_issuer_at_the_window()
        agent = {**self.WHO, "by_agent": "yes", "compared": "yes"}
        assert "授权委托书" in text_of(do(issuer, granted, "handover", "to-issue", **agent))
        assert do(issuer, granted, "handover", "to-issue", **agent, mandate="委〔2026〕1号").status_code == 302

    def test_an_issuer_does_not_check_or_accept(self, number):
        issuer = an_issuer_at_the_window()
        assert issuer.post(at(number, "check"), {"all": "yes"}).status_code == 403
        assert "由综合窗口" in text_of(issuer.get(at(number, "accept")))


def test_the_rules_of_our_pages_hold(clerk, number):
    acts = (at(number, act) for act in ("", "accept", "notify", "reject", "correct", "withdraw", "full"))
    for address in ("/desk/to-accept/", "/desk/to-issue/", "/desk/help/", *acts):
        page = clerk.get(address).content.decode()
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", page), address
        ids = re.findall(r'\sid="([^"]+)"', page)
        assert len(ids) == len(set(ids)), address
        named = re.findall(r'\s(?:for|aria-labelledby|aria-describedby)="([^"]+)"', page)
        assert {each for names in named for each in names.split()} <= set(ids), address


def test_an_item_that_is_not_accepted_yet_says_so_in_words(clerk, number):
    page = clerk.get(at(number)).content.decode()
    assert '<span class="tag">待受理</span>' in page
    assert ">planned<" not in page


class TestInEnglish:
    @pytest.fixture
    def english(self, clerk):
        clerk.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
        return clerk

    def test_the_list_and_the_case_bear_the_names_the_catalogue_has(self, english, number):
        assert "Opening a restaurant" in english.get("/desk/to-accept/").content.decode()
        page = english.get(at(number)).content.decode()
        assert "Opening a restaurant" in page
        assert "Company registration" in page
        assert "公司设立登记" not in re.sub(r'<span lang="zh-CN">.*?</span>', "", page)

    def test_the_form_is_labelled_in_english(self, english, number):
        page = english.get(at(number)).content.decode()
        assert "<dt>联系电话</dt>" not in page
        assert "<dt>Contact number</dt>" in page

    def test_the_button_says_what_it_does(self, english, number):
        page = english.get(at(number)).content.decode()
        assert re.search(r'value="accept"[^>]*>(?:<svg.*?</svg>)?\s*Accept', page, re.DOTALL)

    def test_what_cannot_be_done_is_told_in_english(self, english, number):
        assert "this cannot be done: Deliver" in english.get(at(number)).content.decode()

    def test_a_refusal_of_the_rules_is_told_in_english(self, english, number):
        reply = do(english, number, "lapse")
        assert reply.status_code == 422
        assert "The case is “Received” now" in reply.content.decode()

    def test_the_preview_of_an_acceptance_is_in_english(self, english, number):
        page = english.get(at(number, "accept")).content.decode()
        assert "20 working days" in page
        assert "工作日" not in page

    def test_the_cases_of_a_rejection_are_in_english(self, english, number):
        assert "Another body is in charge" in english.get(at(number, "reject")).content.decode()
