"""`lianban check`: every quality rule over a catalogue folder, whatever its size.

A folder of more than 2,000 item files is checked file by file in bounded memory (`--stream` asks for it, too):
findings then come in the order of the files, not errors first. `--summary` counts them by rule instead.
Where a remedy can be carried out without asking anybody, its line ends with what that would change.
Example: `lianban check DIR --summary --progress`.
"""

import argparse
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from lianban.adapters.catalogue_files.checking import check
from lianban.adapters.catalogue_files.reading import SHIPPED, read_catalogue
from lianban.adapters.catalogue_files.schema import schema_text
from lianban.adapters.catalogue_files.streaming import CatalogueStream, Placed, item_files
from lianban.cli.gains_text import gains_line
from lianban.cli.progress import Progress
from lianban.core.guidance.gains import Gains

MANY = 2_000
"""From how many item files on a catalogue is not held in memory."""

_LEVELS = {"error": "错误", "warning": "警告", "hint": "提示"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("folder", nargs="?", type=Path, default=SHIPPED, metavar="PATH", help="目录（默认为随附目录）")
    parser.add_argument("--json", action="store_true", help="逐条输出 JSON")
    parser.add_argument("--errors", action="store_true", help="只列错误")
    parser.add_argument("--summary", action="store_true", help="不逐条列出，按规则汇总")
    parser.add_argument(
        "--stream", action="store_true", help=f"逐个文件检查，不整体读入（超过 {MANY} 个事项时自动如此）"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="逐个文件检查时的进程数")
    parser.add_argument("--progress", action="store_true", help="在标准错误输出进度（终端上自动如此）")
    parser.add_argument("--write-schema", type=Path, metavar="FILE", help="把定义的 JSON Schema 写到文件")


def run(args: argparse.Namespace) -> int:
    """List the findings; 1 when one of them is an error, otherwise 0."""
    if args.write_schema:
        args.write_schema.write_text(schema_text(), encoding="utf-8")
        return 0
    if not args.folder.is_dir():
        print(f"没有目录 {args.folder}。")
        return 2
    report = _Report(args)
    if args.stream or item_files(args.folder) > MANY:
        items, chains = _streamed(args, report)
    else:
        items, chains = _whole(args.folder, report)
    report.end(items, chains)
    return 1 if report.levels["error"] else 0


def _whole(folder: Path, report: "_Report") -> tuple[int, int]:
    catalogue = read_catalogue(folder)
    gains = Gains(catalogue.items, catalogue.chains, catalogue.vocabulary)
    report.tell(Placed(each, catalogue.position(each.where), gains.of(each)) for each in check(catalogue))
    return len(catalogue.items), len(catalogue.chains)


def _streamed(args: argparse.Namespace, report: "_Report") -> tuple[int, int]:
    stream = CatalogueStream(args.folder)
    shown = args.progress or sys.stderr.isatty()
    progress = Progress(stream.files, sys.stderr, time.monotonic, "已检查事项") if shown else None
    for found in stream.findings(args.jobs):
        if progress and found and not args.summary:
            progress.clear()
        report.tell(found)
        if progress:
            progress.at(stream.taken)
    if progress:
        progress.clear()
    return stream.items, len(stream.chains)


@dataclass
class _Report:
    """Prints findings as they come and counts them."""

    args: argparse.Namespace
    levels: Counter[str] = field(default_factory=Counter)
    rules: Counter[tuple[str, str]] = field(default_factory=Counter)

    def tell(self, found: Iterable[Placed]) -> None:
        for each in found:
            level = each.finding.level
            self.levels[level] += 1
            self.rules[level, each.finding.rule] += 1
            if not self.args.summary and (level == "error" or not self.args.errors):
                print(_as_json(each) if self.args.json else _as_line(each, self.args.folder))

    def end(self, items: int, chains: int) -> None:
        if self.args.summary:
            self._summary()
        if not self.args.json:
            told = "，".join(f"{word} {self.levels[level]}" for level, word in _LEVELS.items())
            print(f"事项 {items} 个，链条 {chains} 条：{told}。")

    def _summary(self) -> None:
        order = list(_LEVELS)
        for (level, rule), count in sorted(self.rules.items(), key=lambda each: (order.index(each[0][0]), -each[1])):
            if level == "error" or not self.args.errors:
                told = {"level": level, "rule": rule, "count": count}
                print(json.dumps(told) if self.args.json else f"{count:>8} {level} {rule}")


def _as_line(placed: Placed, folder: Path) -> str:
    found, position, gains = placed
    place = f"{folder / position.file}:{position.line}" if position else found.where
    told = (place, found.level, found.rule, found.message, found.remedy, gains_line(gains))
    return " ".join(each for each in told if each)


def _as_json(placed: Placed) -> str:
    found, position, gains = placed
    place = {"file": position.file, "line": position.line} if position else {}
    told = {"gains": [each.model_dump(mode="json") for each in gains]} if gains else {}
    return json.dumps(found.model_dump() | place | told, ensure_ascii=False)
