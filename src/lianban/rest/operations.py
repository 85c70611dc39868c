"""The operations as a page and the reference list them, read from the OpenAPI description itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation. summary: in Chinese. description: in English. parameters: of the query. statuses: it answers."""

    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[str, ...]
    takes_answers: bool
    statuses: tuple[str, ...]


def operations(schema: Mapping[str, Any]) -> tuple[Operation, ...]:
    """Return every operation of an OpenAPI description, in its order."""
    return tuple(
        Operation(
            method=method.upper(),
            path=path,
            summary=operation["summary"],
            description=operation["description"],
            parameters=tuple(each["name"] for each in operation["parameters"] if each["in"] == "query"),
            takes_answers="requestBody" in operation,
            statuses=tuple(str(status) for status in operation["responses"]),
        )
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    )
