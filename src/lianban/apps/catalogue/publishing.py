"""Publishing: only definitions whose recorded paths hold, with every name that people confirmed."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from lianban.apps.catalogue import store
from lianban.apps.catalogue.errors import PathsFail
from lianban.apps.catalogue.naming import with_kept_names
from lianban.apps.catalogue.reading import VOCABULARY, Definitions
from lianban.apps.catalogue.recording import with_kept_paths
from lianban.core.chains.model import Chain
from lianban.core.guidance.paths import check_paths
from lianban.core.items.model import ServiceItem
from lianban.core.kernel.finding import Finding
from lianban.core.vocabulary.model import Vocabulary


@transaction.atomic
def publish(
    items: Mapping[str, ServiceItem],
    chains: Mapping[str, Chain],
    vocabulary: Vocabulary,
    *,
    by: str,
    now: datetime,
    person: uuid.UUID | None = None,
) -> int:
    """Publish what changed and return how many definitions did. Only sound definitions may come here.

    by: who, in words. person: whoever publishes in the studio; without one, files are published, and definitions that
    a person published last stay as they are.
    Raises PathsFail when a recorded path of any chain, from files or the studio, would no longer lead to what was
    recorded; nothing is published.
    """
    store.lock_publishing()
    if person is None:
        items, chains = _kept_by_people(items, chains)
    vocabulary = with_kept_names(vocabulary)
    failed = paths_findings(items, chains, vocabulary)
    if failed:
        raise PathsFail(failed)
    contents = {("item", key): item.model_dump(mode="json") for key, item in items.items()}
    contents |= {("chain", key): chain.model_dump(mode="json") for key, chain in chains.items()}
    contents[VOCABULARY] = vocabulary.model_dump(mode="json")
    return store.write(contents, by=by, now=now, person=person)


def paths_findings(
    items: Mapping[str, ServiceItem], chains: Mapping[str, Chain], vocabulary: Vocabulary
) -> list[Finding]:
    """Return where recorded paths, from files and from the studio, would not hold."""
    return [each for chain in with_kept_paths(chains) for each in check_paths(chain, items, vocabulary)]


def with_one(definitions: Definitions, value: ServiceItem | Chain) -> tuple[dict[str, ServiceItem], dict[str, Chain]]:
    """Return the items and chains on offer with one definition put in or replaced."""
    items, chains = dict(definitions.items), dict(definitions.chains)
    if isinstance(value, ServiceItem):
        items[value.key] = value
    else:
        chains[value.key] = value
    return items, chains


def _kept_by_people(
    items: Mapping[str, ServiceItem], chains: Mapping[str, Chain]
) -> tuple[dict[str, ServiceItem], dict[str, Chain]]:
    held = store.held_by_people()
    own_items = {key: ServiceItem.model_validate(row.content) for (kind, key), row in held.items() if kind == "item"}
    own_chains = {key: Chain.model_validate(row.content) for (kind, key), row in held.items() if kind == "chain"}
    return {**items, **own_items}, {**chains, **own_chains}
