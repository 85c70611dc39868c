"""Compile a chain for some answers and print the plan as a person wants to read it.

Examples: `lianban compose 开办餐饮店 --answers q1=company,q2=320`, `lianban compose 开饭店 --json`,
`lianban compose 新生儿出生 --guide`, `lianban compose --report docs/reference/reductions.md`.
"""

import argparse
from pathlib import Path

from lianban.adapters.catalogue_files.catalogue import Catalogue
from lianban.adapters.flow_picture import GraphlayPainter
from lianban.cli.chosen import add_catalogue, answers_in, catalogue_in, chain_named
from lianban.cli.plan_text import plan_text
from lianban.cli.reductions_report import reductions_report
from lianban.cli.service_guide_text import service_guide_text
from lianban.core.chains.bpmn import bpmn
from lianban.core.chains.compose import compose
from lianban.core.chains.flow import flow_of
from lianban.core.chains.guide import guide_of
from lianban.core.chains.model import Chain
from lianban.core.chains.naming import names_of
from lianban.core.chains.plan import Plan
from lianban.core.guidance.answers import facts_after


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name the chain, the answers, and what is wanted."""
    parser.add_argument("chain", nargs="?", help="一件事的名称、别名或键")
    parser.add_argument("--answers", default="", help="已有的答案，例如 q1=company,q2=320")
    add_catalogue(parser)
    shapes = parser.add_mutually_exclusive_group()
    shapes.add_argument("--json", action="store_true", help="输出方案文件，可用 lianban verify 核验")
    shapes.add_argument("--guide", action="store_true", help="输出一份完整的服务指南")
    shapes.add_argument("--svg", action="store_true", help="输出流程图")
    shapes.add_argument("--bpmn", action="store_true", help="输出 BPMN 2.0")
    shapes.add_argument("--report", type=Path, metavar="FILE", help="为所有链条写出四减对照表")


def run(args: argparse.Namespace) -> int:
    """Print or write what was asked for."""
    catalogue = catalogue_in(args.catalogue)
    if args.report:
        args.report.write_text(reductions_report(catalogue), encoding="utf-8")
        return 0
    chain = chain_named(args.chain or "", catalogue.chains)
    facts = facts_after(chain, answers_in(chain, args.answers))
    plan = compose(chain, catalogue.items, catalogue.vocabulary, facts)
    print(_shown(args, plan, chain, catalogue))
    return 0


def _shown(args: argparse.Namespace, plan: Plan, chain: Chain, catalogue: Catalogue) -> str:
    if args.json:
        return plan.model_dump_json(indent=1)
    if args.guide:
        return service_guide_text(guide_of(plan, chain, catalogue.items, catalogue.vocabulary))
    if args.svg:
        return GraphlayPainter().wide(flow_of(plan))
    if args.bpmn:
        return bpmn(flow_of(plan))
    return plan_text(plan, names_of(chain, catalogue.vocabulary))
