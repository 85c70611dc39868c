"""Propose which data element or material kind each name of survey files is. Example: `lianban match new.yaml --json`.

A person reads the proposals, corrects an `id` or removes a line, and confirms them in one step:
`lianban match --confirm proposals.json` writes the names as synonyms into the catalogue's vocabulary.
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from lianban.adapters.catalogue_files import read_catalogue, yaml_text
from lianban.adapters.catalogue_files.catalogue import Catalogue
from lianban.adapters.catalogue_files.writing import dump
from lianban.cli.chosen import add_catalogue
from lianban.core.chains.asked_names import asked_in_catalogue
from lianban.core.kernel.errors import DomainError
from lianban.core.vocabulary.matching import Asked, Kind, Proposal, asked_in_survey, propose
from lianban.core.vocabulary.matching.confirming import Confirmed, asked_in_vocabulary, synonyms

_FILES = {Kind.FIELD: "vocabulary/elements.yaml", Kind.MATERIAL: "vocabulary/kinds.yaml"}
_WORDS = {Kind.FIELD: "字段", Kind.MATERIAL: "材料"}


class NotASurvey(DomainError):
    """A file holds no chain with items."""

    code = "MATCH_NOT_A_SURVEY"

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path}”不是完整的调查文件（应有 chain 与 items）。请检查文件。", file=str(path))


class NotProposals(DomainError):
    """A file to confirm is not what this command prints with --json."""

    code = "MATCH_NOT_PROPOSALS"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path}”不是提议清单。请用 lianban match --json 的输出，每条有 kind、name、id。", file=str(path)
        )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name the files, and whether they are to be matched or confirmed."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="调查文件；用 --confirm 时为提议清单")
    parser.add_argument("--confirm", action="store_true", help="把清单中的说法写成词汇表的同义词")
    parser.add_argument("--ignore-concepts", action="store_true", help="不看文件中的 concept，所有说法都重新提议")
    parser.add_argument("--nothing-known", action="store_true", help="不用词汇表，只按说法和上下文归并")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    add_catalogue(parser)


def run(args: argparse.Namespace) -> int:
    """Print proposals, or write confirmed synonyms."""
    if args.confirm:
        return _confirm(args.files, args.catalogue)
    named = [each for path in args.files for each in _asked(path, keys=not args.ignore_concepts)]
    known = [each for each in named if each.key]
    if not args.nothing_known:
        known += _known(read_catalogue(args.catalogue), {each.chain for each in named})
    wanted = propose(named, known)
    _print([each for each in wanted if not each.asked.key], as_json=args.json)
    return 0


def _known(catalogue: Catalogue, tested: set[str]) -> Iterator[Asked]:
    """Yield what the catalogue knows, without the chains that are to be matched: they would answer for themselves."""
    others = [chain for chain in catalogue.chains.values() if chain.code not in tested]
    yield from asked_in_catalogue(others, catalogue.items)
    if len(others) == len(catalogue.chains):
        yield from asked_in_vocabulary(catalogue.vocabulary)


def _asked(path: Path, *, keys: bool) -> list[Asked]:
    survey = _survey(path)
    try:
        return [*asked_in_survey(survey, keys=keys)]
    except (KeyError, TypeError, AttributeError) as incomplete:
        raise NotASurvey(path) from incomplete


def _survey(path: Path) -> dict[str, Any]:
    survey = _read(path)
    if not isinstance(survey, dict) or not {"chain", "items"} <= survey.keys():
        raise NotASurvey(path)
    return survey


def _read(path: Path) -> object:
    if not path.is_file():
        raise NotASurvey(path)
    return yaml_text.load(path.read_text(encoding="utf-8"))[0]


def _print(proposals: Iterable[Proposal], *, as_json: bool) -> None:
    if as_json:
        print("[" + ",\n ".join(json.dumps(_entry(each), ensure_ascii=False) for each in proposals) + "]")
        return
    for each in proposals:
        near = f"　相近：{'、'.join(each.suggestions)}" if each.suggestions else ""
        asked = each.asked
        print(f"{each.score:.2f} {_WORDS[asked.kind]} {asked.item}“{asked.name}” → {each.id}　{each.why}{near}")


def _entry(proposal: Proposal) -> dict[str, object]:
    asked = proposal.asked
    return {
        "kind": asked.kind.value,
        "chain": asked.chain,
        "item": asked.item,
        "name": asked.name,
        "id": proposal.id,
        "score": proposal.score,
        "why": proposal.why,
        "suggestions": list(proposal.suggestions),
    }


def _confirm(files: Iterable[Path], folder: Path) -> int:
    confirmed = [each for path in files for each in _confirmed(path)]
    added = synonyms(confirmed, read_catalogue(folder).vocabulary)
    for kind, file in _FILES.items():
        _add({key: names for (of, key), names in added.items() if of is kind}, folder / file)
    print(f"写入 {sum(map(len, added.values()))} 个同义词。")
    return 0


def _confirmed(path: Path) -> list[Confirmed]:
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(entries, list):
            return [Confirmed(kind=each["kind"], name=each["name"], id=each["id"]) for each in entries]
    except (ValueError, KeyError, TypeError, ValidationError) as error:
        raise NotProposals(path) from error
    raise NotProposals(path)


def _add(names: dict[str, list[str]], path: Path) -> None:
    if not names:
        return
    entries = _read(path)
    assert isinstance(entries, dict)
    for key, added in names.items():
        entries[key]["synonyms"] = [*entries[key].get("synonyms", ()), *added]
    path.write_text(dump(entries), encoding="utf-8")
