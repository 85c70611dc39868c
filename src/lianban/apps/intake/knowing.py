"""What a signed-in person need not be asked: their identity, their licences, what they answered before."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from uuid import UUID

from lianban.apps.accounts import public as accounts
from lianban.apps.catalogue import public as catalogue
from lianban.apps.documents import public as documents
from lianban.apps.intake.models import Draft
from lianban.apps.intake.prefilling import REGISTERED_NAME
from lianban.apps.storage.wired import ports
from lianban.core.calendars.hours import CHINA
from lianban.core.chains.model import Chain
from lianban.core.guidance import (
    HeldLicence,
    Particulars,
    Registered,
    SaidBefore,
    facts_after,
    fitting,
    known_of,
)
from lianban.core.guidance.asking import Known
from lianban.core.guidance.knowing import wanting
from lianban.core.guidance.spelling import read_all
from lianban.core.kernel.citizen_number import CitizenNumber, parse_citizen_number
from lianban.core.kernel.errors import DomainError
from lianban.core.kernel.identifiers import InvalidIdentifier
from lianban.core.proceedings.moments import local_day
from lianban.core.vocabulary.model import Fact, KnownSource
from lianban.ports.registry import Found, RegistryUnavailable

REMEMBERED = timedelta(days=730)
MOST = 20
"""How far back, and how many of somebody's applications, are looked at."""
FRESH = timedelta(minutes=10)
"""How long what the register said is kept in memory, so that a page does not ask it for every question."""


def known(owner: UUID, chain: Chain, now: datetime) -> dict[str, Known]:
    """Return the facts of a chain's questions that need not be asked, each with its source."""
    facts = catalogue.current().vocabulary.facts
    asked = {question.fact: facts[question.fact] for question in chain.questions if question.fact in facts}
    return fitting(_known(owner, asked, now), chain)


def known_situations(owner: UUID, names: frozenset[str], now: datetime) -> dict[str, Known]:
    """Return what is known of circumstances that no question gives."""
    facts = catalogue.current().vocabulary.facts
    return _known(owner, {name: facts[name] for name in sorted(names) if name in facts}, now)


def _known(owner: UUID, facts: Mapping[str, Fact], now: datetime) -> dict[str, Known]:
    sourced = {name: fact for name, fact in facts.items() if fact.known_from}
    if not sourced:
        return {}
    today = local_day(now)
    own = accounts.full_card(owner)
    person = Particulars(
        number=_number(own.id_number),
        registered=_registered(own, now) if wanting(sourced, [KnownSource.REGISTER], sourced) else None,
        licences=tuple(_licences(own.id_number, today)),
        earlier=tuple(_earlier(owner, now)),
    )
    return known_of(person, sourced, catalogue.divisions(), today)


def _number(text: str) -> CitizenNumber | None:
    try:
        return parse_citizen_number(text)
    except InvalidIdentifier:
        return None


def _registered(own: accounts.FullCard, now: datetime) -> Registered | None:
    """Return what the register says of the person; nothing where it knows the number under another name."""
    try:
        found = _asked(own.id_number, int(now.timestamp() // FRESH.total_seconds())) if own.id_number else None
    except RegistryUnavailable:
        return None
    if found is None or found.values.get(REGISTERED_NAME) != own.name:
        return None
    written = {key: value for key, value in found.values.items() if isinstance(value, str)}
    return Registered(f"{found.source}（{found.as_of:%Y-%m-%d}）", written)


@lru_cache(maxsize=256)
def _asked(id_number: str, window: int) -> Found | None:
    moment = datetime.fromtimestamp(window * FRESH.total_seconds(), CHINA)
    return ports().population.lookup(id_number, moment)


def _licences(id_number: str, today: date) -> Iterator[HeldLicence]:
    for each in documents.licences_held(id_number) if id_number else ():
        is_open = each.valid_until is None or each.valid_until >= today
        if each.state is documents.LicenceState.VALID and is_open:
            yield HeldLicence(each.name, each.number)


def _earlier(owner: UUID, now: datetime) -> Iterator[SaidBefore]:
    chains = catalogue.current().chains
    rows = Draft.objects.filter(owner_id=owner, changed_at__gte=now - REMEMBERED).order_by("-changed_at", "-id")
    for row in rows.only("chain", "answers", "changed_at")[:MOST]:
        try:
            chain = chains[row.chain]
            said = facts_after(chain, read_all(chain, row.answers))
        except (KeyError, DomainError):
            continue
        yield SaidBefore(local_day(row.changed_at), said)
