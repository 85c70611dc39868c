"""The record's daily roots: what others keep, so that no day can be written anew unseen."""

from datetime import date, datetime
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import BaseModel, Field

from lianban.apps.roots import public as roots
from lianban.rest.parameters import Limit
from lianban.rest.problems import Problem
from lianban.rest.replies import reply

router = Router(tags=["log"])
Since = Annotated[date | None, Query(description="Only from this local day on.")]
Until = Annotated[date | None, Query(description="Only up to this local day.")]


class LogRoot(BaseModel):
    """The signed root of a day. The signature covers the canonical JSON of the fields from format to previous."""

    format: str
    county: str
    day: date
    number: int
    events: int
    root: str = Field(description="Merkle root (RFC 6962) over the digests of the day's events.")
    previous: str = Field(description="Head of the day before; 64 zeros for the first day.")
    head: str = Field(description="SHA-256 of what is signed: keep this one.")
    signature: str = Field(description="ECDSA over P-256 with SHA-256, DER in base64.")
    signed_at: datetime
    signer: str
    certificates: tuple[str, ...] = Field(description="PEM, the signer's first.")


class LogRoots(BaseModel):
    """Roots, the earliest first. total: how many days have one."""

    total: int
    roots: tuple[LogRoot, ...]


@router.get(
    "/log/roots",
    summary="办件日志每日的根：签名、前后相连，供他人留存比对",
    operation_id="list_log_roots",
    response={200: LogRoots, 422: Problem},
)
def list_log_roots(request: HttpRequest, since: Since = None, until: Until = None, limit: Limit = 50) -> HttpResponse:
    """List the daily roots of the record, the latest of those asked for, in the order of their days."""
    found = roots.roots(since=since, until=until, latest=limit)
    return reply(LogRoots(total=roots.count_roots(), roots=tuple(map(_root, found))))


def _root(each: roots.SignedRoot) -> LogRoot:
    stated = each.stated
    return LogRoot(
        **stated.model_dump(),
        head=stated.head,
        signature=each.signature,
        signed_at=each.signed_at,
        signer=each.signer,
        certificates=each.certificates,
    )
