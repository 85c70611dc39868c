"""From the search box to the notice, without scripts and without signing in."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.apps.catalogue.shipped import publish_shipped, shipped
from tests.apps.guides.telling import RESTAURANT, answered, put_authorities

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
GUIDE = f"/chains/{RESTAURANT}/guide/"


@pytest.fixture(autouse=True)
def _published():
    publish_shipped(NOW)
    put_authorities(shipped())


def text(page):
    return page.content.decode()


def asked(page):
    return page.context["question"]["key"]


def addressed(spelt, **more):
    return {"q": [f"{key}:{value}" for key, value in spelt.items()], **more}


def told_remedies():
    found = shipped()
    members = [found.items[each.item] for each in found.chains[RESTAURANT].members]
    return {each.remedies for each in members if each.remedies.review}


class TestHome:
    def test_the_figures_are_those_of_the_plan(self, client):
        page = client.get("/")
        card = next(each for each in page.context["chains"] if "餐饮店" in each["name"])
        plan_figures = {each["key"]: (each["before"], each["after"]) for each in card["figures"]}
        assert plan_figures["days"] == ("105", "15.5")
        assert '<span class="figure-after">15.5<small>天</small></span>' in text(page)

    @pytest.mark.parametrize(
        ("audience", "there", "not_there"), [("person", "生孩子", "开药店"), ("business", "开药店", "生孩子")]
    )
    def test_the_events_are_those_of_the_audience(self, client, audience, there, not_there):
        names = [each["name"] for each in client.get("/", {"for": audience}).context["events"]]
        assert there in names
        assert not_there not in names

    def test_every_chain_is_on_the_list_of_one_audience(self, client):
        listed = [len(client.get("/chains/", {"for": each}).context["chains"]) for each in ("person", "business")]
        assert sum(listed) == len(shipped().chains)

    def test_the_page_speaks_english(self, client):
        client.cookies["django_language"] = "en"
        page = text(client.get("/"))
        assert "Opening a restaurant" in page
        assert "Having a baby" in page


class TestSearch:
    @pytest.mark.parametrize("words", ["开饭店", "开奶茶店", "餐饮"])
    def test_everyday_words_find_the_restaurant(self, client, words):
        page = client.get("/search/", {"q": words})
        assert page.context["hits"][0].address == f"/chains/{RESTAURANT}/"

    def test_an_item_leads_to_the_thing_it_belongs_to(self, client):
        page = client.get("/search/", {"q": "烟草专卖零售许可证核发"})
        assert f"/chains/{RESTAURANT}/" in [each.address for each in page.context["hits"]]

    def test_nothing_found_says_what_to_do_next(self, client):
        page = client.get("/search/", {"q": "qqqqqqqq"})
        assert page.status_code == 200
        assert "换个说法试试" in text(page)

    def test_suggestions_are_a_list_of_links_only(self, client):
        page = text(client.get("/search/suggestions/", {"q": "饭店"}))
        assert f'href="/chains/{RESTAURANT}/"' in page
        assert "<html" not in page

    def test_what_was_typed_is_never_markup(self, client):
        assert "<script>alert" not in text(client.get("/search/", {"q": "<script>alert(1)</script>"}))


class TestChain:
    @pytest.mark.parametrize("chain", sorted(shipped().chains))
    def test_every_chain_has_its_page_and_its_figures(self, client, chain):
        assert client.get(f"/chains/{chain}/").status_code == 200
        assert client.get(f"/chains/{chain}/figures/").status_code == 200

    def test_the_guide_has_every_item_and_every_document(self, client):
        page = client.get(f"/chains/{RESTAURANT}/")
        sheet = page.context["sheet"]
        for each in (*sheet.items, *sheet.to_hand_in, *sheet.fetched):
            assert each.name.zh in text(page)

    def test_both_pictures_have_their_own_names(self, client):
        page = text(client.get(f"/chains/{RESTAURANT}/"))
        assert page.count('id="flow-wide-title"') == page.count('id="flow-tall-title"') == 1

    def test_a_question_of_several_departments_is_answered_once(self, client):
        page = text(client.get(f"/chains/{RESTAURANT}/"))
        assert page.count("店里的人都要健康证吗？") == 1
        assert page.count("自知道或者应当知道该行政行为之日起六十日内") == len(told_remedies())

    def test_an_english_guide_marks_what_is_chinese_only(self, client):
        client.cookies["django_language"] = "en"
        page = text(client.get(f"/chains/{RESTAURANT}/"))
        assert "Does everybody in the shop need a health certificate?" in page
        assert "Market Regulation Bureau" in page
        assert '<span lang="zh-CN">《中华人民共和国消防法》第十五条</span>' in page

    @pytest.mark.parametrize("kind", ["blank", "sample"])
    def test_a_form_can_be_taken_along(self, client, kind):
        address = f"/chains/{RESTAURANT}/papers/food/food/{kind}.pdf"
        assert address in text(client.get(f"/chains/{RESTAURANT}/"))
        sent = client.get(address)
        assert (sent.status_code, sent["Content-Type"], sent.content[:5]) == (200, "application/pdf", b"%PDF-")
        assert client.get(address).content == sent.content

    @pytest.mark.parametrize("paper", ["food/biz_license", "food/none", "birth_cert/birth", "none/none"])
    def test_there_is_no_form_for_what_others_issue_or_another_chain_asks(self, client, paper):
        assert client.get(f"/chains/{RESTAURANT}/papers/{paper}/blank.pdf").status_code == 404

    def test_an_unknown_chain_is_not_found(self, client):
        assert client.get("/chains/kaiban-huochezhan/").status_code == 404

    def test_every_entry_behind_a_figure_is_shown(self, client):
        page = client.get(f"/chains/{RESTAURANT}/figures/")
        materials = next(each for each in page.context["figures"] if each["key"] == "materials")
        assert all(entry in text(page) for entry in materials["before_entries"])


class TestGuidance:
    def test_the_first_question_says_why_it_is_asked(self, client):
        page = client.get(GUIDE)
        assert "您的回答决定" in text(page)
        assert page.context["number"] == 1
        assert page.context["at_most"] > 1

    def test_an_answer_leads_to_an_address_that_holds_it(self, client):
        reply = client.get(GUIDE, {"ask": "q1", "value": "company"})
        place = urlsplit(reply["Location"])
        assert (reply.status_code, place.path) == (302, GUIDE)
        assert parse_qs(place.query)["q"] == ["q1:company"]

    def test_the_next_page_says_what_the_answer_changed(self, client):
        page = client.get(GUIDE, {"ask": "q1", "value": "company"}, follow=True)
        assert "因此需要办理：公司设立登记" in text(page)
        assert "因此不用办理：个体工商户设立登记" in text(page)

    def test_no_answer_asks_again_and_keeps_the_others(self, client):
        page = client.get(GUIDE, addressed({"q7": "no"}, ask="q1"))
        assert page.status_code == 422
        assert asked(page) == "q1"
        assert 'value="q7:no"' in text(page)

    def test_a_number_that_is_none_is_shown_with_what_is_wrong(self, client):
        page = client.get(GUIDE, addressed({"q7": "no"}, ask="q2", value="很大"))
        assert "“很大”不是数字" in text(page)
        assert 'value="很大"' in text(page)

    def test_correcting_an_answer_shows_what_each_other_would_change(self, client):
        page = client.get(GUIDE, addressed({"q1": "company", "q7": "no"}, edit="q7"))
        assert asked(page) == "q7"
        assert "因此需要办理：仅销售预包装食品经营者备案信息采集" in text(page)

    def test_a_corrected_answer_is_compared_with_the_one_before(self, client):
        page = client.get(GUIDE, addressed({"q1": "company"}, ask="q1", value="individual"), follow=True)
        assert "因此需要办理：个体工商户设立登记" in text(page)
        assert "因此不用办理：公司设立登记" in text(page)

    def test_back_leads_to_the_question_before(self, client):
        page = client.get(GUIDE, addressed({"q1": "company"}))
        back = client.get(page.context["back"])
        assert asked(back) == "q1"
        assert client.get(client.get(GUIDE).context["back"]).status_code == 200

    def test_an_old_address_says_what_was_left_out(self, client):
        page = client.get(GUIDE, {"q": ["q1:company", "q0:yes"]})
        assert "已经不适用" in text(page)

    def test_an_answer_made_pointless_is_no_longer_listed(self, client):
        page = client.get(GUIDE, addressed({"q1": "company", "q3": "热食类食品制售", "q7": "yes"}))
        assert "店里会有哪些吃的喝的" not in [row["key"] for row in page.context["standing"].rows]
        assert len(page.context["standing"].rows) == 2

    @pytest.mark.parametrize("chain", sorted(shipped().chains))
    def test_every_chain_can_be_answered_to_its_end(self, client, chain):
        end = client.get(f"/chains/{chain}/guide/", addressed(answered(chain)))
        assert end.templates[0].name == "portal/guide_end.html"
        assert not end.context["standing"].possible or "unknown" in str(end.context["hidden"])

    def test_nothing_is_stored_while_one_answers(self, client):
        client.get(GUIDE, addressed(answered()))
        assert "sessionid" not in client.cookies


class TestNotice:
    @pytest.fixture
    def notice(self, client):
        return client.post(f"/chains/{RESTAURANT}/notice/", addressed(answered()), follow=True)

    def test_the_notice_tells_everything(self, notice):
        sheet = notice.context["sheet"]
        assert notice.status_code == 200
        for each in (*sheet.items, *sheet.to_hand_in, *sheet.fetched):
            assert each.name.zh in text(notice)
        assert f"博市场监管告〔{timezone.localdate(notice.context['notice'].issued_at):%Y}〕0001号" in text(notice)

    def test_the_form_to_apply_carries_the_answers_and_the_number(self, notice):
        for key, spelt in notice.context["notice"].answers.items():
            assert f'<input type="hidden" name="{key}" value="{spelt}">' in text(notice)
        assert f'value="{notice.context["notice"].number}"' in text(notice)

    def test_the_pdf_is_sent(self, client, notice):
        reply = client.get(reverse("portal:notice_pdf", args=[notice.context["notice"].code]))
        assert reply["Content-Type"] == "application/pdf"
        assert reply.content.startswith(b"%PDF")

    def test_changing_an_answer_makes_a_second_version(self, client, notice):
        first = notice.context["notice"]
        assert client.get(f"{notice.context['change_address']}&edit=q1").context["origin"] == first.code
        spelt = {**answered(q1="company")}
        later = client.post(f"/chains/{RESTAURANT}/notice/", addressed(spelt, **{"from": first.code}), follow=True)
        assert later.context["notice"].version == 2
        assert "和上一版比" in text(later)
        assert "打开新版" in text(client.get(f"/notice/{first.code}/"))

    def test_a_notice_asked_for_too_early_goes_back_to_the_questions(self, client):
        reply = client.post(f"/chains/{RESTAURANT}/notice/", addressed({"q1": "company"}))
        assert reply["Location"].startswith(GUIDE)

    def test_an_unknown_notice_is_not_found(self, client):
        assert client.get("/notice/nobody/").status_code == 404

    def test_too_many_notices_from_one_place_have_to_wait(self, client):
        statuses = {client.post(f"/chains/{RESTAURANT}/notice/", {}).status_code for _ in range(31)}
        assert 429 in statuses
