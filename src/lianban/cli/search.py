"""Find chains and items by what a person types. Example: `lianban search "我想开个饭店" --json`.

With `--measure FILE` it says how often the meant answer came first, over phrasings somebody wrote down.
"""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from lianban.adapters.search_language import PinyinLanguage, read_phrasings
from lianban.cli.chosen import add_catalogue, catalogue_in
from lianban.core.search import Hit, Index, Language
from lianban.core.search.entries import entries_of
from lianban.core.search.measuring import rank, share

NOTHING_FOUND = 1
KINDS = {"chain": "一件事", "item": "事项"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name the text, and how many answers are wanted."""
    parser.add_argument("text", nargs="*", help="想办的事，例如“我想开个饭店”、kaifandian、办事编码")
    parser.add_argument("--limit", type=int, default=10, metavar="N", help="最多列出几条（默认 10）")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.add_argument("--measure", type=Path, metavar="FILE", help="用一批说法（YAML）衡量查找得准不准")
    add_catalogue(parser)


def run(args: argparse.Namespace) -> int:
    """Print what was found, best first; the exit status is 1 when nothing was."""
    index = index_of(args.catalogue)
    if args.measure:
        return _measure(index, args.measure)
    hits = index.search(" ".join(args.text), max(1, args.limit))
    if args.json:
        print(json.dumps([asdict(hit) for hit in hits], ensure_ascii=False, indent=1))
    else:
        print("\n".join(map(_line, hits)) or "没有找到。请换一种说法，或拨打 12345。")
    return 0 if hits else NOTHING_FOUND


def index_of(folder: Path) -> Index:
    """Return the index over a catalogue folder; the folder's own `search.yaml` holds where it has one."""
    catalogue = catalogue_in(folder)
    own = folder / "search.yaml"
    words = PinyinLanguage(own) if own.exists() else PinyinLanguage()
    language = Language(words.lexicon, words.syllables)
    return Index(entries_of(catalogue.chains, catalogue.items, catalogue.vocabulary), language)


def _measure(index: Index, file: Path) -> int:
    ranks = {phrasing: rank(index, phrasing) for phrasing in read_phrasings(file)}
    for phrasing in (each for each, place in ranks.items() if place != 1):
        print(f"{ranks[phrasing] or '-':>4}  {phrasing.ask}")
    print(f"{len(ranks)} 种说法：排第一 {share(ranks.values(), 1):.1%}，前三 {share(ranks.values(), 3):.1%}。")
    return 0


def _line(hit: Hit) -> str:
    marked = hit.name
    for start, stop in reversed(hit.spans):
        marked = f"{marked[:start]}[{marked[start:stop]}]{marked[stop:]}"
    return f"{hit.score:8.2f}  {KINDS[hit.kind]}  {marked}（{hit.key}）  {hit.why}"
