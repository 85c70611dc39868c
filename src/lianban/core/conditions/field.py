"""How a condition is written inside a definition: text, JSON Logic, or a ready value."""

from typing import Annotated

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from lianban.core.conditions.algebra import Condition
from lianban.core.conditions.jsonlogic import from_json, to_json
from lianban.core.conditions.text import parse


def _read(written: object) -> Condition:
    if isinstance(written, str):
        return parse(written)
    if isinstance(written, Condition):
        return written
    return from_json(written)


WrittenCondition = Annotated[
    Condition,
    PlainValidator(_read),
    PlainSerializer(to_json),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "boolean"}, {"type": "object"}]}),
]
"""A condition in a definition. Authors write text (`premises.area >= 300 且 非 agent.used`); machines JSON Logic."""
