"""代录 at the window: from a notice to the receipt, for somebody who brings no phone."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from lianban.apps.accounts import public as accounts
from lianban.apps.cases import public as cases
from lianban.apps.guides import public as guides
from lianban.apps.intake import public as intake
from lianban.apps.messages import public as messages
from lianban.apps.organs import public as organs
from lianban.core.proceedings.events import Role
from tests.apps.cases.builders import HALL
from tests.apps.intake.test_handing_in import fill, hand_over_materials
from tests.apps.intake.visiting import CHAIN, COUNTER, PERSON, SCAN
from tests.web.desk.test_guiding import ANSWERS
from tests.web.work.people import a_clerk_at, an_issuer_at_the_window, browser, staff

pytestmark = pytest.mark.usefixtures("county")
CAME = {"name": "演示申请人", "id_number": PERSON, "phone": "", "compared": "yes"}
SEE_OTHER = 302


@pytest.fixture
def clerk(county):
    return a_clerk_at()


@pytest.fixture
def notice(county):
    return guides.notice(guides.issue(CHAIN, ANSWERS, now=timezone.now()))


@pytest.fixture
def draft(clerk, notice):
    """An application begun for whoever came."""
    return begun(clerk, notice)


def begun(clerk, notice, **changes) -> str:
    """The id of an application that was begun."""
    sent = clerk.post(f"/desk/notice/{notice.code}/apply/", {**CAME, **changes})
    assert sent.status_code == SEE_OTHER, sent.context["errors"]
    return re.search(r"/desk/apply/([0-9a-f-]{36})/", sent.url).group(1)


def completed(draft: str) -> str:
    """The address of the review page of an application in which nothing is missing."""
    fill(COUNTER, draft)
    hand_over_materials(COUNTER, draft)
    return f"/desk/apply/{draft}/review/"


def a_clerk_elsewhere():
    """The browser of a clerk of another hall."""
    organs.put_hall(organs.HallCard("town-hall", "镇便民服务中心", "", "370304100", "", ()))
    return browser(staff("ck9", "镇窗口", Role.CLERK, hall="town-hall"))


def a_scan() -> SimpleUploadedFile:
    return SimpleUploadedFile("确认单.pdf", SCAN, "application/pdf")


class TestTheNotice:
    def test_it_leads_on_to_filling_in_for_whoever_came(self, clerk, notice):
        page = clerk.get(f"/desk/notice/{notice.code}/")
        assert page.context["take_down"] == f"/desk/notice/{notice.code}/apply/"
        assert "替来人填写申请" in page.content.decode()

    def test_who_hands_results_out_does_not_take_down(self, notice):
        issuer = an_issuer_at_the_window()
        page = issuer.get(f"/desk/notice/{notice.code}/")
        assert "替来人填写申请" not in page.content.decode()
        assert issuer.get(f"/desk/notice/{notice.code}/apply/").status_code == 403


class TestWhoCame:
    @pytest.mark.parametrize(
        ("capacity", "asked"),
        [
            ("", set()),
            ("agent", {"principal_name", "principal_number", "mandate", "mandate_until", "powers"}),
            ("representative", {"business"}),
            ("handler", {"business", "mandate", "mandate_until", "powers"}),
            ("nonsense", set()),
        ],
    )
    def test_what_is_asked_depends_on_it(self, clerk, notice, capacity, asked):
        page = clerk.get(f"/desk/notice/{notice.code}/apply/", {"as": capacity})
        names = {field.name for field in page.context["fields"]}
        assert names == {"name", "id_number", "phone", "compared"} | asked

    def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(self, clerk, notice):
        sent = clerk.post(f"/desk/notice/{notice.code}/apply/", {**CAME, "id_number": "110105194912310021"})
        assert sent.status_code == 422
        wrong = {field.name: field.error for field in sent.context["fields"] if field.error}
        assert set(wrong) == {"id_number"}
        assert [field.value for field in sent.context["fields"]][:2] == ["演示申请人", "110105194912310021"]
        assert 'href="#f-id_number"' in sent.content.decode()

    def test_nothing_typed_names_everything_missing(self, clerk, notice):
        sent = clerk.post(f"/desk/notice/{notice.code}/apply/?as=agent", {})
        anchors = {each["anchor"] for each in sent.context["errors"]}
        assert {"f-name", "f-compared", "f-principal_name", "f-mandate", "f-powers"} <= anchors

    def test_an_unread_mandate_is_refused_at_its_field(self, clerk, notice):
        said = {
            **CAME, "principal_name": "演示申请人乙", "principal_number": "370304198506120002",
            "mandate": "一份", "mandate_until": "2020-01-01", "powers": ["提交申请"],
        }  # fmt: skip
        sent = clerk.post(f"/desk/notice/{notice.code}/apply/?as=agent", said)
        assert [each["anchor"] for each in sent.context["errors"]] == ["f-mandate_until"]

    def test_it_is_there_in_english(self, clerk, notice):
        clerk.cookies["django_language"] = "en"
        page = clerk.get(f"/desk/notice/{notice.code}/apply/", {"as": "handler"}).content.decode()
        assert "Who is here" in page
        assert "Unified social credit code" in page


class TestTheForm:
    def test_it_is_the_portals_in_the_windows_frame_and_goes_on_where_something_is_missing(self, clerk, draft):
        first = clerk.get(f"/desk/apply/{draft}/")
        page = clerk.get(first.url)
        assert "portal/apply/form.html" in [each.name for each in page.templates]
        assert f'action="/desk/apply/{draft}/form/' in page.content.decode()
        assert "快捷键" in page.content.decode()
        assert "/apply/start" not in page.content.decode()

    def test_what_is_typed_is_saved_as_it_is_typed(self, clerk, draft):
        section = clerk.get(f"/desk/apply/{draft}/").url
        saved = clerk.post(f"{section}save/", {"shown": "{}", "entity.phone": "13800000000"})
        assert saved.status_code == 204
        assert intake.read(COUNTER, draft, timezone.localdate()).values["entity.phone"] == "13800000000"

    def test_whoever_leaves_comes_back_by_the_list(self, clerk, draft):
        section = clerk.get(f"/desk/apply/{draft}/").url
        left = clerk.post(section, {"shown": "{}", "leave": "1", "entity.name": "演示餐饮店"})
        assert left.url == "/desk/apply/"
        rows = clerk.get("/desk/apply/").context["rows"]
        assert [str(row["card"].id) for row in rows] == [draft]
        assert PERSON not in clerk.get("/desk/apply/").content.decode()

    def test_papers_are_scanned_or_handed_over(self, clerk, draft):
        page = clerk.get(f"/desk/apply/{draft}/materials/")
        keys = [line.key for line in page.context["groups"]["wanted"]]
        assert "已收纸质件" in page.content.decode()
        clerk.post(f"/desk/apply/{draft}/materials/{keys[0]}/", {"file": a_scan()})
        clerk.post(f"/desk/apply/{draft}/materials/{keys[1]}/", {"mode": "counter"})
        lines = clerk.get(f"/desk/apply/{draft}/materials/").context["groups"]["wanted"]
        assert [len(line.files) for line in lines][:2] == [1, 0]
        assert lines[1].said[0][1] == "已收纸质件"
        scan = clerk.get(f"/desk/apply/file/{lines[0].files[0].file}/")
        assert scan.getvalue() == SCAN

    def test_another_hall_gets_nowhere(self, clerk, draft):
        elsewhere = a_clerk_elsewhere()
        for page in ("", "materials/", "review/", "sheet/", "discard/", "form/entity/"):
            assert elsewhere.get(f"/desk/apply/{draft}/{page}").status_code == 404
        assert elsewhere.get("/desk/apply/").context["rows"] == []

    def test_what_nobody_wants_any_more_is_thrown_away_after_asking(self, clerk, draft):
        assert clerk.get(f"/desk/apply/{draft}/discard/").status_code == 200
        assert clerk.post(f"/desk/apply/{draft}/discard/").url == "/desk/apply/"
        assert clerk.get("/desk/apply/").context["rows"] == []


class TestConfirming:
    def test_what_is_missing_is_listed_and_nothing_can_be_confirmed(self, clerk, draft):
        page = clerk.get(f"/desk/apply/{draft}/review/")
        assert page.context["missing"]
        assert "打印申请确认单" not in page.content.decode()
        sent = clerk.post(f"/desk/apply/{draft}/review/", {"do": "hand_in"})
        assert sent.status_code == 422
        assert sent.context["errors"]

    def test_printed_signed_scanned_handed_in_and_received(self, clerk, draft):
        review = completed(draft)
        printed = clerk.post(review, {"do": "print"})
        sheet = clerk.get(printed.url)
        text = sheet.content.decode()
        assert sheet.context["visit"].code in text
        assert PERSON in text
        assert "演示申请人" in text
        asking = clerk.get(review).content.decode()
        assert asking.count('method="post"') == asking.count("csrfmiddlewaretoken")
        clerk.post(f"{review}?do=sign", {"sheet": a_scan()})
        ready = clerk.get(review)
        assert "已签字确认" in ready.content.decode()
        handed = clerk.post(review, {"do": "hand_in", "key": ready.context["key"]})
        receipt = clerk.get(handed.url)
        number = receipt.context["case"].number
        assert number in receipt.content.decode()
        assert clerk.get(receipt.context["follow"], follow=True).status_code == 200
        paper = clerk.get(f"/desk/case/{number}/paper/{receipt.context['receipt'].id}/")
        assert paper["Content-Type"] == "application/pdf"
        again = clerk.post(review, {"do": "hand_in", "key": ready.context["key"]})
        assert again.url == handed.url
        assert clerk.get("/desk/apply/").context["rows"] == []

    def test_the_person_finds_it_in_their_own_account(self, clerk, draft):
        review = completed(draft)
        clerk.post(review, {"do": "print"})
        clerk.post(f"{review}?do=sign", {"sheet": a_scan()})
        number = clerk.get(clerk.post(review, {"do": "hand_in"}).url).context["case"].number
        owner = browser(accounts.find_citizen(PERSON))
        assert number in owner.get("/my/").content.decode()
        told = owner.get(f"/my/{number}/").content.decode()
        assert "窗口代录，本人以签字确认" in told
        assert owner.get(f"/desk/apply/{draft}/").status_code == 403

    def test_a_scan_is_refused_before_the_sheet_was_printed_and_said_beside_it(self, clerk, draft):
        review = completed(draft)
        sent = clerk.post(f"{review}?do=sign", {"sheet": a_scan()})
        assert (sent.status_code, sent.context["errors"][0]["anchor"]) == (422, "f-sheet")
        clerk.post(review, {"do": "print"})
        for wrong in ({}, {"sheet": SimpleUploadedFile("a.exe", b"MZ\x00\x00", "application/pdf")}):
            sent = clerk.post(f"{review}?do=sign", wrong)
            assert (sent.status_code, sent.context["errors"][0]["anchor"]) == (422, "f-sheet")

    def test_the_sheet_does_not_open_once_something_changed(self, clerk, draft):
        review = completed(draft)
        clerk.post(review, {"do": "print"})
        clerk.post(review, {"do": "delivery", "delivery.way": "post", "delivery.address": "博山区演示路1号"})
        assert clerk.get(f"/desk/apply/{draft}/sheet/").url == review

    def test_without_a_phone_no_code_is_offered(self, clerk, draft):
        assert "发送确认验证码" not in clerk.get(completed(draft)).content.decode()

    def test_a_code_read_out_confirms_and_a_wrong_one_is_said_at_its_field(self, clerk, notice):
        draft = begun(clerk, notice, phone="13900000000")
        review = completed(draft)
        assert "139****0000" in clerk.get(review).content.decode()
        clerk.post(review, {"do": "send"})
        sent = next(each for each in messages.latest_messages() if each.address == "13900000000")
        code = re.search(r"\d{6}", sent.text).group()
        refused = clerk.post(review, {"do": "confirm", "code": "x"})
        assert (refused.status_code, refused.context["errors"][0]["anchor"]) == (422, "f-code")
        clerk.post(review, {"do": "confirm", "code": code})
        assert "已用验证码确认" in clerk.get(review).content.decode()

    def test_an_unknown_step_does_nothing(self, clerk, draft):
        assert clerk.post(f"/desk/apply/{draft}/review/", {"do": "everything"}).status_code == 200

    def test_the_receipt_of_another_hall_is_not_shown(self, clerk, draft):
        review = completed(draft)
        clerk.post(review, {"do": "print"})
        clerk.post(f"{review}?do=sign", {"sheet": a_scan()})
        number = clerk.get(clerk.post(review, {"do": "hand_in"}).url).context["case"].number
        elsewhere = a_clerk_elsewhere()
        assert elsewhere.get(f"/desk/apply/done/{number}/").status_code == 404

    def test_the_signed_sheet_stands_on_the_checklist(self, clerk, draft):
        review = completed(draft)
        clerk.post(review, {"do": "print"})
        clerk.post(f"{review}?do=sign", {"sheet": a_scan()})
        number = clerk.get(clerk.post(review, {"do": "hand_in"}).url).context["case"].number
        page = clerk.get(f"/desk/to-accept/{number}/")
        sheet = next(each for each in page.context["checks"] if each.key == cases.SHEET)
        assert clerk.get(sheet.files[0][1]).getvalue() == SCAN


def test_every_page_with_personal_values_is_on_record(clerk, draft):
    from lianban.apps.access.models import Access  # noqa: PLC0415 tests are collected before the apps are ready

    seen = Access.objects.count()
    for page in (
        clerk.get(f"/desk/apply/{draft}/").url,
        f"/desk/apply/{draft}/materials/",
        f"/desk/apply/{draft}/review/",
    ):
        clerk.get(page)
    looks = Access.objects.all()[: Access.objects.count() - seen]
    assert [(look.role, look.hall, look.whose) for look in looks] == [
        (Role.CLERK.value, HALL, accounts.find_citizen(PERSON))
    ] * 3
