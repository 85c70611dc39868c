"""The API: its resources, its refusals, its OpenAPI description."""

from functools import cached_property
from typing import Any

from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from lianban.core.kernel.errors import DomainError
from lianban.rest import cases, chains, documents, items, log, problems

DESCRIPTION = """公开接口：不需要登录，不写入任何内容。回答的写法与网页地址相同。
Errors are problem details (RFC 9457); branch on `code`. Conditions are JSON Logic. Days are local days of China."""


class OpenApi(NinjaAPI):
    """Describes refusals under the media type they are sent with."""

    def get_openapi_schema(self, **given: Any) -> Any:
        """Return the description of every operation; it is the same for everybody, so it is made once."""
        return self._description

    @cached_property
    def _description(self) -> Any:
        schema = super().get_openapi_schema()
        answers = [
            answer
            for path in schema["paths"].values()
            for operation in path.values()
            for status, answer in operation["responses"].items()
            if int(status) >= 400
        ]
        for answer in answers:
            if "application/json" in answer["content"]:
                answer["content"] = {problems.MEDIA_TYPE: answer["content"]["application/json"]}
        return schema


api = OpenApi(
    title="链办开放接口 Lianban open API",
    version="1",
    description=DESCRIPTION,
    docs_url=None,
    urls_namespace="rest",
)
for resource in (chains, items, cases, documents, log):
    api.add_router("", resource.router)
api.add_exception_handler(DomainError, problems.refused_by_rule)
api.add_exception_handler(ValidationError, problems.refused_by_schema)
api.add_exception_handler(HttpError, problems.refused_by_reader)
