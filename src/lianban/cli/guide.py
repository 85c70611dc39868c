"""Ask the questions of a chain, or prove that no guide asks fewer.

Examples: `lianban guide 开办餐饮店 --answers q1=yes`, `lianban guide 开办餐饮店 --proof`,
`lianban guide --report docs/reference/questions.md`.
"""

import argparse
import json
from pathlib import Path

from lianban.adapters.catalogue_files.catalogue import Catalogue
from lianban.cli.chosen import add_catalogue, answers_in, catalogue_in, chain_named
from lianban.cli.guidance_text import asked_lines, order_lines, proof_lines, table
from lianban.core.chains.plan import Need
from lianban.core.guidance import Guide, Kind, certainties, compile_guide, facts_after, next_question, prove, settled
from lianban.core.guidance.answers import Answers
from lianban.core.guidance.replay import replay

REPORT = Path("docs/reference/questions.md")
_NEEDS = {Need.CERTAIN: "必办", Need.POSSIBLE: "可能需要", Need.NOT_NEEDED: "不需要"}
_INTRODUCTION = """# 每条链要问几个问题

本表由 `lianban guide --report` 写出，数据为随附目录，答案按等概率计。各列的含义、结果的定义与证明方法见
[guidance.md](guidance.md)。

- **题目数**：链条作者写下的问题。**应问尽问**：凡条件成立、且未被其他回答说明的问题都问。
- **按原顺序跳问**：按作者的顺序，跳过已经不影响方案的问题。**平均问数、最多**：本导引。
- **下界**：方法为 `exact` 时，平均问数就是动态规划求得的最优值，任何结果相同的导引都不可能更少。
- **不可省**：单独一题的回答就能改变方案的题，任何导引都必须问；不依赖提问顺序，独立于上一列求得。
- **无影响的题**：任何回答都不改变方案，从不提问；其提示以“如果……”的形式照样显示。
- **计入提示时平均**：把答案上的提示也算作结果、因而专门提问时的平均问数。

"""
_CONCLUSION = """
各链平均少问的比例若低于 35%，原因可从“不可省”一列读出：在这些链条上，几乎每一题的回答都单独决定着某个事项、材料、
字段或环节，问得更少就会得出另一个方案。下界等于平均问数的各行，证明了不可能更少。
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name the chain, the answers given, and what is wanted."""
    parser.add_argument("chain", nargs="?", help="一件事的名称、别名或键")
    parser.add_argument("--answers", default="", help="已有的答案，例如 q1=yes,q2=ge300；不清楚写 ?")
    parser.add_argument("--pin", default="", help="先问这些问题，例如 q2,q1")
    parser.add_argument("--advice", action="store_true", help="把答案上的提示也算作结果")
    add_catalogue(parser)
    parser.add_argument("--weights", type=Path, metavar="FILE", help="已办结件的回答计数（JSON），并列出两种顺序")
    parser.add_argument("--proof", action="store_true", help="证明：结果不变，且不可能问得更少")
    parser.add_argument("--report", type=Path, nargs="?", const=REPORT, metavar="FILE", help="为所有链条写出对照表")


def run(args: argparse.Namespace) -> int:
    """Print the next question, the proof, or write the report."""
    catalogue = catalogue_in(args.catalogue)
    if args.report:
        args.report.write_text(report(catalogue), encoding="utf-8")
        return 0
    chain = chain_named(args.chain or "", catalogue.chains)
    pinned = [key.strip() for key in args.pin.split(",") if key.strip()]
    guide = compile_guide(chain, catalogue.items, pinned=pinned, advice=args.advice)
    if args.weights:
        counts = json.loads(args.weights.read_text(encoding="utf-8"))
        learned = compile_guide(chain, catalogue.items, pinned=pinned, advice=args.advice, learned=counts)
        print("\n".join(order_lines(guide, learned)))
        return 0
    lines = proof_lines(prove(guide), replay(guide)) if args.proof else _lines(guide, answers_in(chain, args.answers))
    print("\n".join(lines))
    return 0


def report(catalogue: Catalogue) -> str:
    """Return the table over all chains as Markdown."""
    chains = catalogue.chains.values()
    plain = [prove(compile_guide(chain, catalogue.items)) for chain in chains]
    advised = [prove(compile_guide(chain, catalogue.items, advice=True)) for chain in chains]
    return _INTRODUCTION + table(zip(plain, advised, strict=True)) + "\n" + _CONCLUSION


def _lines(guide: Guide, answers: Answers) -> list[str]:
    lines = [
        f"已知 {each.question.key}：{each.value}（由 {each.implied_by.key} 的回答可知）"
        for each in settled(guide, answers)
        if each.implied_by
    ]
    asked = next_question(guide, answers)
    lines += asked_lines(asked) if asked else ["没有需要再问的问题。"]
    found = certainties(guide, facts_after(guide.chain, answers))
    for need, label in _NEEDS.items():
        names = [e.consequence.name for e in found if e.need is need and e.consequence.kind is Kind.ITEM]
        lines += [f"{label}：{'、'.join(names)}"] if names else []
    return lines
