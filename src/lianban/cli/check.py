"""`lianban check`: every quality rule over a catalogue folder."""

import argparse
import json
from collections import Counter
from pathlib import Path

from lianban.adapters.catalogue_files.catalogue import Catalogue
from lianban.adapters.catalogue_files.checking import check
from lianban.adapters.catalogue_files.reading import SHIPPED, read_catalogue
from lianban.adapters.catalogue_files.schema import schema_text
from lianban.core.kernel.finding import Finding


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("folder", nargs="?", type=Path, default=SHIPPED, metavar="PATH", help="目录（默认为随附目录）")
    parser.add_argument("--json", action="store_true", help="逐条输出 JSON")
    parser.add_argument("--errors", action="store_true", help="只列错误")
    parser.add_argument("--write-schema", type=Path, metavar="FILE", help="把定义的 JSON Schema 写到文件")


def run(args: argparse.Namespace) -> int:
    """List the findings; 1 when one of them is an error, otherwise 0."""
    if args.write_schema:
        args.write_schema.write_text(schema_text(), encoding="utf-8")
        return 0
    if not args.folder.is_dir():
        print(f"没有目录 {args.folder}。")
        return 2
    catalogue = read_catalogue(args.folder)
    found = check(catalogue)
    shown = [each for each in found if each.level == "error" or not args.errors]
    for each in shown:
        print(_as_json(each, catalogue) if args.json else _as_line(each, catalogue, args.folder))
    counts = Counter(each.level for each in found)
    if not args.json:
        print(
            f"事项 {len(catalogue.items)} 个，链条 {len(catalogue.chains)} 条："
            f"错误 {counts['error']}，警告 {counts['warning']}，提示 {counts['hint']}。"
        )
    return 1 if counts["error"] else 0


def _as_line(found: Finding, catalogue: Catalogue, folder: Path) -> str:
    position = catalogue.position(found.where)
    place = f"{folder / position.file}:{position.line}" if position else found.where
    return f"{place} {found.level} {found.rule} {found.message} {found.remedy}".rstrip()


def _as_json(found: Finding, catalogue: Catalogue) -> str:
    position = catalogue.position(found.where)
    place = {"file": position.file, "line": position.line} if position else {}
    return json.dumps(found.model_dump() | place, ensure_ascii=False)
