"""Materials, review, receipt, case page: each for its owner only, each without scripts."""

import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from lianban.apps.cases import public as cases
from lianban.apps.intake import public as intake
from lianban.core.kernel.legal import LegalBasis
from lianban.core.proceedings.shared import Beyond
from tests.apps.accounts.people import OTHER_ID, a_citizen
from tests.apps.cases import builders
from tests.apps.cases.builders import a_clerk, a_submission
from tests.apps.cases.test_whole_way import grant_everything_open
from tests.apps.intake.test_handing_in import PDF
from tests.web.portal_second.walking import a_draft, a_finished_draft, come_in, page_of

pytestmark = pytest.mark.django_db


def by(actor):
    """Somebody acting now, as whoever sends a page does."""
    return builders.by(actor, timezone.now())


def reader(actor):
    return builders.reader(actor, timezone.now())


@pytest.fixture
def number(owner, citizen):
    return cases.submit(a_submission(citizen), by(citizen)).number


def a_material(owner, draft):
    return next(row.material.key for row in page_of(owner, draft).materials if row.wanted)


def upload(client, draft, key, content, name="章程.pdf"):
    handed = {"file": SimpleUploadedFile(name, content)} if content is not None else {}
    return client.post(reverse("portal:apply_material", args=[draft, key]), handed)


def done(owner, draft, key):
    return next(row.done for row in page_of(owner, draft).materials if row.material.key == key)


class TestMaterials:
    def test_a_file_is_taken_and_used_again_in_the_next_application(self, client, owner, draft):
        key = a_material(owner, draft)
        assert upload(client, draft, key, PDF).status_code == 302
        assert [card.file_name for card in done(owner, draft, key)] == ["章程.pdf"]
        assert "章程.pdf" in client.get(reverse("portal:vault")).content.decode()

    def test_a_file_of_50_mb_is_refused_with_the_limit_and_nothing_else_changes(self, client, owner, draft):
        key = a_material(owner, draft)
        upload(client, draft, key, PDF)
        page = upload(client, draft, key, PDF + b"0" * 50 * 2**20, "大.pdf")
        assert page.status_code == 422
        assert "20 MB" in page.content.decode()
        assert [card.file_name for card in done(owner, draft, key)] == ["章程.pdf"]

    @pytest.mark.parametrize(
        ("content", "says"),
        [
            (b"MZ" + b"0" * 99, "可执行程序"),
            (b"<script>alert(1)</script>", "脚本"),
            (b"", "空"),
            (None, "还没有选文件"),
        ],
    )
    def test_a_wrong_file_is_refused_in_words(self, client, owner, draft, content, says):
        page = upload(client, draft, a_material(owner, draft), content, "a.pdf")
        assert page.status_code == 422
        assert says in page.content.decode()

    def test_bringing_it_to_the_window_and_changing_ones_mind(self, client, owner, draft):
        key = a_material(owner, draft)
        address = reverse("portal:apply_material", args=[draft, key])
        client.post(address, {"mode": "counter"})
        (card,) = done(owner, draft, key)
        assert card.mode == "counter"
        client.post(address, {"remove": str(card.id)})
        assert done(owner, draft, key) == ()

    def test_what_may_not_be_promised_is_refused(self, client, owner, draft):
        key = next(r.material.key for r in page_of(owner, draft).materials if r.wanted and not r.material.commitment)
        page = client.post(reverse("portal:apply_material", args=[draft, key]), {"mode": "commitment"})
        assert page.status_code == 422

    def test_somebody_elses_file_does_not_exist(self, client, owner):
        other = a_citizen(OTHER_ID, "13800000002")
        theirs = a_draft(other)
        key = a_material(other, theirs)
        intake.upload(other, theirs, key, [PDF], "他人.pdf", reader_now())
        (held,) = intake.vault(other)
        assert client.get(reverse("portal:file", args=[held.file])).status_code == 404
        assert client.get(reverse("portal:vault_remove", args=[held.id])).status_code == 404

    def test_ones_own_file_opens(self, client, owner, draft):
        upload(client, draft, a_material(owner, draft), PDF)
        (held,) = intake.vault(owner)
        reply = client.get(reverse("portal:file", args=[held.file]))
        assert (reply.status_code, reply["Content-Type"]) == (200, "application/pdf")


def reader_now():
    return timezone.now()


class TestHandingIn:
    def test_everything_missing_is_listed_with_its_place(self, client, owner, draft):
        page = client.post(reverse("portal:apply_review", args=[draft]), {"delivery.way": "post"})
        words = page.content.decode()
        assert page.status_code == 422
        assert "/form/entity/#f-entity-name" in words
        assert "/materials/#m-" in words
        assert "#f-declaration" in words
        assert "请填写邮寄地址" in words

    def test_without_the_declaration_nothing_is_handed_in_and_the_address_stays(self, client, owner):
        draft = a_finished_draft(owner)
        sent = {"delivery.way": "post", "delivery.address": "博山区演示路1号"}
        page = client.post(reverse("portal:apply_review", args=[draft]), sent)
        assert page.status_code == 422
        assert 'value="博山区演示路1号"' in page.content.decode()

    def test_a_double_click_is_one_application_with_one_receipt(self, client, owner, citizen):
        draft = a_finished_draft(owner)
        sent = {"delivery.way": "pickup", "declaration": "yes", "key": uuid.uuid4().hex}
        address = reverse("portal:apply_review", args=[draft])
        first, second = client.post(address, sent), client.post(address, sent)
        assert first.url == second.url
        assert len(cases.my_cases(reader(citizen))) == 1
        receipt = client.get(first.url).content.decode()
        assert "申请已提交" in receipt
        assert "<svg" in receipt

    def test_the_draft_is_then_a_case(self, client, owner, citizen):
        draft = a_finished_draft(owner)
        client.post(reverse("portal:apply_review", args=[draft]), {"declaration": "yes"})
        (row,) = cases.my_cases(reader(citizen))
        assert client.get(reverse("portal:apply", args=[draft])).url == reverse("portal:case", args=[row.number])


class TestFollowing:
    def test_the_case_page_names_departments_and_what_is_next(self, client, owner, number):
        words = client.get(reverse("portal:case", args=[number])).content.decode()
        assert "公司设立登记" in words
        assert "综合窗口" in words
        assert "收件凭证" in words

    def test_a_closed_case_shows_licences_the_card_and_asks_how_it_was(self, client, owner, number):
        cases.accept(number, by(a_clerk()))
        grant_everything_open(number, timezone.now())
        words = client.get(reverse("portal:case", args=[number])).content.decode()
        assert "营业执照" in words
        assert reverse("portal:composite", args=[number]) in words
        assert reverse("portal:rate_case", args=[number]) in words
        assert "食品经营许可证" in client.get(reverse("portal:composite", args=[number])).content.decode()

    def test_my_cases_hold_drafts_and_applications(self, client, owner, draft, number):
        words = client.get(reverse("portal:my_cases")).content.decode()
        assert number in words
        assert "接着填" in words

    def test_an_application_is_taken_back_after_asking(self, client, owner, citizen, number):
        address = reverse("portal:withdraw", args=[number])
        assert "确认后会发生" in client.get(address).content.decode()
        client.post(address, {"reason": "不办了", "key": "k"})
        assert cases.case(number, reader(citizen)).stage == "withdrawn"

    def test_somebody_elses_case_and_papers_do_not_exist(self, client, citizen):
        number = cases.submit(a_submission(citizen), by(citizen)).number
        (paper,) = cases.case(number, reader(citizen)).documents
        other = a_citizen(OTHER_ID, "13800000002")
        come_in(client, citizen.model_copy(update={"person": str(other)}))
        names = ("case", "submitted", "withdraw", "supply", "rate_case", "composite")
        addresses = [reverse(f"portal:{name}", args=[number]) for name in names]
        addresses.append(reverse("portal:document", args=[number, paper.id]))
        assert [client.get(address).status_code for address in addresses] == [404] * len(addresses)

    def test_a_paper_of_another_case_is_not_opened_through_ones_own(self, client, owner, number):
        address = reverse("portal:document", args=[number, uuid.uuid4()])
        assert client.get(address).status_code == 404


class TestRating:
    def test_before_anything_was_done_there_is_nothing_to_rate(self, client, owner, number):
        assert client.get(reverse("portal:rate_case", args=[number])).status_code == 302

    def test_the_level_brings_its_own_indicators(self, client, owner, number):
        cases.accept(number, by(a_clerk()))
        address = reverse("portal:rate_case", args=[number])
        assert "一窗受理一次办结" in client.get(f"{address}?stars=5").content.decode()
        assert "服务态度生硬" in client.get(f"{address}?stars=2").content.decode()

    def test_a_bad_rating_needs_a_reason(self, client, owner, number):
        cases.accept(number, by(a_clerk()))
        page = client.post(reverse("portal:rate_case", args=[number]), {"stars": "1", "key": "a"})
        assert page.status_code == 422
        assert "原因" in page.content.decode()

    def test_a_good_one_is_kept_once(self, client, owner, citizen, number):
        cases.accept(number, by(a_clerk()))
        address = reverse("portal:rate_case", args=[number])
        client.post(address, {"stars": "5", "indicators": ["510"], "key": "b"})
        assert cases.case(number, reader(citizen)).rated
        assert client.get(address).status_code == 302


class TestSupplying:
    def test_what_was_asked_is_handed_in_on_one_page(self, client, owner, citizen, number):
        clerk = a_clerk()
        view = cases.case(number, reader(clerk))
        key = next(each.key for each in view.materials if each.mode == "counter")
        asked = [cases_correction(key, "章程"), cases_correction("contact.phone", "联系电话")]
        cases.notify_once(number, asked, view.submitted_at.date() + timedelta(days=7), by(clerk), complete=True)
        address = reverse("portal:supply", args=[number])
        assert "缺少签名" in client.get(address).content.decode()
        wrong = client.post(address, {"contact.phone": "12"})
        assert wrong.status_code == 422
        assert 'value="12"' in wrong.content.decode()
        sent = {"contact.phone": "13800000000", key: SimpleUploadedFile("新.pdf", PDF), "key": "c"}
        assert client.post(address, sent).status_code == 302
        assert cases.case(number, reader(citizen)).stage != "correcting"

    def test_what_was_asked_beyond_the_list_is_told_and_can_be_handed_in(self, client, owner, citizen, number):
        clerk = a_clerk()
        ground = Beyond(reason="场所与住宅相邻", basis=(LegalBasis(document="噪声污染防治法", article="第六十三条"),))
        more = cases_correction("beyond.1", "噪声检测报告").model_copy(update={"beyond": ground})
        until = cases.case(number, reader(clerk)).submitted_at.date() + timedelta(days=7)
        cases.notify_once(number, [more], until, by(clerk), complete=True)
        page = client.get(reverse("portal:case", args=[number])).content.decode()
        for words in ("一次性告知清单之外的要求：噪声检测报告", "场所与住宅相邻", "《噪声污染防治法》第六十三条"):
            assert words in page
        report = SimpleUploadedFile("噪声.pdf", PDF)
        assert client.post(reverse("portal:supply", args=[number]), {"beyond.1": report, "key": "d"}).status_code == 302
        view = cases.case(number, reader(citizen))
        assert view.stage != "correcting"
        assert next(each.mode for each in view.materials if each.key == "beyond.1") == "uploaded"
        assert "清单之外的材料" in client.get(reverse("portal:vault")).content.decode()


def cases_correction(subject, name):
    from lianban.core.proceedings.shared import Correction  # noqa: PLC0415

    return Correction(subject=subject, name=name, problem="缺少签名", remedy="请签名后重新上传。")


class TestLookup:
    def test_a_number_tells_the_state_and_no_person(self, client, citizen):
        number = cases.submit(a_submission(citizen), by(citizen)).number
        words = client.get(f"/track/?number={number.lower()}").content.decode()
        assert "已收件" in words
        assert "演示餐饮有限公司" not in words
        assert "13800000000" not in words

    def test_an_unknown_number_says_what_to_do(self, client):
        page = client.get("/track/?number=370304YJS0000000000000")
        assert page.status_code == 404
        assert "没有查到这个编号" in page.content.decode()

    def test_numbers_cannot_be_tried_without_end(self, client):
        codes = [client.get("/track/?number=1").status_code for _ in range(21)]
        assert codes[-1] == 429
