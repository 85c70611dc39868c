"""Refusals as problem details (RFC 9457), with a code that never changes."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja.errors import HttpError, ValidationError
from pydantic import BaseModel, Field
from pydantic_core import to_jsonable_python

from lianban.core.kernel.errors import DomainError

DOCS = "/api/v1/docs"
MEDIA_TYPE = "application/problem+json"

KINDS: Mapping[str, tuple[int, str]] = {
    "UNKNOWN_CHAIN": (404, "没有这件事"),
    "UNKNOWN_ITEM": (404, "没有这个事项"),
    "NO_SUCH_CASE": (404, "没有这个办件"),
    "NO_SUCH_DOCUMENT": (404, "没有这份文书"),
    "NO_SUCH_ADDRESS": (404, "没有这个地址"),
    "METHOD_NOT_ALLOWED": (405, "不支持这种方法"),
    "UNREADABLE_BODY": (400, "读不懂请求正文"),
    "REQUEST_REFUSED": (422, "请求不合要求"),
    "ANSWER_REFUSED": (422, "不能这样回答"),
    "NO_SUCH_QUESTION": (422, "没有这个问题"),
    "TOO_MANY": (429, "操作过于频繁"),
}
"""Status and title of every refusal a client meets; any other rule of the domain answers 422."""


class Problem(BaseModel):
    """Problem details. type: an address that explains the code. facts: the values that `detail` speaks of."""

    type: str = Field(description="An address that explains the code.")
    title: str
    status: int
    detail: str = Field(description="What happened and what to do next, in words.")
    code: str = Field(description="Stable; branch on this.")
    facts: dict[str, Any] = Field(description="The values that `detail` speaks of.")


class AddressUnknown(DomainError):
    """Nothing is served at an address of the API."""

    code = "NO_SUCH_ADDRESS"

    def __init__(self, path: str) -> None:
        super().__init__(f"接口没有地址“{path}”。请查看 {DOCS} 列出的地址。", path=path)


class MethodRefused(DomainError):
    """An address is there, but not for this method. allowed: the methods it is there for."""

    code = "METHOD_NOT_ALLOWED"

    def __init__(self, method: str, allowed: str) -> None:
        super().__init__(f"这个地址不支持 {method}，请改用 {allowed}。", method=method, allowed=allowed)


class RequestRefused(DomainError):
    """A request does not fit the schema. errors: where, and what is wrong there."""

    code = "REQUEST_REFUSED"

    def __init__(self, errors: list[dict[str, str]]) -> None:
        places = "、".join(dict.fromkeys(each["where"] for each in errors))
        super().__init__(f"请求里的这些地方不合要求：{places}。请对照 {DOCS} 修改后再试。", errors=errors)


class BodyUnreadable(DomainError):
    """The body of a request is not JSON."""

    code = "UNREADABLE_BODY"

    def __init__(self) -> None:
        super().__init__('请求正文不是 JSON。请发送 {"answers": {…}} 这样的 JSON 对象。')


def problem(refused: DomainError) -> HttpResponse:
    """Return a refusal as an answer."""
    status, title = KINDS.get(refused.code, (422, refused.code))
    told = Problem(
        type=f"{DOCS}#{refused.code}" if refused.code in KINDS else "about:blank",
        title=title,
        status=status,
        detail=refused.message,
        code=refused.code,
        facts=to_jsonable_python(refused.facts, fallback=str),
    )
    answer = HttpResponse(told.model_dump_json(), status=status, content_type=MEDIA_TYPE)
    if "wait_seconds" in refused.facts:
        answer["Retry-After"] = str(refused.facts["wait_seconds"])
    return answer


def refused_by_rule(request: HttpRequest, refused: DomainError) -> HttpResponse:
    """Answer for a rule of the domain."""
    return problem(refused)


def refused_by_schema(request: HttpRequest, refused: ValidationError) -> HttpResponse:
    """Answer for a request that does not fit the schema."""
    errors = [{"where": ".".join(map(str, each["loc"])), "problem": str(each["msg"])} for each in refused.errors]
    return problem(RequestRefused(errors))


def refused_by_reader(request: HttpRequest, refused: HttpError) -> HttpResponse:
    """Answer for a body that cannot be read, the only refusal of the framework's own."""
    return problem(BodyUnreadable())
