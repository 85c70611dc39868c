"""What discovery finds in a catalogue, beside the chains the catalogue already has (docs/reference/discovery.md)."""

import csv
import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from lianban.adapters.catalogue_files import SHIPPED
from lianban.adapters.catalogue_files.catalogue import Catalogue
from lianban.core.chains.discovery import Proposal, Shape, propose
from lianban.core.chains.rediscovery import Match, best_matches
from lianban.core.clocks.limits import TimeLimit
from lianban.core.items.model import HandlingType, ServiceItem

FOUND = 0.5
"""From which F1 on a known chain counts as rediscovered."""

_SIZES = (8, 9, 10, 11, 12)
_DISTRICT = SHIPPED.parent / "reference" / "guangan_district_items.csv"

_HEAD = """# Discovery: chains found in the items alone

Written by `lianban discover --report docs/reference/discovery.md`; do not edit.

`lianban discover` reads a catalogue's items and vocabulary, never its chains. Items are related by what they have in
common (data elements, whose facts they are, documents, words of the name, whom they serve), each weighed by its
rarity, and by results that are other items' materials. Around every item interest spreads over the ten nearest
neighbours of each (personalised PageRank), and the group of 4 to 10 items that leaks least is cut out (sweep cut by
conductance). Items that yield what a member asks for are added. Groups that share half of their items are one: the
one that holds together best stays. Each is composed as a chain that asks nothing, every member certain, and ranked by
cohesion (1 − the share of ties that lead outside) × the mean of its five reduction rates (nothing to save is 0).

## Measure

A known chain is rediscovered when some proposal has an F1 of {found} or more with it: F1 is the harmonic mean of the
share of the chain that was found and the share of the proposal that belongs to it. Jaccard (common ÷ all) is printed
beside it; it is stricter. For comparison, groups of the same number and sizes drawn from the items by a hash.

What this does not show: the items of this catalogue were written down because they stand in these chains, so there
is little else to find; the paragraph below the sizes puts a real district's list beside them. Every proposal needs a
person's judgement. A chain's alternatives (公司 or 个体工商户) look like one another, so they tend to be found together
or one for the other; steps that only ride along (就业登记 with 企业开办) share nothing with the rest and are missed.
"""


def discovery_report(catalogue: Catalogue, proposals: Sequence[Proposal]) -> str:
    """Return the report as Markdown."""
    known = {key: [member.item for member in chain.members] for key, chain in catalogue.chains.items()}
    members = [proposal.members for proposal in proposals]
    matches = best_matches(known, members)
    drawn = best_matches(known, _drawn(sorted(catalogue.items), members))
    parts = [
        _HEAD.format(found=FOUND),
        *_summary(matches, drawn, proposals),
        *_sensitivity(catalogue, known),
        *_in_a_crowd(catalogue, known),
        *_table(matches, catalogue, proposals),
        *_beyond(proposals, catalogue, known),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _drawn(keys: Sequence[str], like: Sequence[Sequence[str]]) -> list[list[str]]:
    def place(number: int, key: str) -> str:
        return hashlib.sha256(f"{number} {key}".encode()).hexdigest()

    return [
        sorted(keys, key=lambda key, at=number: place(at, key))[: len(group)]  # type: ignore[misc]
        for number, group in enumerate(like)
    ]


def _summary(matches: Sequence[Match], drawn: Sequence[Match], proposals: Sequence[Proposal]) -> Iterator[str]:
    every = len(matches)
    found = [each for each in matches if each.f1 >= FOUND]
    half = sum(each.jaccard >= 0.5 for each in matches)
    mean = sum(each.f1 for each in matches) / every if every else 0.0
    chance = sum(each.f1 for each in drawn) / every if every else 0.0
    yield "## Result"
    yield ""
    yield f"- Proposals: {len(proposals)}."
    yield f"- Rediscovered: **{len(found)} of {every}** (F1 ≥ {FOUND}); {half} with Jaccard ≥ 0.5."
    yield f"- By {len({each.rank for each in found})} different proposals: one may be the nearest of two chains."
    yield f"- Mean best F1 {mean:.2f}; {sum(each.f1 >= 0.75 for each in matches)} chains with 0.75 or more."
    for top in (10, 15, 20):
        yield f"- Among the first {top} proposals: {sum(each.rank <= top for each in found)} of {every}."
    yield f"- Drawn by a hash: {sum(each.f1 >= FOUND for each in drawn)} of {every}, mean best F1 {chance:.2f}."
    yield ""


def _sensitivity(catalogue: Catalogue, known: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Say what other sizes than the default would have found: the result must not hang on one number."""
    yield "| Most items found by relation | Proposals | Rediscovered | Mean best F1 |"
    yield "|---|---|---|---|"
    for most in _SIZES:
        proposals = propose(catalogue.items, catalogue.vocabulary, Shape(most=most))
        matches = best_matches(known, [proposal.members for proposal in proposals])
        mean = sum(each.f1 for each in matches) / len(matches) if matches else 0.0
        yield f"| {most} | {len(proposals)} | {sum(each.f1 >= FOUND for each in matches)} | {mean:.2f} |"
    yield ""


def _in_a_crowd(catalogue: Catalogue, known: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Say what is still found among the items of a whole district, of which only the names are known."""
    crowd = _district_items({item.name for item in catalogue.items.values()})
    proposals = propose({**crowd, **catalogue.items}, catalogue.vocabulary)
    matches = best_matches(known, [proposal.members for proposal in proposals])
    found = [each for each in matches if each.f1 >= FOUND]
    mean = sum(each.f1 for each in matches) / len(matches) if matches else 0.0
    yield (
        f"Among {len(crowd):,} more items, a district's whole published list (data/reference; names only, so nothing "
        f"but words relates them): {len(proposals)} proposals, **{len(found)} of {len(matches)}** rediscovered, mean "
        f"best F1 {mean:.2f}; the last of them is proposal {max((each.rank for each in found), default=0)}."
    )
    yield ""


def _district_items(known: Collection[str]) -> dict[str, ServiceItem]:
    with _DISTRICT.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["事项名称"]: row for row in csv.DictReader(file)}
    return {
        f"~{number}": ServiceItem(
            key=f"~{number}",
            name=name,
            type=row["事项类型"],
            authority=row["部门"],
            promised_limit=TimeLimit(length=Decimal(1)),
            handling_type=HandlingType.PROMISED,
        )
        for number, (name, row) in enumerate(rows.items())
        if name and name not in known
    }


def _table(matches: Sequence[Match], catalogue: Catalogue, proposals: Sequence[Proposal]) -> Iterator[str]:
    yield "| Chain | Items | F1 | Jaccard | Rank | Found around | Missed | Beside it |"
    yield "|---|---|---|---|---|---|---|---|"
    for each in sorted(matches, key=lambda match: (-match.f1, match.chain)):
        chain = catalogue.chains[each.chain]
        around = catalogue.items[proposals[each.rank - 1].seed].name if each.rank else "—"
        yield (
            f"| {chain.name} | {len(chain.members)} | {each.f1:.2f} | {each.jaccard:.2f} | {each.rank} | {around} "
            f"| {_names(each.missed, catalogue)} | {_names(each.extra, catalogue)} |"
        )
    yield ""


def _names(keys: Sequence[str], catalogue: Catalogue) -> str:
    return "、".join(catalogue.items[key].name if key in catalogue.items else key for key in keys) or "—"


def _beyond(proposals: Sequence[Proposal], catalogue: Catalogue, known: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield "## Beyond the known chains"
    yield ""
    yield f"Proposals whose F1 with every known chain is below {FOUND}, best first."
    yield ""
    for rank, proposal in enumerate(proposals, start=1):
        nearest = max((_f1(proposal.members, items) for items in known.values()), default=0.0)
        if nearest < FOUND:
            yield (
                f"- {rank}. Around {catalogue.items[proposal.seed].name} (score {proposal.score:.2f}, cohesion "
                f"{proposal.cohesion:.2f}, nearest F1 {nearest:.2f}): {_names(proposal.members, catalogue)}"
            )


def _f1(one: Sequence[str], other: Sequence[str]) -> float:
    return 2 * len({*one} & {*other}) / (len({*one}) + len({*other}))
