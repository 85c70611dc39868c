"""The one form: begun from answers, saved as typed, wrong or right, never lost."""

import re

import pytest
from django.urls import reverse

from lianban.apps.intake import public as intake
from tests.apps.cases.builders import NOW
from tests.apps.intake.test_handing_in import ANSWERS
from tests.web.portal_second.walking import CHAIN, a_draft, come_in, page_of

pytestmark = pytest.mark.django_db


def form(draft, section):
    return reverse("portal:apply_form", args=[draft, section])


def hidden(page, name):
    return re.search(rf'name="{name}" value="([^"]*)"', page).group(1).replace("&quot;", '"')


def carried(client, draft, section):
    page = client.get(form(draft, section)).content.decode()
    return {name: hidden(page, name) for name in ("shown", "version", "page")}


class TestBeginning:
    def test_answers_become_a_draft(self, client, owner):
        begun = client.post("/apply/start/", {"chain": CHAIN, **ANSWERS}, follow=True)
        assert begun.redirect_chain[-1][0].endswith("/form/entity/")
        assert [card.chain for card in intake.open_drafts(owner)] == [CHAIN]

    def test_a_stranger_signs_in_first_and_comes_back(self, client, citizen):
        sent = client.post("/apply/start/", {"chain": CHAIN, **ANSWERS}, follow=True)
        assert sent.redirect_chain[-1][0] == "/login/?next=%2Fapply%2Fstart%2F"
        owner = come_in(client, citizen)
        client.get("/apply/start/", follow=True)
        assert len(intake.open_drafts(owner)) == 1

    def test_an_unknown_chain_is_a_404(self, client, owner):
        assert client.post("/apply/start/", {"chain": "nothing"}).status_code == 404


class TestTyping:
    def test_what_is_wrong_is_said_at_the_field_and_everything_stays(self, client, owner, draft):
        typed = {"contact.name": "演示联系人", "contact.phone": "12"}
        page = client.post(form(draft, "contact"), typed)
        words = page.content.decode()
        assert page.status_code == 422
        assert 'href="#f-contact-phone"' in words
        assert 'value="12"' in words
        assert 'value="演示联系人"' in words
        assert page_of(owner, draft).values["contact.phone"] == "12"

    @pytest.mark.parametrize(
        ("section", "name", "wrong", "says"),
        [
            ("entity", "entity.capital", "很多", "要填数字"),
            ("entity", "entity.copy_count", "1.5", "要填整数"),
            ("entity", "entity.name", "店" * 201, "最多"),
            ("entity", "entity.type", "不存在的类型", "没有“不存在的类型”这一项"),
            ("legal_rep", "legal_rep.id_no", "11010519491231002Y", "身份证"),
            ("legal_rep", "legal_rep.email", "没有圈", "电子邮箱"),
            ("premises", "premises.area", "-3", "不能小于"),
            ("premises", "premises.addr", "路", "门牌号"),
            ("contact", "contact.phone", "abc", "电话号码"),
        ],
    )
    def test_every_kind_of_wrong_input_is_kept_and_explained(self, client, owner, draft, section, name, wrong, says):
        page = client.post(form(draft, section), {name: wrong})
        assert page.status_code == 422
        assert says in page.content.decode()
        assert page_of(owner, draft).values[name] == wrong

    def test_a_wrong_credit_code_is_kept_and_explained(self, client, owner):
        draft = intake.start(owner, CHAIN, {**ANSWERS, "q1": "held"}, "", NOW)
        page = client.post(form(draft, "entity"), {"entity.uscc": "123"})
        assert page.status_code == 422
        assert "统一社会信用代码" in page.content.decode()
        assert page_of(owner, draft).values["entity.uscc"] == "123"

    def test_who_has_no_licence_yet_is_not_asked_for_its_number(self, client, owner, draft):
        assert "entity.uscc" not in client.get(form(draft, "entity")).content.decode()

    def test_a_script_in_a_name_is_only_ever_text(self, client, owner, draft):
        script = "<script>alert(1)</script>"
        page = client.post(form(draft, "contact"), {"contact.name": script, "contact.phone": "1"}).content.decode()
        assert script not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
        review = client.get(reverse("portal:apply_review", args=[draft])).content.decode()
        assert script not in review
        assert "&lt;script&gt;" in review

    def test_a_filled_section_leads_to_the_next(self, client, owner, draft):
        went = client.post(form(draft, "finance"), {
            "finance.name": "演示财务", "finance.id_no": "11010519491231002X", "finance.phone": "13800000000",
        })  # fmt: skip
        assert went.status_code == 302
        assert went.url == form(draft, "liaison")

    def test_leaving_saves_without_complaining(self, client, owner, draft):
        went = client.post(form(draft, "contact"), {"contact.phone": "12", "leave": "1"})
        assert went.url == reverse("portal:my_cases")
        assert page_of(owner, draft).values["contact.phone"] == "12"


class TestRows:
    def test_a_row_is_added_without_scripts_and_keeps_what_was_typed(self, client, owner, draft):
        typed = {"shareholders.0.name": "甲", "shareholders.0.capital": "10", "add": "shareholders"}
        page = client.post(form(draft, "shareholders"), typed).content.decode()
        assert 'name="shareholders.0.name" type="text" value="甲"' in page
        assert 'name="shareholders.1.name"' in page

    def test_a_row_is_taken_away(self, client, owner, draft):
        typed = {"shareholders.0.name": "甲", "shareholders.1.name": "乙", "remove": "shareholders.0"}
        client.post(form(draft, "shareholders"), typed)
        rows = page_of(owner, draft).values["shareholders"]
        assert [row["name"] for row in rows] == ["乙"]

    def test_a_wrong_cell_is_named_with_its_row(self, client, owner, draft):
        page = client.post(form(draft, "shareholders"), {"shareholders.0.name": "甲", "shareholders.0.id_no": "1"})
        assert 'href="#f-shareholders-0-id_no"' in page.content.decode()


class TestConditions:
    def test_a_field_that_hangs_on_another_comes_and_goes(self, client, owner, draft):
        address = form(draft, "warehouse")
        assert 'name="warehouse.addr"' in client.post(address, {"warehouse.has": "yes", "update": "1"}).content.decode()
        assert "warehouse.addr" not in client.post(address, {"warehouse.has": "no", "update": "1"}).content.decode()

    def test_it_still_steers_after_it_was_answered(self, client, owner, draft):
        address = form(draft, "warehouse")
        for answer in ("no", "yes"):
            page = client.post(address, {"warehouse.has": answer, "update": "1"}).content.decode()
            assert f'hx-post="{address}?update=1"' in page


class TestAutosave:
    def test_it_saves_what_is_there(self, client, owner, draft):
        address = reverse("portal:apply_save", args=[draft, "contact"])
        assert client.post(address, {"contact.phone": "1380"}).status_code == 204
        assert page_of(owner, draft).values["contact.phone"] == "1380"

    def test_after_the_session_ended_nothing_pretends_to_be_saved(self, client, owner, draft):
        client.logout()
        address = reverse("portal:apply_save", args=[draft, "contact"])
        assert client.post(address, {"contact.phone": "1"}).status_code == 401

    def test_one_page_saving_again_and_again_is_no_conflict(self, client, owner, draft):
        address, page = reverse("portal:apply_save", args=[draft, "contact"]), carried(client, draft, "contact")
        answers = [
            client.post(address, {**page, "contact.phone": text}).status_code for text in ("1", "12", "13800000000")
        ]
        assert answers == [204, 204, 204]
        assert page_of(owner, draft).values["contact.phone"] == "13800000000"

    def test_going_back_to_what_the_page_showed_is_saved_too(self, client, owner, draft):
        address, page = reverse("portal:apply_save", args=[draft, "contact"]), carried(client, draft, "contact")
        before = page_of(owner, draft).values["contact.phone"]
        client.post(address, {**page, "contact.phone": "1"})
        client.post(address, {**page, "contact.phone": before})
        assert page_of(owner, draft).values["contact.phone"] == before


class TestTwoDevices:
    def test_a_field_left_alone_does_not_undo_the_other_device(self, client, owner, draft):
        old = carried(client, draft, "contact")
        shown = page_of(owner, draft).values["contact.phone"]
        intake.save(owner, draft, {"contact.phone": "13911112222"}, NOW)
        client.post(form(draft, "contact"), {**old, "contact.name": "新的联系人", "contact.phone": shown})
        values = page_of(owner, draft).values
        assert (values["contact.name"], values["contact.phone"]) == ("新的联系人", "13911112222")

    def test_a_true_conflict_shows_both_and_the_next_save_decides(self, client, owner, draft):
        old = carried(client, draft, "contact")
        intake.save(owner, draft, {"contact.phone": "13911112222"}, NOW)
        page = client.post(form(draft, "contact"), {**old, "contact.phone": "13733334444"})
        words = page.content.decode()
        assert page.status_code == 422
        assert "13911112222" in words
        assert 'value="13733334444"' in words
        again = {name: hidden(words, name) for name in ("shown", "version", "page")}
        client.post(form(draft, "contact"), {**again, "contact.phone": "13733334444"})
        assert page_of(owner, draft).values["contact.phone"] == "13733334444"

    def test_a_true_conflict_is_shown_to_whoever_leaves_for_later_too(self, client, owner, draft):
        old = carried(client, draft, "contact")
        intake.save(owner, draft, {"contact.phone": "13911112222"}, NOW)
        page = client.post(form(draft, "contact"), {**old, "contact.phone": "13733334444", "leave": "1"})
        assert page.status_code == 422
        assert "13911112222" in page.content.decode()

    def test_whoever_leaves_for_later_is_not_held_up_by_what_is_missing(self, client, owner, draft):
        old = carried(client, draft, "finance")
        assert client.post(form(draft, "finance"), {**old, "finance.name": "", "leave": "1"}).status_code == 302


class TestHelp:
    def test_ones_own_particulars_fill_another_role(self, client, owner, draft):
        page = client.post(form(draft, "finance"), {"me": "finance"}).content.decode()
        assert 'value="11010519491231002X"' in page
        assert page_of(owner, draft).sources["finance.id_no"] == "实名账号"

    def test_the_business_register_fills_in_and_locks(self, client, owner, draft):
        page = client.post(form(draft, "entity"), {"entity.uscc": "91370304MA0000015H", "fetch": "business"})
        words = page.content.decode()
        assert 'value="博山演示餐饮管理有限公司"' in words
        assert "以登记为准，这里不能改" in words
        client.post(form(draft, "entity"), {"entity.name": "别的名字"})
        assert page_of(owner, draft).values["entity.name"] == "博山演示餐饮管理有限公司"

    def test_the_business_register_tells_nobody_an_identity_number(self, client, owner, draft):
        client.post(form(draft, "entity"), {"entity.uscc": "91370304MA0000015H", "fetch": "business"})
        view = page_of(owner, draft)
        assert view.values["legal_rep.name"] == "演示申请人甲"
        assert view.values["legal_rep.id_no"] == ""
        assert not view.sources["legal_rep.id_no"]


class TestStrangers:
    def test_somebody_elses_draft_is_a_404(self, client, owner):
        from tests.apps.accounts.people import OTHER_ID, a_citizen  # noqa: PLC0415

        theirs = a_draft(a_citizen(OTHER_ID, "13800000002"))
        addresses = [
            form(theirs, "contact"),
            reverse("portal:apply", args=[theirs]),
            reverse("portal:apply_materials", args=[theirs]),
            reverse("portal:apply_review", args=[theirs]),
            reverse("portal:apply_discard", args=[theirs]),
        ]
        assert [client.get(address).status_code for address in addresses] == [404] * len(addresses)
        assert client.post(reverse("portal:apply_save", args=[theirs, "contact"]), {}).status_code == 404
