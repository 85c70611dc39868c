"""Check plans against the definitions: one chain, every chain, or a plan file written by `lianban compose --json`."""

import argparse
from pathlib import Path

from pydantic import ValidationError

from lianban.adapters.catalogue_files.catalogue import Catalogue
from lianban.cli.chosen import add_catalogue, catalogue_in, chain_named
from lianban.core.chains.compose import compose
from lianban.core.chains.plan import Plan
from lianban.core.chains.verifier import Objection, verify
from lianban.core.kernel.errors import DomainError

HOLDS, OBJECTED = 0, 1


class UnreadablePlan(DomainError):
    """The file is not a plan."""

    code = "UNREADABLE_PLAN"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}不是方案文件。请用 lianban compose … --json 重新生成。", path=str(path))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what to check and where the definitions are."""
    parser.add_argument("what", nargs="?", default="", help="一件事的名称，或方案文件（.json）；不写则核验全部")
    add_catalogue(parser)


def run(args: argparse.Namespace) -> int:
    """Print every objection; return 0 when there is none, else 1."""
    catalogue = catalogue_in(args.catalogue)
    objected = False
    for plan in _plans(args.what, catalogue):
        chain = chain_named(plan.chain, catalogue.chains)
        objections = verify(plan, chain, catalogue.items, catalogue.vocabulary)
        objected = objected or bool(objections)
        _say(plan, objections)
    return OBJECTED if objected else HOLDS


def _plans(what: str, catalogue: Catalogue) -> list[Plan]:
    if what.endswith(".json"):
        return [_read(Path(what))]
    chains = [chain_named(what, catalogue.chains)] if what else list(catalogue.chains.values())
    return [compose(chain, catalogue.items, catalogue.vocabulary) for chain in chains]


def _read(path: Path) -> Plan:
    try:
        return Plan.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise UnreadablePlan(path) from error


def _say(plan: Plan, objections: tuple[Objection, ...]) -> None:
    fields = sum(len(section.fields) for section in plan.sections)
    print(f"{plan.name}：{len(plan.items)} 个事项，{fields} 个填写项，{len(plan.materials)} 种材料，", end="")
    print(f"{len(objections)} 处不符" if objections else "核验通过")
    for objection in objections:
        print(f"  {objection.rule} {objection.where}：{objection.message}")
