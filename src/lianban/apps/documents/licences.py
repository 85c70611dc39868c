"""Licences: issued with a document, found by holder and case, and changed in state only by a named act."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from lianban.apps.docket import public as docket
from lianban.apps.documents.errors import LicenceStateRefused, NoSuchDocument
from lianban.apps.documents.issuing import Draft, next_number, write
from lianban.apps.documents.kinds import PaperKind
from lianban.apps.documents.models import Licence, LicenceKind, LicenceState
from lianban.apps.documents.values import IssuedDocument, LicenceCard, Trader
from lianban.apps.organs import public as organs
from lianban.apps.storage.encrypted import findable
from lianban.core.calendars.hours import CHINA
from lianban.core.calendars.written import written
from lianban.core.kernel.credit_code import parse_credit_code
from lianban.core.kernel.identifiers import InvalidIdentifier
from lianban.core.kernel.licence_identifier import licence_identifier
from lianban.core.kernel.masking import MaskKind, mask
from lianban.core.proceedings.moments import local_day

ENDED = {LicenceState.REVOKED, LicenceState.CANCELLED, LicenceState.LAPSED, LicenceState.STRIPPED}
NOBODY = "000000000000000000"
"""Stands for an authority whose credit code nobody entered."""


def issue_licence(  # noqa: PLR0913 - what a licence says is what it says
    *,
    name: str,
    proceeding: uuid.UUID | None,
    authority: str,
    holder: str,
    holder_code: str,
    fields: Sequence[dict[str, str]],
    valid_until: date | None,
    now: datetime,
    item: str = "",
    approval: bool = False,
    extra: dict[str, object] | None = None,
    person: str = "",
) -> IssuedDocument:
    """Issue a licence, or an approval letter, in the caller's transaction.

    name: what stands on it. holder_code: credit code or ID number; it is shown only when it is a credit code.
    fields: {name, value} in the order of the paper. valid_until: last day; None for no end.
    """
    kind = PaperKind.APPROVAL if approval else PaperKind.LICENCE
    issuer, until = organs.authority(authority), _until(valid_until)
    shown_code = holder_code if _is_credit_code(holder_code) else ""
    identifier = _identifier(name, authority, issuer.credit_code or NOBODY, now)
    number = next_number(kind, issuer.short_name, now)
    content = {
        "name": name,
        "holder": holder,
        "applicant": holder,
        "item": name,
        "number": number,
        "identifier": identifier,
        "credit_code": shown_code,
        "fields": _fields(holder, shown_code, fields, until),
        "validity": until,
        **(extra or {}),
    }
    masked = holder if shown_code else mask(MaskKind.NAME, holder)
    row = write(Draft(kind, proceeding, content, authority, now, item, name, number, masked, person))
    Licence(
        document=row,
        name=name,
        number=number,
        identifier=identifier,
        holder=holder,
        holder_code=holder_code,
        holder_masked=masked,
        holder_digest=findable(holder_code) if holder_code else "",
        issued_on=local_day(now),
        valid_until=valid_until,
        state_at=now,
    ).save(force_insert=True)
    return IssuedDocument(kind, number, row.pk, row.verification_code, row.content_digest)


def _identifier(name: str, authority: str, credit_code: str, now: datetime) -> str:
    serial = docket.take(f"证照|{authority}|{name}")
    numbered = f"{now.astimezone(CHINA):%Y%m%d}{serial:06d}"
    return str(licence_identifier(f"{credit_code}{_kind_serial(name):03d}", credit_code, numbered))


def issue_composite(
    *,
    industry: str,
    trader: Trader,
    licences: Iterable[LicenceCard],
    proceeding: uuid.UUID | None,
    authority: str,
    now: datetime,
) -> IssuedDocument:
    """Issue the one card that shows all licences of a trade (行业综合许可证), by its QR code and in a table."""
    content = {
        "industry": industry,
        "holder": trader.name,
        "credit_code": trader.credit_code,
        "representative": trader.representative,
        "place": trader.place,
        "licences": [_composite_line(each) for each in licences],
    }
    masked = trader.name if trader.credit_code else mask(MaskKind.NAME, trader.name)
    row = write(Draft(PaperKind.COMPOSITE, proceeding, content, authority, now, holder_masked=masked))
    return IssuedDocument(PaperKind.COMPOSITE, row.number, row.pk, row.verification_code, row.content_digest)


def _composite_line(held: LicenceCard) -> dict[str, str]:
    return {
        "id": str(held.id),
        "name": held.name,
        "number": held.number,
        "authority": held.authority_name,
        "valid_until": _until(held.valid_until),
    }


def licences_of(proceedings: uuid.UUID | Iterable[uuid.UUID]) -> list[LicenceCard]:
    """Return the licences that one or several proceedings gave, oldest first."""
    wanted = [proceedings] if isinstance(proceedings, uuid.UUID) else list(proceedings)
    return [_card(row) for row in _rows().filter(document__proceeding__in=wanted)]


def licences_held(holder_code: str) -> list[LicenceCard]:
    """Return the licences of a holder. holder_code: credit code or ID number, in full."""
    return [_card(row) for row in _rows().filter(holder_digest=findable(holder_code))]


def licence(licence_id: uuid.UUID) -> LicenceCard:
    """Return one licence. Raises NoSuchDocument."""
    row = _rows().filter(pk=licence_id).first()
    if row is None:
        raise NoSuchDocument
    return _card(row)


@transaction.atomic
def change_licence_state(licence_id: uuid.UUID, state: LicenceState, *, reason: str, now: datetime) -> LicenceCard:
    """Change a licence's state (暂扣, 撤销, 注销 …), with the decision's number in the reason.

    Raises NoSuchDocument, and LicenceStateRefused when the licence has ended.
    """
    row = Licence.objects.select_for_update().filter(pk=licence_id).first()
    if row is None:
        raise NoSuchDocument
    if row.state in ENDED:
        raise LicenceStateRefused(LicenceState(row.state).label, state.label)
    row.state, row.state_reason, row.state_at = state, reason, now
    row.save(update_fields=["state", "state_reason", "state_at"])
    return licence(licence_id)


def _rows() -> QuerySet[Licence]:
    return Licence.objects.select_related("document")


def _card(row: Licence) -> LicenceCard:
    paper = row.document
    return LicenceCard(
        row.pk, paper.pk, row.name, row.number, row.identifier, row.holder, paper.authority, paper.authority_name,
        row.issued_on, row.valid_until, LicenceState(row.state), paper.verification_code, paper.proceeding,
    )  # fmt: skip


def _kind_serial(name: str) -> int:
    kinds = LicenceKind.objects.filter(name=name).values_list("serial", flat=True)
    if known := kinds.first():
        return known
    serial = docket.take("证照类型")
    if known := kinds.all().first():  # another made it while we waited for the number
        return known
    LicenceKind(name=name, serial=serial).save(force_insert=True)
    return serial


def _fields(holder: str, code: str, fields: Sequence[dict[str, str]], until: str) -> list[dict[str, str]]:
    said = {each["value"] for each in fields}
    first = [] if holder in said else [{"name": "持证主体", "value": holder}]
    second = [{"name": "统一社会信用代码", "value": code}] if code and code not in said else []
    return [*first, *second, *fields, {"name": "有效期至", "value": until}]


def _until(valid_until: date | None) -> str:
    return written(valid_until) if valid_until else "长期"


def _is_credit_code(text: str) -> bool:
    try:
        parse_credit_code(text)
    except InvalidIdentifier:
        return False
    return True
