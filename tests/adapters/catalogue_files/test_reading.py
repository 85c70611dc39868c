"""A folder becomes a catalogue; what is wrong in it becomes findings with file and line."""

import pytest

from lianban.adapters.catalogue_files.checking import check, publishable
from lianban.adapters.catalogue_files.reading import read_catalogue

ITEM = """key: sign
name: 户外招牌设置
type: 公共服务
authority: urban
promised_limit: {length: 5, unit: working_day}
handling_type: 承诺件
results:
  - {name: 设置意见, kind: 批文}
form:
  title: 申请表
  fields:
    - {key: name, name: 店名, element: entity.name}
materials:
  - key: licence
    name: 营业执照
    kind: doc.biz_license
    when: sign.wanted = door
"""
CHAIN = """key: kaidian
code: '01'
name: 开店
lead_authority: urban
members:
  - item: sign
    when: sign.wanted 属于 [door, big]
questions:
  - key: q1
    fact: sign.wanted
    ask: 要招牌吗？
    answers:
      - {value: door, label: 门楣}
      - {value: big, label: 大型}
      - {value: none, label: 不要}
"""


@pytest.fixture
def folder(tmp_path):
    write(tmp_path, "items/urban/sign.yaml", ITEM)
    write(tmp_path, "chains/kaidian.yaml", CHAIN)
    write(tmp_path, "vocabulary/elements.yaml", "entity.name: {name: 名称}\n")
    write(tmp_path, "vocabulary/kinds.yaml", "doc.biz_license: {name: 营业执照}\n")
    write(tmp_path, "authorities.yaml", "urban: {name: 区综合行政执法局, short: 城管}\n")
    return tmp_path


def write(folder, file, text):
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def errors(catalogue):
    return [(str(catalogue.position(each.where)), each.rule) for each in check(catalogue) if each.level == "error"]


def test_a_sound_folder_is_read_whole(folder):
    catalogue = read_catalogue(folder)
    assert errors(catalogue) == []
    assert catalogue.items["sign"].form.fields[0].element == "entity.name"
    assert catalogue.chains["kaidian"].members[0].item == "sign"
    assert catalogue.vocabulary.authorities["urban"].short == "城管"
    assert publishable(catalogue, "sign")
    assert publishable(catalogue, "kaidian")


@pytest.mark.parametrize(
    ("old", "new", "place", "rule"),
    [
        ("handling_type: 承诺件", "handling_type: 慢慢办", "items/urban/sign.yaml:6", "unknown-value"),
        ("authority: urban", "authority: urban\nauthrity: urban", "items/urban/sign.yaml:5", "unknown-key"),
        ("type: 公共服务\n", "", "items/urban/sign.yaml:1", "missing"),
        ("name: 户外招牌设置", "name: 2024", "items/urban/sign.yaml:2", "bad-value"),
        ("    when: sign.wanted = door", "    when: sign.wanted = ", "items/urban/sign.yaml:17", "bad-value"),
        ("    kind: doc.biz_license", "    kind: doc.licence", "items/urban/sign.yaml:16", "UNKNOWN_KIND"),
        ("element: entity.name", "element: entity.nmae", "items/urban/sign.yaml:12", "UNKNOWN_ELEMENT"),
        ("authority: urban", "authority: urbn", "items/urban/sign.yaml:4", "UNKNOWN_AUTHORITY"),
        ("key: sign", "key: sing", "items/urban/sign.yaml:1", "key-and-file"),
        ("sign.wanted = door", "sign.wanted = roof", "items/urban/sign.yaml:17", "VALUE_OUTSIDE_OPTIONS"),
        ("sign.wanted = door", "roof.flat", "items/urban/sign.yaml:17", "UNKNOWN_FACT"),
        ("name: 户外招牌设置", "name: [", "items/urban/sign.yaml:4", "unreadable"),
    ],
)
def test_a_mistake_is_named_with_file_and_line_and_keeps_the_item_back(folder, old, new, place, rule):
    assert old in ITEM
    write(folder, "items/urban/sign.yaml", ITEM.replace(old, new))
    catalogue = read_catalogue(folder)
    assert (place, rule) in errors(catalogue)
    assert not publishable(catalogue, "kaidian")


def test_every_finding_of_reading_says_what_to_do(folder):
    write(folder, "items/urban/sign.yaml", ITEM.replace("承诺件", "慢慢办").replace("key: sign", "key: sign\nx: 1"))
    found = read_catalogue(folder).findings
    assert {each.rule for each in found} == {"unknown-key", "unknown-value"}
    assert all(each.message and each.remedy for each in found)
    assert any("即办件" in each.remedy for each in found)


def test_two_files_cannot_define_one_item(folder):
    write(folder, "items/market/sign.yaml", ITEM)
    catalogue = read_catalogue(folder)
    assert [rule for _, rule in errors(catalogue)] == ["duplicate-key"]


def test_a_bad_file_does_not_hide_the_others(folder):
    write(folder, "items/market/food.yaml", "key: [food\n")
    catalogue = read_catalogue(folder)
    assert set(catalogue.items) == {"sign"}
    assert errors(catalogue)[0][1] == "unreadable"


def test_a_file_in_another_encoding_is_named(folder):
    (folder / "items/urban/sign.yaml").write_bytes("name: 招牌".encode("gbk"))
    assert read_catalogue(folder).findings[0].message.startswith("文件不是 UTF-8")


def test_a_chain_whose_item_is_missing_cannot_be_published(folder):
    (folder / "items/urban/sign.yaml").unlink()
    catalogue = read_catalogue(folder)
    assert ("chains/kaidian.yaml:6", "UNKNOWN_ITEM") in errors(catalogue)
    assert not publishable(catalogue, "kaidian")


def test_an_empty_folder_is_an_empty_catalogue(tmp_path):
    catalogue = read_catalogue(tmp_path)
    assert (dict(catalogue.items), dict(catalogue.chains), catalogue.findings) == ({}, {}, ())


def test_the_nearest_value_that_holds_a_path_says_where_it_is(folder):
    catalogue = read_catalogue(folder)
    assert str(catalogue.position("items/sign/materials/0/acceptance_standard")) == "items/urban/sign.yaml:14"
    assert catalogue.position("items/nothing") is None


PICTURE = """    picture: {file: signs.svg, alt: 两种招牌, source: 本平台绘制, licence: Apache-2.0}
"""


def test_a_picture_that_a_question_names_must_be_in_the_folder(folder):
    write(folder, "chains/kaidian.yaml", CHAIN + PICTURE)
    (missing,) = [each for each in read_catalogue(folder).findings if each.rule == "picture-missing"]
    assert missing.where == "chains/kaidian/questions/0/picture/file"
    write(folder, "pictures/signs.svg", "<svg/>")
    catalogue = read_catalogue(folder)
    assert catalogue.findings == ()
    assert catalogue.chains["kaidian"].questions[0].picture.alt == "两种招牌"


@pytest.mark.parametrize("wrong", ["file: ../secret.svg", "file: signs.html", "alt: ''", "licence: ''"])
def test_a_picture_has_a_plain_name_words_for_the_blind_and_a_licence(folder, wrong):
    name = wrong.partition(":")[0]
    right = {"file": "file: signs.svg", "alt": "alt: 招牌", "source": "source: 自绘", "licence": "licence: CC0-1.0"}
    written = ", ".join({**right, name: wrong}.values())
    write(folder, "chains/kaidian.yaml", f"{CHAIN}    picture: {{{written}}}\n")
    found = [each.where for each in read_catalogue(folder).findings if each.level == "error"]
    assert found == [f"chains/kaidian/questions/0/picture/{name}"]
