"""A catalogue checked item by item says what a catalogue checked as a whole says."""

from pathlib import Path
from shutil import copytree

import pytest

from lianban.adapters.catalogue_files import SHIPPED, read_catalogue
from lianban.adapters.catalogue_files.checking import check
from lianban.adapters.catalogue_files.streaming import CatalogueStream, Placed, item_files

ITEM = """key: {key}
name: {name}
type: 公共服务
authority: urban
promised_limit: {{length: 5, unit: working_day}}
handling_type: 承诺件
materials:
  - {{key: other, name: 其他材料}}
"""
CHAIN = """key: kaidian
code: '01'
name: 开店
lead_authority: urban
members:
  - item: sign
questions:
  - {key: q1, fact: sign.big, ask: 大吗？, kind: yes_no}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "authorities.yaml", "urban: {name: 区综合行政执法局}\n")
    write(tmp_path, "chains/kaidian.yaml", CHAIN)
    sign = ITEM.format(key="sign", name="招牌").replace("其他材料}", "其他材料, when: sign.huge}")
    write(tmp_path, "items/urban/sign.yaml", sign)
    return tmp_path


def write(folder: Path, file: str, text: str) -> None:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def streamed(folder: Path, workers: int = 1) -> list[Placed]:
    return [each._replace(gains=()) for found in CatalogueStream(folder).findings(workers) for each in found]


def as_a_whole(folder: Path) -> set[Placed]:
    catalogue = read_catalogue(folder)
    return {Placed(each, catalogue.position(each.where)) for each in check(catalogue)}


def assert_same(folder: Path) -> None:
    found = streamed(folder)
    assert set(found) == as_a_whole(folder)
    assert len(found) == len(set(found))


def test_what_a_remedy_changes_is_told_for_the_item_alone(folder: Path) -> None:
    found = [each for batch in CatalogueStream(folder).findings() for each in batch]
    told = {each.finding.rule: [gain.scope for gain in each.gains] for each in found}
    assert told["Q01_CATCH_ALL"] == ["items/sign"]
    assert told["Q09_PLACE"] == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("items/urban/twin.yaml", ITEM.format(key="twin", name="招牌")),
        ("items/market/sign.yaml", ITEM.format(key="sign", name="另一个招牌")),
        ("items/market/sign.yaml", "key: [sign\n"),
        ("items/urban/other.yaml", ITEM.format(key="another", name="键不同")),
        ("items/urban/broken.yaml", "- 1\n"),
        ("items/urban/unknown.yaml", ITEM.format(key="unknown", name="未知") + "colour: red\n"),
        ("items/urban/empty.yaml", ""),
        ("items/urban/notes.txt", "not a definition"),
        ("items/urban/sign.yaml", "key: sign\nname: 缺很多\n"),
        ("chains/broken.yaml", "key: broken\n"),
        ("vocabulary/kinds.yaml", "doc.a: {name: 甲, colour: red}\n"),
    ],
)
def test_every_mistake_is_found_at_the_same_place(folder: Path, file: str, text: str) -> None:
    write(folder, file, text)
    assert_same(folder)


def test_what_a_chain_says_of_an_item_has_its_line(folder: Path) -> None:
    (placed,) = [each for each in streamed(folder) if each.finding.rule == "UNKNOWN_FACT"]
    assert str(placed.position) == "items/urban/sign.yaml:8"


def test_the_shipped_catalogue_is_found_the_same() -> None:
    assert_same(SHIPPED)


def test_two_processes_find_the_same_in_the_same_order(tmp_path: Path) -> None:
    copytree(SHIPPED, tmp_path / "catalogue")
    for number in range(150):
        write(tmp_path, f"catalogue/items/urban/new_{number}.yaml", ITEM.format(key=f"new_{number}", name="同名"))
    assert streamed(tmp_path / "catalogue", workers=2) == streamed(tmp_path / "catalogue")


def test_it_says_how_far_it_is(folder: Path) -> None:
    for number in range(3):
        write(folder, f"items/urban/new_{number}.yaml", ITEM.format(key=f"new_{number}", name=f"新{number}"))
    write(folder, "items/urban/broken.yaml", "- 1\n")
    stream = CatalogueStream(folder)
    taken = [stream.taken for _ in stream.findings()]
    assert taken == [0, 1, 2, 3, 4, 5, 5]
    assert (stream.files, stream.items, item_files(folder)) == (5, 4, 5)


def test_an_item_that_no_chain_names_is_dropped(folder: Path) -> None:
    write(folder, "items/urban/new.yaml", ITEM.format(key="new", name="新"))
    stream = CatalogueStream(folder)
    list(stream.findings())
    assert stream.held == {"sign"}


def test_a_folder_without_items_has_none(tmp_path: Path) -> None:
    assert item_files(tmp_path) == 0
    assert streamed(tmp_path) == []
