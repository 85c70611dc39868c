"""Propose chains worth making from a catalogue's items alone, with their reasons and what they would save.

Examples: `lianban discover`, `lianban discover --catalogue DIR --top 30 --json`,
`lianban discover --report docs/reference/discovery.md` (beside the chains that the catalogue already has).
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from lianban.adapters.catalogue_files.catalogue import Catalogue
from lianban.cli.chosen import add_catalogue, catalogue_in
from lianban.cli.discovery_report import discovery_report
from lianban.core.chains.discovery import Proposal, Reason, propose
from lianban.core.chains.discovery_graph import Sort
from lianban.core.chains.plan import Figure

_FIGURES = {"环节": "steps", "材料": "materials", "时限": "days", "跑动": "visits", "填写": "fields"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name the catalogue, how many proposals, and in what form."""
    add_catalogue(parser)
    parser.add_argument("--top", type=int, default=15, metavar="N", help="列出前 N 条（默认 15，0 为全部）")
    shapes = parser.add_mutually_exclusive_group()
    shapes.add_argument("--json", action="store_true", help="输出 JSON")
    shapes.add_argument("--report", type=Path, metavar="FILE", help="与目录中已有的链条对照，写成报告")


def run(args: argparse.Namespace) -> int:
    """Print the proposals, or write the report."""
    catalogue = catalogue_in(args.catalogue)
    proposals = propose(catalogue.items, catalogue.vocabulary)
    if args.report:
        args.report.write_text(discovery_report(catalogue, proposals), encoding="utf-8")
        return 0
    shown = proposals[: args.top] if args.top > 0 else proposals
    if args.json:
        print(json.dumps([_entry(each) for each in shown], ensure_ascii=False, indent=1))
        return 0
    for rank, each in enumerate(shown, start=1):
        print("\n".join(_lines(rank, each, catalogue)))
    print(f"共 {len(proposals)} 条建议，列出 {len(shown)} 条。只看事项与词汇，没有看已有的链条。")
    return 0


def _lines(rank: int, proposal: Proposal, catalogue: Catalogue) -> Iterator[str]:
    items, plan = catalogue.items, proposal.plan
    authorities = {items[key].authority for key in proposal.members}
    yield (
        f"{rank}. 围绕“{items[proposal.seed].name}”：{len(proposal.members)} 个事项，{len(authorities)} 个部门　"
        f"得分 {proposal.score:.2f}（凝聚 {proposal.cohesion:.2f} × 四减 {proposal.saved:.2f}）"
    )
    yield f"   次序：{'、'.join(items[key].name for key in proposal.members)}"
    told = (f"{word} {_told(getattr(plan.reductions, name))}" for word, name in _FIGURES.items())
    yield f"   预计：{'，'.join(told)}"
    yield from (f"   · {_because(each, catalogue)}" for each in proposal.reasons)
    if proposal.added:
        yield f"   · 补入（产生其他事项要用的材料）：{'、'.join(items[key].name for key in proposal.added)}"
    yield ""


def _told(figure: Figure) -> str:
    return f"{figure.before.normalize():f}→{figure.after.normalize():f}"


def _because(reason: Reason, catalogue: Catalogue) -> str:
    words, names = catalogue.vocabulary, [catalogue.items[key].name for key in reason.items]
    match reason.sort:
        case Sort.RESULT:
            kind = words.kinds.get(reason.key)
            return f"“{names[0]}”产生“{kind.name if kind else reason.key}”，{'、'.join(names[1:])}要用"
        case Sort.DOCUMENT:
            kind = words.kinds.get(reason.key)
            return f"{len(names)} 项都要“{kind.name if kind else reason.key}”"
        case Sort.ELEMENT:
            element = words.elements.get(reason.key)
            return f"{len(names)} 项都填“{element.name if element else reason.key}”"
        case Sort.ROLE:
            return f"{len(names)} 项都问到同一主体“{_role(reason.key, catalogue)}”"
        case Sort.WORD:
            return f"{len(names)} 项的名称都有“{reason.key}”"


def _role(role: str, catalogue: Catalogue) -> str:
    """Name a role by the facts that are asked of it."""
    names = [each.name for each in catalogue.vocabulary.elements.values() if each.role == role]
    return f"{role}：{'、'.join(names[:3])}" if names else role


def _entry(proposal: Proposal) -> dict[str, object]:
    return {
        "seed": proposal.seed,
        "members": list(proposal.members),
        "added": list(proposal.added),
        "score": round(proposal.score, 4),
        "cohesion": round(proposal.cohesion, 4),
        "saved": round(proposal.saved, 4),
        "order": [
            {"before": each.before, "after": each.after, "via": each.via} for each in proposal.plan.process.edges
        ],
        "reductions": proposal.plan.reductions.model_dump(mode="json"),
        "reasons": list(_reasons(proposal.reasons)),
    }


def _reasons(reasons: Iterable[Reason]) -> Iterator[dict[str, object]]:
    for each in reasons:
        yield {"sort": each.sort.value, "key": each.key, "items": list(each.items), "weight": round(each.weight, 4)}
