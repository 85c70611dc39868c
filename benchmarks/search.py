"""How fast and how well the search finds, over a province's catalogue and over the one that ships.

Run: python benchmarks/search.py [--divisions N]. Speed: the real item names of one district, once for each of 89 real
districts, more than 100,000 items, asked with the phrasings of tests/apps/catalogue/phrasings.yaml; printed are build
time, memory, p50, p95 and p99, and the ratio to a plain scan that counts common pairs of characters. Quality: the share
of phrasings whose meaning is found first or among the first three, for the half that rules were adjusted on and for
the half held out. The exit status is 1 when p95 is over the limit of 50 milliseconds.
"""

import argparse
import csv
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import quantiles

from lianban.adapters.catalogue_files import SHIPPED
from lianban.adapters.search_language import PinyinLanguage, read_phrasings
from lianban.cli.search import index_of
from lianban.core.search import Entry, Field, FieldKind, Index, Language
from lianban.core.search.measuring import rank, share

LIMIT_MS = 50.0
SCANNED = 12
ROOT = Path(__file__).resolve().parents[1]
NAMES = ROOT / "data" / "reference" / "guangan_district_items.csv"
PHRASINGS = ROOT / "tests" / "apps" / "catalogue" / "phrasings.yaml"
DIVISIONS = """
锦江区 青羊区 金牛区 武侯区 成华区 龙泉驿区 青白江区 新都区 温江区 双流区 郫都区 新津区 金堂县
大邑县 蒲江县 都江堰市 彭州市 邛崃市 崇州市 简阳市 自流井区 贡井区 大安区 沿滩区 荣县 富顺县
仁和区 米易县 盐边县 江阳区 纳溪区 龙马潭区 泸县 合江县 叙永县 古蔺县 旌阳区 罗江区 中江县
广汉市 什邡市 绵竹市 涪城区 游仙区 安州区 三台县 盐亭县 梓潼县 平武县 江油市 利州区 昭化区
朝天区 旺苍县 青川县 剑阁县 苍溪县 船山区 安居区 蓬溪县 大英县 射洪市 威远县 资中县 隆昌市
沙湾区 五通桥区 犍为县 井研县 夹江县 峨眉山市 顺庆区 高坪区 嘉陵区 南部县 营山县 蓬安县 仪陇县
西充县 阆中市 东坡区 彭山区 仁寿县 洪雅县 丹棱县 青神县 翠屏区 南溪区 叙州区
"""


def main() -> int:
    """Print the figures and return 1 when the limit is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--divisions", type=int, default=len(DIVISIONS.split()))
    chosen = DIVISIONS.split()[: parser.parse_args().divisions]
    quality()
    return 0 if speed(list(entries(chosen))) <= LIMIT_MS else 1


def quality() -> None:
    """Print hit@1 and hit@3 over the shipped catalogue."""
    index, asked = index_of(SHIPPED), read_phrasings(PHRASINGS)
    for name, held_out in (("adjusted on", False), ("held out", True)):
        ranks = [rank(index, each) for each in asked if each.held_out is held_out]
        print(f"{name:>12}: {len(ranks)} phrasings, hit@1 {share(ranks, 1):.3f}, hit@3 {share(ranks, 3):.3f}")


def speed(catalogue: list[Entry]) -> float:
    """Print how fast the index answers and return the 95th percentile in milliseconds."""
    words = PinyinLanguage()
    before, started = _memory(), time.perf_counter()
    index = Index(catalogue, Language(words.lexicon, words.syllables))
    built = time.perf_counter() - started
    print(f"{len(catalogue):,} items: built in {built:.1f} s, lists {index.size() / 2**20:.0f} MiB, ", end="")
    print(f"process grew by {(_memory() - before) / 2**20:.0f} MiB")
    asked = [each.ask for each in read_phrasings(PHRASINGS)]
    index.search(asked[0])
    times = [_milliseconds(lambda ask=ask: index.search(ask)) for ask in asked]
    cuts = quantiles(times, n=100)
    print(f"{len(times)} searches: p50 {cuts[49]:.1f} ms, p95 {cuts[94]:.1f} ms, p99 {cuts[98]:.1f} ms")
    some = asked[:: len(asked) // SCANNED]
    scan = sum(_milliseconds(lambda ask=ask: plain_scan(catalogue, ask)) for ask in some) / len(some)
    ours = sum(times) / len(times)
    print(f"plain scan {scan:.0f} ms, ours {ours:.1f} ms on average: {scan / ours:.0f} times as fast")
    return cuts[94]


def plain_scan(catalogue: list[Entry], ask: str) -> list[Entry]:
    """Return the ten entries whose names share most pairs of characters with the text."""
    pairs = [ask[start : start + 2] for start in range(len(ask) - 1)]
    return sorted(catalogue, key=lambda entry: -sum(pair in entry.name for pair in pairs))[:10]


def entries(divisions: list[str]) -> Iterator[Entry]:
    """Yield every item of the real list once per division, with that division's authority and code."""
    with NAMES.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for division in divisions:
        for number, row in enumerate(rows):
            fields = (
                Field(FieldKind.NAME, row["事项名称"]),
                Field(FieldKind.AUTHORITY, division + row["部门"].removeprefix("区")),
                Field(FieldKind.CODE, row["事项编码(itemCode)"]),
            )
            yield Entry("item", f"{division}-{number}", row["事项名称"], "", fields)


def _milliseconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1000


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    sys.exit(main())
