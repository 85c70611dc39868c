"""A person confirms names; they are kept and published at once."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from lianban.apps.catalogue import store
from lianban.apps.catalogue.changing import Editor
from lianban.apps.catalogue.naming import keep_names
from lianban.apps.catalogue.publishing import publish
from lianban.apps.catalogue.reading import current
from lianban.core.vocabulary.matching.confirming import Confirmed


@transaction.atomic
def confirm_names(confirmed: Sequence[Confirmed], editor: Editor, now: datetime) -> int:
    """Keep confirmed names for good and publish the vocabulary with them; return how many were new.

    Confirmed twice, a name is kept once. Raises UnknownKeys, PathsFail.
    """
    store.lock_publishing()
    offered = current()
    count = keep_names(offered.vocabulary, confirmed, person=editor.person, now=now)
    if count:
        publish(offered.items, offered.chains, offered.vocabulary, by=editor.name, now=now, person=editor.person)
    return count
