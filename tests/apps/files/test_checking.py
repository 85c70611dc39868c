"""What is taken and what is refused, judged by the bytes alone."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianban.apps.files.checking import check
from lianban.apps.files.errors import FileDamaged, FileEmpty, FileTypeRefused
from lianban.apps.files.media import Media, tidy_name
from lianban.core.kernel.errors import DomainError
from tests.apps.files.making import a_packed_pdf, a_pdf, a_picture, an_ofd


@pytest.mark.parametrize(
    ("content", "media"),
    [
        (a_picture("PNG"), Media.PNG),
        (a_picture("JPEG"), Media.JPEG),
        (a_pdf(), Media.PDF),
        (a_packed_pdf(b"1 0 << /Type /Page >>"), Media.PDF),
        (an_ofd(), Media.OFD),
    ],
)
def test_welcome_kinds_are_recognised(content, media):
    assert check(content) is media


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"MZ\x90\x00" + b"\0" * 100, "可执行程序"),
        (b"\x7fELF" + b"\0" * 100, "可执行程序"),
        (b"#!/bin/sh\nrm -rf /\n", "脚本"),
        (b"  <script>alert(1)</script>", "网页或脚本"),
        (b"<!DOCTYPE html><html></html>", "网页或脚本"),
        (b"<svg onload='x'/>", "网页或脚本"),
        (b"PK\x03\x04" + b"word/document.xml" + b"\0" * 90, "压缩包或办公文档"),
        (b"GIF89a" + b"\0" * 40, "动图"),
        (b"just some words", "这种类型的文件"),
    ],
)
def test_everything_else_is_refused_by_name(content, found):
    with pytest.raises(FileTypeRefused) as error:
        check(content)
    assert error.value.facts["found"] == found
    assert "PDF" in error.value.message


def test_an_office_file_is_told_the_way_out():
    with pytest.raises(FileTypeRefused) as error:
        check(b"PK\x03\x04" + b"\0" * 90)
    assert "另存为 PDF" in error.value.message


def test_an_empty_file_is_said_to_be_empty():
    with pytest.raises(FileEmpty):
        check(b"")


@pytest.mark.parametrize("share", [0.5, 0.9])
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_half_a_picture_is_damaged(kind, share):
    picture = a_picture(kind, (400, 300))
    with pytest.raises(FileDamaged):
        check(picture[: int(len(picture) * share)])


def test_a_picture_that_claims_to_be_enormous_is_not_opened():
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
    with pytest.raises(FileDamaged):
        check(bomb + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b""))


@pytest.mark.parametrize(
    "action",
    [
        b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>",
        b"/AA << /O << /S /Launch /F (cmd.exe) >> >>",
        b"/Names << /J#61vaScript 7 0 R >>",
        b"/AcroForm << /XFA 8 0 R >>",
    ],
)
def test_a_pdf_that_acts_by_itself_is_refused(action):
    with pytest.raises(FileTypeRefused) as error:
        check(a_pdf(extra=action))
    assert "脚本" in error.value.facts["found"]


def test_a_script_packed_into_an_object_stream_is_found():
    with pytest.raises(FileTypeRefused):
        check(a_packed_pdf(b"<< /S /JavaScript /JS (x) >>"))


def test_the_word_alone_inside_a_page_is_no_action():
    assert check(a_pdf(stream=b"BT (/JavaScript is a language) Tj ET")) is Media.PDF


def test_a_pdf_with_a_password_is_told_so():
    with pytest.raises(FileDamaged) as error:
        check(a_pdf(extra=b"/Encrypt 9 0 R"))
    assert "密码" in error.value.message


def test_a_pdf_without_its_end_is_damaged():
    with pytest.raises(FileDamaged):
        check(a_pdf()[:-60])


def test_an_object_stream_that_explodes_is_refused():
    with pytest.raises(FileDamaged) as error:
        check(a_packed_pdf(b"\0" * (201 * 2**20)))
    assert "膨胀" in error.value.message


def test_an_ofd_that_reaches_outside_is_refused():
    with pytest.raises(FileDamaged):
        check(an_ofd(**{"../evil.sh": "x"}))


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"PK\x03\x04OFD.xml"]),
)
def test_no_bytes_make_the_check_fall_over(content, head):
    """Whatever a stranger sends, the answer is a kind or an error with a way out."""
    try:
        answer = check(head + content)
    except DomainError as error:
        answer = error.code
    assert isinstance(answer, Media) or answer.startswith("FILE_")


@pytest.mark.parametrize(
    ("given_name", "tidy"),
    [
        ("身份证.PDF", "身份证.pdf"),
        ("..\\..\\windows\\a.exe", "a.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("\u202egpj.exe", "gpj.pdf"),
        ("", "文件.pdf"),
        ("a\x00b\nc.pdf", "abc.pdf"),
        ('x"; filename=y.html', "x; filename=y.pdf"),
        ("长" * 300 + ".pdf", "长" * 100 + ".pdf"),
    ],
)
def test_a_name_is_made_safe(given_name, tidy):
    assert tidy_name(given_name, Media.PDF) == tidy
