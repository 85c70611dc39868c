"""Matching names to the vocabulary: precision and recall of "these two are the same", on the shipped surveys.

`unseen chain`: one chain is proposed with what the other fourteen teach, pairs within that chain, summed over chains.
`unseen items`: the same, and the other files' entries for items that also stand in the chain under test are left out.
`catalogue's keys`: like the first, but with the keys of the shipped catalogue, which tell more apart than the surveys.
`other forms`: forms that stand in no survey (`other_forms/`), matched with what all surveys teach.
`nothing given`: all fifteen files together, no vocabulary at all, pairs across all of them.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from lianban.adapters.catalogue_files import read_catalogue, yaml_text
from lianban.core.chains.asked_names import asked_in_catalogue
from lianban.core.vocabulary.matching import Asked, Kind, Proposal, asked_in_survey, propose
from lianban.core.vocabulary.matching.scoring import Pairs, missed_merges, pairs_of, wrong_merges

SURVEYS = Path(__file__).resolve().parents[1] / "data" / "surveys"
OTHER_FORMS = Path(__file__).resolve().parent / "other_forms"
WANTED_PRECISION, WANTED_RECALL = 0.98, 0.90

Runs = list[tuple[Proposal, ...]]


def main() -> int:
    """Print the figures and every wrong merge; fail when an unseen chain is matched worse than wanted."""
    started = time.monotonic()
    asked = _asked(SURVEYS)
    unseen = _chain_by_chain(asked, lambda _: frozenset())
    print("unseen chain (vocabulary from the other chains)")
    reports = [_report(unseen, kind) for kind in Kind]
    print("unseen chain, its items unseen too")
    strict = _chain_by_chain(asked, lambda tested: frozenset(each.item_name for each in tested))
    for kind in Kind:
        _report(strict, kind)
    print("unseen chain, the catalogue's own keys")
    catalogue = read_catalogue()
    curated = [each for each in asked_in_catalogue(catalogue.chains.values(), catalogue.items) if each.key]
    finer = _chain_by_chain(curated, lambda _: frozenset())
    for kind in Kind:
        _report(finer, kind)
    print("other forms (known when the rules were last changed; docs/reference/matching.md has the first-time figures)")
    other = _asked(OTHER_FORMS)
    chains = sorted({each.chain for each in other})
    others = [propose([each for each in other if each.chain == chain], asked) for chain in chains]
    for kind in Kind:
        _report(others, kind)
    print("nothing given, all files together")
    together = [propose(asked)]
    for kind in Kind:
        _report(together, kind, show=False)
    if "--missed" in sys.argv:
        _list("missed", (pair for run in unseen for kind in Kind for pair in missed_merges(_of(run, kind))))
    print(f"{len(asked)} names, {time.monotonic() - started:.1f} s")
    return 0 if all(reports) else 1


def _asked(folder: Path) -> list[Asked]:
    return [each for path in sorted(folder.glob("*.yaml")) for each in asked_in_survey(_read(path))]


def _read(path: Path) -> dict[str, object]:
    survey, _ = yaml_text.load(path.read_text(encoding="utf-8"))
    return survey if isinstance(survey, dict) else {}


def _chain_by_chain(asked: list[Asked], hidden: Callable[[list[Asked]], frozenset[str]]) -> Runs:
    runs: Runs = []
    for chain in sorted({each.chain for each in asked}):
        tested = [each for each in asked if each.chain == chain]
        items = hidden(tested)
        known = [each for each in asked if each.chain != chain and each.item_name not in items]
        runs.append(propose(tested, known))
    return runs


def _of(run: Iterable[Proposal], kind: Kind) -> list[Proposal]:
    return [each for each in run if each.asked.kind is kind]


def _report(runs: Runs, kind: Kind, *, show: bool = True) -> bool:
    total = sum((pairs_of(_of(run, kind)) for run in runs), start=Pairs())
    print(
        f"  {kind.value:9} precision {total.precision:.4f}  recall {total.recall:.4f}"
        f"  (right {total.right}, wrong {total.wrong}, missed {total.missed})"
    )
    pairs = (pair for run in runs for pair in wrong_merges(_of(run, kind)))
    _list("wrong", pairs) if show else _list_by_keys(pairs)
    return total.precision >= WANTED_PRECISION and total.recall >= WANTED_RECALL


def _list(word: str, pairs: Iterable[tuple[Proposal, Proposal]]) -> None:
    for one, other in pairs:
        print(f"    {word}: {one.asked.chain} {_named(one)}  |  {_named(other)}")


def _named(proposal: Proposal) -> str:
    asked = proposal.asked
    return f"{asked.item} “{asked.name}” → {proposal.id} (is {asked.key})"


def _list_by_keys(pairs: Iterable[tuple[Proposal, Proposal]]) -> None:
    keys = Counter(tuple(sorted((one.asked.key, other.asked.key))) for one, other in pairs)
    for (one, other), count in keys.most_common():
        print(f"    wrong: {count} pairs of {one} and {other}")


if __name__ == "__main__":
    sys.exit(main())
