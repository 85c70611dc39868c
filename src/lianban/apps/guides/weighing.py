"""The order of questions learns from finished cases: sums only, counted every night, each night a version."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction

from lianban.apps.cases import public as cases
from lianban.apps.catalogue import public as catalogue
from lianban.apps.guides.models import LearnedWeights
from lianban.core.chains.answers import read_back
from lianban.core.guidance import Guide, tally
from lianban.core.proceedings.moments import local_day


@dataclass(frozen=True, slots=True)
class Ordered:
    """A compiled guide with the version of the weights its order follows; 0 while every answer counts alike."""

    guide: Guide
    weights: int


def ordered_guide(chain: str, weights: int | None = None) -> Ordered:
    """Return a chain's guide in its newest order, or in that of an older version that a shared link names.

    An order changes which question comes first, never what the answers lead to. Raises UnknownChain.
    """
    rows = LearnedWeights.objects.filter(chain=chain).order_by("-version")
    found = rows.filter(version=weights).first() if weights is not None else rows.first()
    if found is None:
        return Ordered(catalogue.guide(chain), 0)
    return Ordered(catalogue.guide(chain, found.counts), found.version)


def learn_weights(now: datetime) -> int:
    """Count the answers of every chain's finished cases; keep what changed as a new version, return how many did."""
    return sum(_learn(chain, now) for chain in catalogue.current().chains)


@transaction.atomic
def _learn(chain_key: str, now: datetime) -> bool:
    chain, least = catalogue.current().chain(chain_key), settings.LIANBAN_LEARN_FROM
    said = ((each.person, read_back(each.facts, chain)) for each in cases.finished_answers(chain_key))
    counts = tally(catalogue.guide(chain_key).map, said, least)
    before = LearnedWeights.objects.select_for_update().filter(chain=chain_key).order_by("-version").first()
    if counts == (before.counts if before else {}):
        return False
    LearnedWeights.objects.create(
        chain=chain_key,
        version=before.version + 1 if before else 1,
        counted_on=local_day(now),
        least=max(least, 2),
        counts=counts,
    )
    return True
