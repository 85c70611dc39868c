"""Cases (办件): what a stranger who knows a number may see, and nothing of the person."""

from datetime import date
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Path, Router
from pydantic import BaseModel, ConfigDict, Field

from lianban.apps.cases import public as cases
from lianban.core.kernel.errors import DomainError
from lianban.rest.limits import CASES, limited
from lianban.rest.problems import Problem
from lianban.rest.replies import reply

router = Router(tags=["cases"])

Number = Annotated[
    str,
    Path(
        pattern="^[0-9A-Za-z]{1,50}$",
        description="办件编号，如 370304YJS2026112300001",
        examples=["370304YJS2026112300001"],
    ),
]


class NoSuchCase(DomainError):
    """Nothing bears a number."""

    code = "NO_SUCH_CASE"

    def __init__(self, number: str) -> None:
        super().__init__("没有查到这个编号。请对照收件凭证核对，注意数字 0 和字母 O。", number=number)


class CaseStatus(BaseModel):
    """Where a case stands."""

    model_config = ConfigDict(from_attributes=True)

    number: str
    title: str
    stage_name: str
    accepted_on: date | None
    due_on: date | None = Field(description="The promised day; null before acceptance.")
    provisional: bool = Field(description="The holidays of the year of due_on are not announced yet; it may move.")
    closed: bool
    under_way: tuple[str, ...] = Field(description="Names of the items being handled, earliest due first.")


@router.get(
    "/cases/{number}",
    summary="凭编号查办理进度（不含个人信息）",
    operation_id="read_case",
    response={200: CaseStatus, 404: Problem, 422: Problem, 429: Problem},
)
@limited(CASES)
def read_case(request: HttpRequest, number: Number) -> HttpResponse:
    """Read where a case stands, by its number. Twenty a minute."""
    found = cases.lookup(number.upper())
    if found is None:
        raise NoSuchCase(number)
    return reply(CaseStatus.model_validate(found))
