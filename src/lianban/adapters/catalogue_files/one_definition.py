"""One definition at a time, as it is uploaded and downloaded."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from lianban.adapters.catalogue_files import yaml_text
from lianban.adapters.catalogue_files.mistakes import mistakes
from lianban.adapters.catalogue_files.reading import HAND_MARK
from lianban.adapters.catalogue_files.writing import dump
from lianban.core.chains.model import Chain
from lianban.core.conditions.jsonlogic import from_json
from lianban.core.conditions.text import write
from lianban.core.items.model import ServiceItem
from lianban.core.kernel.finding import Finding
from lianban.ports.definitions import ReadDefinition

LOGIC = frozenset({"and", "or", "!", "==", "!=", "in", "<", "<=", ">", ">="})
"""The only key of a mapping that is a condition and not part of a definition."""


class YamlDefinitions:
    """Definitions as YAML: `members` makes one a chain, everything else is an item."""

    def read(self, text: str) -> ReadDefinition:
        """Return the definition that a text holds, or what is wrong with it, each with its line."""
        try:
            written, lines = yaml_text.load(text)
        except yaml_text.UnreadableDefinition as error:
            return ReadDefinition(None, (_unread(error.message, error.line),))
        if not isinstance(written, dict):
            return ReadDefinition(None, (_unread("文件应写成“键: 值”的形式。", 1),))
        written.pop(HAND_MARK, None)
        model, where = (Chain, "chains") if "members" in written else (ServiceItem, "items")
        place = f"{where}/{written.get('key', '')}"
        try:
            return ReadDefinition(model.model_validate(written))
        except ValidationError as error:
            return ReadDefinition(None, tuple(_with_line(each, place, lines) for each in mistakes(error, place)))

    def write(self, value: ServiceItem | Chain) -> str:
        """Return a definition as YAML, without what is left at its default."""
        return dump(_written(value.model_dump(mode="json", exclude_defaults=True)))

    def condition(self, logic: Mapping[str, object]) -> str:
        """Return JSON Logic as authors write it: 面积 >= 300 且 非 …"""
        return write(from_json(logic))


def _written(value: object) -> object:
    if isinstance(value, dict):
        if len(value) == 1 and next(iter(value)) in LOGIC:
            return write(from_json(value))
        return {key: _written(each) for key, each in value.items()}
    return [_written(each) for each in value] if isinstance(value, list) else value


def _unread(message: str, line: int) -> Finding:
    return Finding(rule="unreadable", level="error", where=f"第 {line} 行", message=message)


def _with_line(found: Finding, place: str, lines: Mapping[Any, int]) -> Finding:
    path = tuple(int(part) if part.isdecimal() else part for part in found.where.removeprefix(place).split("/") if part)
    while path and path not in lines:
        path = path[:-1]
    return found.model_copy(update={"where": f"{found.where}（第 {lines.get(path, 1)} 行）"})
