"""Every string is found, and every string of the shared pages has its English."""

import pytest
from babel.messages.catalog import Catalog

from lianban.cli import translations
from lianban.cli.interface_strings import said

SHARED = ("web/templates/", "web/components/", "web/preferences/")

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


def catalogue(**strings: str) -> Catalog:
    made = Catalog(locale="en")
    for message, english in strings.items():
        made.add(message, english, locations=[("page.html", 1)])
    return made


@pytest.fixture
def source(tmp_path):
    (tmp_path / "page.html").write_text(
        "{% load i18n %}\n  {% translate '您好' %}\n    {% if x %}it's (\n"
        "{% blocktranslate count n=n trimmed %}\n  {{ n }} 件\n{% plural %}\n  {{ n }} 件\n"
        "{% endblocktranslate %}{% endif %}"
        '{% include "x" with text=_("提交") %}',
        "utf-8",
    )
    (tmp_path / "code.py").write_text('from x import gettext as _\n\n\ndef f():\n    return _("请稍候")\n', "utf-8")
    return tmp_path


def test_strings_are_found_in_templates_and_in_python(source):
    found = {message.id for message in said(source) if message.id}
    assert found == {"您好", ("%(n)s 件", "%(n)s 件"), "提交", "请稍候"}


def test_the_check_names_what_is_wrong():
    wanted = catalogue(甲="", 乙="", **{"%(n)s 丙": ""})
    given = catalogue(乙="", 丁="D", **{"%(n)s 丙": "C"})
    findings = list(translations.check(wanted, given))
    assert [finding.partition(":")[0] for finding in findings] == [
        "missing",
        "not translated",
        "placeholder lost or added",
        "no longer needed",
    ]


def test_the_files_of_the_folder_make_one_catalogue_and_the_shared_one_wins(tmp_path):
    (tmp_path / "django.po").write_text(HEADER + 'msgid "甲"\nmsgstr "A"\n', "utf-8")
    (tmp_path / "desk.po").write_text(HEADER + 'msgid "甲"\nmsgstr "Z"\n\nmsgid "乙"\nmsgstr "B"\n', "utf-8")
    whole = translations.translated(tmp_path)
    assert (whole["甲"].string, whole["乙"].string) == ("A", "B")
    assert translations.compile_all(tmp_path).read_bytes()[:4] == b"\xde\x12\x04\x95"


def test_every_string_of_the_shared_pages_has_its_english():
    findings = [one for one in translations.check(said(), translations.translated()) if "no longer" not in one]
    assert [one for one in findings if any(f"({place}" in one for place in SHARED)] == []
