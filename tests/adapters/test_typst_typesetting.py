"""Every kind of document can be typeset from its lawful content alone, and shows all of it."""

import subprocess
from datetime import UTC, datetime
from shutil import which

import pytest

from lianban.adapters.typst_typesetting import TypstTypesetter, qr_svg
from lianban.apps.documents.kinds import PaperKind, template_of
from lianban.core.items.papers import Choice, Line, Part, WrittenPaper
from lianban.core.proceedings.documents import CONTENTS, DocumentKind
from lianban.ports.typesetting import DocumentNotTypeset

TYPESETTER = TypstTypesetter()
AT = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
IN_THE_HEAD = {"seal", "dated_on"}


def a_document(kind, **content):
    return {
        "title": kind.value,
        "number": "博审服〔2026〕0001号",
        "authority": "演示审批服务局",
        "issued_on": "2026年11月21日",
        "verification_code": "7KQ2-MWX4-TBHJ-9D3E",
        "verification_url": "http://localhost/verify/7KQ2MWX4TBHJ9D3E/",
        "demo": True,
        "content": content,
    }


def words_of(pdf, tmp_path):
    if which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    (tmp_path / "a.pdf").write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-layout", tmp_path / "a.pdf", "-"], capture_output=True, check=True, text=True)
    return "".join(done.stdout.split())


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_every_lawful_content_stands_on_the_page(kind, tmp_path):
    content = {key: f"【{name}】" for key, name in CONTENTS[kind].items()}
    words = words_of(TYPESETTER.typeset(template_of(kind), a_document(kind, **content), AT).pdf, tmp_path)
    absent = [value for key, value in content.items() if key not in IN_THE_HEAD and value not in words]
    assert absent == []


def test_a_paper_of_a_deputy_names_both(tmp_path):
    own, deputy = ({}, {"acted": "审批人员乙（代审批人员甲）"})
    kind = DocumentKind.REFUSAL
    for content, named in ((own, False), (deputy, True)):
        words = words_of(TYPESETTER.typeset(template_of(kind), a_document(kind, **content), AT).pdf, tmp_path)
        assert ("经办：审批人员乙（代审批人员甲）" in words) is named


@pytest.mark.parametrize("kind", [*DocumentKind, *PaperKind])
def test_every_kind_says_what_it_is_and_where_its_seal_goes(kind, tmp_path):
    pages = TYPESETTER.typeset(template_of(kind), a_document(kind), AT)
    words = words_of(pages.pdf, tmp_path)
    assert kind.value in words
    assert "演示审批服务局" in words
    assert "7KQ2-MWX4-TBHJ-9D3E" in words
    assert "演示环境签发" in words
    assert pages.seal_place is not None


@pytest.mark.parametrize("sample", [False, True])
def test_a_form_shows_every_field_and_a_sample_says_that_it_is_one(sample, tmp_path):
    choice = Line(label="权属", choices=(Choice(label="自有", chosen=sample), Choice(label="租赁")))
    table = Line(label="员工", columns=("姓名", "工种"), rows=(("示例姓名" if sample else "", ""),))
    name = Line(label="名称", value="示例店" if sample else "", note="写全称")
    form = WrittenPaper(title="申请书", item="小餐饮登记", sample=sample, lines=(name, choice, table))
    words = words_of(a_form(form), tmp_path)
    assert all(each in words for each in ("申请书", "小餐饮登记", "名称", "写全称", "自有", "租赁", "员工", "工种"))
    assert [each in words for each in ("样表", "示例店", "示例姓名")] == [sample] * 3


def test_a_letter_keeps_its_words_around_the_gaps(tmp_path):
    parts = (Part(text="委托"), Part(text="样表代理人", gap=True), Part(text="办理"))
    letter = WrittenPaper(title="授权委托书", item="登记", sample=True, paragraphs=(parts,))
    assert "委托样表代理人办理" in words_of(a_form(letter), tmp_path)


def a_form(paper):
    document = {"title": paper.title, "authority": "演示局", "content": paper.model_dump(mode="json")}
    return TYPESETTER.typeset("form", document, AT).pdf


def test_the_same_content_gives_the_same_bytes():
    document = a_document(DocumentKind.ACCEPTANCE, applicant="演示申请人甲")
    first, second = (TYPESETTER.typeset("acceptance", document, AT).pdf for _ in range(2))
    assert first == second


def test_typst_code_in_a_content_stays_text(tmp_path):
    """A form value is never read as a command of the typesetter."""
    document = a_document(DocumentKind.RECEIPT, next_step='#read("/etc/passwd") *粗* $x$')
    words = words_of(TYPESETTER.typeset("receipt", document, AT).pdf, tmp_path)
    assert '#read("/etc/passwd")*粗*$x$' in words


def test_a_list_of_materials_becomes_rows(tmp_path):
    materials = [{"name": "布局图", "form": "原件", "copies": 2}, {"name": "健康证明", "form": "复印件", "copies": 1}]
    document = a_document(DocumentKind.RECEIPT, materials=materials)
    words = words_of(TYPESETTER.typeset("receipt", document, AT).pdf, tmp_path)
    assert "布局图" in words
    assert "健康证明" in words


def test_a_content_that_does_not_fit_names_the_template():
    with pytest.raises(DocumentNotTypeset) as error:
        TYPESETTER.typeset("licence", {**a_document(PaperKind.LICENCE), "content": {"fields": [{"label": 1}]}}, AT)
    assert error.value.facts["template"] == "licence"


def test_the_version_of_a_template_is_stable():
    assert TYPESETTER.version("grant") == TYPESETTER.version("grant")
    assert TYPESETTER.version("grant") != TYPESETTER.version("refusal")


def test_no_address_no_code():
    assert "<svg" in qr_svg("")
    assert len(qr_svg("http://localhost/verify/1/")) > 500
