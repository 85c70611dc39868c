"""Chains worth making, found in a catalogue's items alone: which belong together, in what order, what it would save.

Around each item the group that leaks least is cut out of the graph of relations; what its members ask for and another
item brings into being is added; the group is composed as if it were a chain. Of groups that are nearly the same, the
one that holds together best is kept. Nothing is known beforehand about any chain, and nothing is random.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lianban.core.chains.compose import compose
from lianban.core.chains.discovery_graph import Relations, Sort
from lianban.core.chains.discovery_spread import Group, Surroundings
from lianban.core.chains.errors import ChainCycle
from lianban.core.chains.model import Chain, Member
from lianban.core.chains.plan import Plan
from lianban.core.items.model import ServiceItem
from lianban.core.vocabulary.model import Vocabulary

Items = Mapping[str, ServiceItem]

_MOST_OF_A_SORT = {Sort.RESULT: 2, Sort.DOCUMENT: 2, Sort.ELEMENT: 1, Sort.ROLE: 1, Sort.WORD: 1}
_FEWEST_SHARING = 0.3


@dataclass(frozen=True, slots=True)
class Shape:
    """What a proposal may look like.

    fewest, most: items found by their relations; those that bring in what they ask for come on top.
    alike: of two proposals that share this part of their items (Jaccard) or more, the looser is dropped.
    """

    fewest: int = 4
    most: int = 10
    alike: float = 0.5


@dataclass(frozen=True, slots=True)
class Reason:
    """Why items belong together.

    sort: how. key: the data element, material kind, role or word; empty for none. items: those it holds for; of a
    result, first the one that yields it. weight: how much it says, in the units of rarity times items.
    """

    sort: Sort
    key: str
    items: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """A chain worth making.

    seed: the item it was found from. members: in the order of the composed process. added: those members that were
    added because others ask for what they yield. cohesion: 1 − the share of ties that lead outside. saved: the mean
    of the five reduction rates of the plan, 0 where there is nothing to save. score: cohesion × saved; proposals are
    ranked by it.
    plan: composed without any question, every member certain.
    """

    seed: str
    members: tuple[str, ...]
    added: tuple[str, ...]
    cohesion: float
    saved: float
    reasons: tuple[Reason, ...]
    plan: Plan

    @property
    def score(self) -> float:
        """What the proposals are ranked by, 0 to 1."""
        return self.cohesion * self.saved


def propose(items: Items, vocabulary: Vocabulary, shape: Shape = Shape()) -> tuple[Proposal, ...]:
    """Return the chains worth making, best first. items: the catalogue's items by key, in any order."""
    relations = Relations(items, vocabulary)
    around = Surroundings(relations.near)
    found = [each for key in relations.keys if (each := _candidate(key, relations, around, shape))]
    kept: list[Proposal] = []
    for each in sorted(found, key=lambda candidate: (candidate.group.leak, candidate.seed)):
        if any(_alike(each.members, other.members) >= shape.alike for other in kept):
            continue
        if proposal := _composed(each, items, vocabulary, relations):
            kept.append(proposal)
    return tuple(sorted(kept, key=lambda proposal: (-proposal.score, proposal.seed)))


@dataclass(frozen=True, slots=True)
class _Candidate:
    seed: str
    group: Group
    added: tuple[str, ...]

    @property
    def members(self) -> tuple[str, ...]:
        return (*self.group.members, *self.added)


def _candidate(seed: str, relations: Relations, around: Surroundings, shape: Shape) -> _Candidate | None:
    interest = around.spread(seed)
    group = around.group(interest, shape.fewest, shape.most)
    return _Candidate(seed, group, _bringing_in(group.members, relations, interest)) if group else None


def _bringing_in(members: Sequence[str], relations: Relations, interest: Mapping[str, float]) -> tuple[str, ...]:
    """Return the items that yield what the members ask for and none of them yields; of several, the nearest."""
    whole = list(members)
    for key in members:
        for kind in relations.asks[key]:
            makers = [each for each in relations.makers.get(kind, ()) if each != key]
            if makers and not set(makers) & set(whole):
                nearest = min(makers, key=lambda maker: (-interest.get(maker, 0.0), maker))
                whole += [nearest] if nearest in interest else []
    return tuple(whole[len(members) :])


def _alike(one: Iterable[str], other: Iterable[str]) -> float:
    return len({*one} & {*other}) / len({*one} | {*other})


def _composed(found: _Candidate, items: Items, vocabulary: Vocabulary, relations: Relations) -> Proposal | None:
    """Compose a candidate; None when its items wait for one another in a ring, so that it could never be handled."""
    try:
        plan = compose(_chain_of(found, items), items, vocabulary)
    except ChainCycle:
        return None
    return Proposal(
        seed=found.seed,
        members=tuple(item.key for item in plan.items),
        added=found.added,
        cohesion=1 - found.group.leak,
        saved=_saved(plan),
        reasons=_reasons(found.members, relations),
        plan=plan,
    )


def _chain_of(found: _Candidate, items: Items) -> Chain:
    """Return the proposal as a chain that asks nothing: every member is needed, its seed's authority leads."""
    seed = items[found.seed]
    return Chain(
        key=f"proposal_{found.seed}",
        code="",
        name=seed.name,
        name_en=seed.name_en,
        service_object=seed.service_object,
        lead_authority=seed.authority,
        members=tuple(Member(item=key) for key in found.members),
    )


def _saved(plan: Plan) -> float:
    figures = plan.reductions
    every = (figures.steps, figures.materials, figures.days, figures.visits, figures.fields)
    return sum(float(each.rate or 0) for each in every) / len(every)


def _reasons(members: Sequence[str], relations: Relations) -> tuple[Reason, ...]:
    """Return what says most about why these belong together, a few of each sort."""
    every = sorted(
        (*_results(members, relations), *_shared(members, relations)),
        key=lambda reason: (-reason.weight, reason.sort, reason.key, reason.items),
    )
    told: list[Reason] = []
    for each in every:
        if sum(other.sort is each.sort for other in told) < _MOST_OF_A_SORT[each.sort]:
            told.append(each)
    return tuple(told)


def _results(members: Sequence[str], relations: Relations) -> Iterator[Reason]:
    passed: dict[tuple[str, str], list[str]] = {}
    rarity: dict[str, float] = {}
    for each in relations.passed:
        if each.before in members and each.after in members:
            passed.setdefault((each.kind, each.before), []).append(each.after)
            rarity[each.kind] = each.rarity
    for (kind, before), afters in passed.items():
        yield Reason(Sort.RESULT, kind, (before, *afters), 2 * rarity[kind] * (1 + len(afters)))


def _shared(members: Sequence[str], relations: Relations) -> Iterator[Reason]:
    fewest = max(2, round(_FEWEST_SHARING * len(members)))
    for trait in sorted({trait for key in members for trait in relations.traits[key]}):
        having = tuple(key for key in members if trait in relations.traits[key])
        if len(having) >= fewest:
            yield Reason(trait[0], trait[1], having, relations.rarity[trait] * len(having))
