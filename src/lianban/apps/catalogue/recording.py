"""Recorded paths (这样回答 → 应当得到) made in the studio: kept, and run at every publication."""

import uuid
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from lianban.apps.catalogue import store
from lianban.apps.catalogue.errors import PathNameMissing, PathNameTaken, PathNotFinished
from lianban.apps.catalogue.models import KeptPath
from lianban.apps.catalogue.reading import current
from lianban.core.chains.compose import compose
from lianban.core.chains.model import Chain, RecordedPath
from lianban.core.chains.plan import Need
from lianban.core.guidance import compile_guide, facts_after, next_question
from lianban.core.guidance.paths import check_paths, to_hand_in
from lianban.core.guidance.spelling import read_all
from lianban.core.kernel.finding import Finding


@dataclass(frozen=True, slots=True)
class PathRun:
    """A recorded path and how it comes out now. findings: what differs from the record; empty when it holds.

    id: of a path made in the studio; None for one that the definition itself carries. chain_version: of the chain when
    it was recorded, 0 for the definition's own.
    """

    path: RecordedPath
    findings: tuple[Finding, ...]
    id: uuid.UUID | None = None
    chain_version: int = 0
    person: uuid.UUID | None = None
    recorded_at: datetime | None = None


def record_path(
    chain_key: str, name: str, answers: Mapping[str, str], *, person: uuid.UUID, now: datetime
) -> RecordedPath:
    """Keep what these answers lead to today as what they must lead to. answers: spelt. Sent twice, it is one path.

    Raises UnknownChain, AnswerRefused, NoSuchQuestion, PathNameMissing, PathNotFinished, PathNameTaken.
    """
    path = expected_path(chain_key, name.strip(), answers)
    if not path.name:
        raise PathNameMissing
    chain = current().chain(chain_key)
    kept = KeptPath(
        chain=chain_key,
        name=path.name,
        content=path.model_dump(mode="json"),
        chain_version=store.version_of("chain", chain_key),
        person=person,
        recorded_at=now,
    )
    if path.name in {each.name for each in chain.paths}:
        raise PathNameTaken(path.name)
    try:
        with transaction.atomic():
            kept.save(force_insert=True)
    except IntegrityError:
        _check_same(chain_key, path)
    return path


def expected_path(chain_key: str, name: str, answers: Mapping[str, str]) -> RecordedPath:
    """Return what these answers lead to today, as a path. Raises PathNotFinished while a question is open."""
    definitions = current()
    chain = definitions.chain(chain_key)
    given = read_all(chain, answers)
    if next_question(compile_guide(chain, definitions.items), given) is not None:
        raise PathNotFinished
    plan = compose(chain, definitions.items, definitions.vocabulary, facts_after(chain, given))
    return RecordedPath(
        name=name,
        answers=dict(answers),
        items=tuple(each.key for each in plan.items if each.need is Need.CERTAIN),
        possible=tuple(each.key for each in plan.items if each.need is Need.POSSIBLE),
        materials=to_hand_in(plan),
    )


def remove_path(path: uuid.UUID, *, person: uuid.UUID, now: datetime) -> None:
    """Let a path made in the studio count no more; it stays on record. Done twice, it is done once."""
    KeptPath.objects.filter(pk=path, removed_at=None).update(removed_at=now, removed_by=person)


def path_counts() -> dict[str, int]:
    """Return how many paths each chain has, those of its definition and those of the studio, by key."""
    counts = {key: len(chain.paths) for key, chain in current().chains.items()}
    kept = Counter(KeptPath.objects.filter(removed_at=None).values_list("chain", flat=True))
    return {key: count + kept[key] for key, count in counts.items()}


def run_paths(chain_key: str) -> tuple[PathRun, ...]:
    """Follow every recorded path of a chain through the definitions on offer. Raises UnknownChain."""
    definitions = current()
    chain = definitions.chain(chain_key)

    def findings(path: RecordedPath) -> tuple[Finding, ...]:
        alone = chain.model_copy(update={"paths": (path,)})
        return tuple(check_paths(alone, definitions.items, definitions.vocabulary))

    own = [PathRun(path, findings(path)) for path in chain.paths]
    rows = KeptPath.objects.filter(chain=chain_key, removed_at=None)
    return (*own, *(_run(row, findings(path)) for row in rows for path in [_path(row)]))


def with_kept_paths(chains: Mapping[str, Chain]) -> Iterator[Chain]:
    """Yield the chains with the paths that people recorded beside their own."""
    kept: dict[str, list[RecordedPath]] = {}
    for row in KeptPath.objects.filter(removed_at=None):
        kept.setdefault(row.chain, []).append(_path(row))
    for key, chain in chains.items():
        yield chain.model_copy(update={"paths": (*chain.paths, *kept[key])}) if key in kept else chain


def _run(row: KeptPath, findings: tuple[Finding, ...]) -> PathRun:
    return PathRun(_path(row), findings, row.pk, row.chain_version, row.person, row.recorded_at)


def _path(row: KeptPath) -> RecordedPath:
    return RecordedPath.model_validate(row.content)


def _check_same(chain_key: str, path: RecordedPath) -> None:
    kept = KeptPath.objects.get(chain=chain_key, name=path.name, removed_at=None)
    if _path(kept).answers != path.answers:
        raise PathNameTaken(path.name)
