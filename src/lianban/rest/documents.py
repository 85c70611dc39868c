"""Documents and licences: whether one is ours, unchanged and still in force."""

from datetime import date, datetime
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Path, Router
from pydantic import BaseModel, ConfigDict, Field

from lianban.apps.documents import public as documents
from lianban.rest.limits import DOCUMENTS, limited
from lianban.rest.problems import Problem
from lianban.rest.replies import reply

router = Router(tags=["documents"])

Code = Annotated[
    str,
    Path(
        pattern="^[0-9A-Za-z -]{1,40}$",
        description="The code on the paper; groups, spaces and small letters are forgiven.",
    ),
]


class VerifiedLine(BaseModel):
    """A licence on a composite card."""

    model_config = ConfigDict(from_attributes=True)

    name: str
    number: str
    authority_name: str
    valid_until: date | None
    state: str
    verification_code: str


class Verified(BaseModel):
    """What a stranger may know of a document."""

    model_config = ConfigDict(from_attributes=True)

    standing: documents.Standing
    title: str
    number: str
    authority_name: str
    issued_at: datetime
    holder_masked: str
    verification_code: str
    seal: str = Field(description="Name on the seal's certificate; empty while there is none.")
    seal_state: documents.SealState | None
    sealed_at: datetime | None
    certificate: str
    identifier: str = Field(description="证照标识; empty for papers that are no licence.")
    valid_until: date | None
    state: str
    reason: str
    contained: tuple[VerifiedLine, ...]


@router.get(
    "/documents/{code}",
    summary="凭验证码核验文书或证照",
    operation_id="verify_document",
    response={200: Verified, 404: Problem, 422: Problem, 429: Problem},
)
@limited(DOCUMENTS)
def verify_document(request: HttpRequest, code: Code) -> HttpResponse:
    """Verify a document by the code on it: content, seal and standing at this moment. Sixty a minute."""
    return reply(Verified.model_validate(documents.verify(code, timezone.now())))
