"""YAML as the catalogue uses it: plain values, every value's line kept, nothing that can blow up."""

import re
from collections.abc import Iterator
from decimal import Decimal

import yaml

from lianban.core.kernel.errors import DomainError

Path = tuple[str | int, ...]
Lines = dict[Path, int]

MOST_CHARACTERS = 2_000_000
MOST_LEVELS = 30
MOST_DIGITS = 30

_WHOLE = re.compile(r"-?(0|[1-9]\d*)")
_FRACTION = re.compile(r"-?(0|[1-9]\d*)\.\d+")
_WORDS: dict[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}


class UnreadableDefinition(DomainError):
    """A file is not YAML, or not the YAML that the catalogue allows. line: 1 for the first."""

    code = "CATALOGUE_YAML"

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message, line=line)
        self.line = line


def load(text: str) -> tuple[object, Lines]:
    """Return what a YAML text says, and the line on which each of its values begins.

    `yes`, `no`, dates and numbers with a leading zero stay text, so a code such as 09 is not changed on the way;
    fractions become Decimal. Raises UnreadableDefinition for a syntax error, a key given twice, a file that is too
    large or too deep, a number too long, and anchors or aliases (with which a short file can unfold into a huge one).
    """
    if len(text) > MOST_CHARACTERS:
        raise UnreadableDefinition(f"文件超过 {MOST_CHARACTERS} 个字符，请拆成几个文件。", 1)
    lines: Lines = {}
    try:
        return _Builder(yaml.parse(text, Loader=_LOADER), lines).document(), lines
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise UnreadableDefinition(
            f"不是合法的 YAML：{error.problem or '读不下去'}。请检查缩进、冒号和引号。", line
        ) from None
    except yaml.reader.ReaderError as error:
        raise UnreadableDefinition(f"含有不能使用的字符（{error.reason}），请删去。", 1) from None


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Builder:
    """Builds values from parser events; recursion is bounded by MOST_LEVELS."""

    def __init__(self, events: Iterator[yaml.Event], lines: Lines) -> None:
        self._events = events
        self._lines = lines

    def document(self) -> object:
        value: object = None
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                if value is not None:
                    raise UnreadableDefinition("一个文件只写一份定义，请去掉多余的“---”。", _line(event))
                value = self._value(event, ())
        return value

    def _value(self, event: yaml.NodeEvent, path: Path) -> object:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise UnreadableDefinition("不使用锚点和引用（& 和 *），请把内容写全。", _line(event))
        if event.tag not in (None, "!"):
            raise UnreadableDefinition(f"不使用类型标记“{event.tag}”，请直接写值。", _line(event))
        if len(path) > MOST_LEVELS:
            raise UnreadableDefinition(f"嵌套超过 {MOST_LEVELS} 层，请检查括号和缩进。", _line(event))
        self._lines[path] = _line(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return _scalar(event)

    def _mapping(self, path: Path) -> dict[str, object]:
        values: dict[str, object] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise UnreadableDefinition("键必须是一个词。", _line(event))
            if event.value in values:
                raise UnreadableDefinition(f"“{event.value}”写了两次，请只留一处。", _line(event))
            key, line = event.value, _line(event)
            values[key] = self._value(next(self._events), (*path, key))
            self._lines[*path, key] = line
        return values

    def _sequence(self, path: Path) -> list[object]:
        values: list[object] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*path, len(values))))
        return values


def _line(event: yaml.Event) -> int:
    return int(event.start_mark.line) + 1


def _scalar(event: yaml.ScalarEvent) -> object:
    text: str = event.value
    if event.style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        if len(text) > MOST_DIGITS:
            raise UnreadableDefinition(f"数字超过 {MOST_DIGITS} 位。应当是文字的，加上引号。", _line(event))
        return int(text)
    return Decimal(text) if _FRACTION.fullmatch(text) else text
