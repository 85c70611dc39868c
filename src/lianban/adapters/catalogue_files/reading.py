"""Reads a catalogue folder: items/*/<key>.yaml, chains/<key>.yaml, vocabulary/*.yaml, authorities.yaml."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from lianban.adapters.catalogue_files import yaml_text
from lianban.adapters.catalogue_files.catalogue import Catalogue, Position
from lianban.adapters.catalogue_files.mistakes import mistakes
from lianban.core.chains.model import Chain
from lianban.core.items.model import ServiceItem
from lianban.core.kernel.finding import Finding
from lianban.core.kernel.value import Value
from lianban.core.vocabulary.model import Authority, DataElement, Fact, MaterialKind, Situation, Vocabulary

T = TypeVar("T", bound=Value)

HAND_MARK = "edited_by_hand"
"""A definition that carries this key is never written over by an import."""

PICTURES = "pictures"
"""The folder of a catalogue that holds the pictures of its questions."""

SHIPPED = Path(__file__).resolve().parents[4] / "data" / "catalogue"
"""The catalogue that comes with the platform."""


def read_catalogue(folder: Path = SHIPPED) -> Catalogue:
    """Read every definition of a folder. Never raises for a bad definition: it becomes findings with file and line."""
    reader = FolderReader(folder)
    vocabulary = reader.vocabulary()
    chains = reader.definitions("chains/*.yaml", "chains", Chain)
    reader.look_for_pictures(chains.values())
    return Catalogue(
        items=reader.definitions("items/*/*.yaml", "items", ServiceItem),
        chains=chains,
        vocabulary=vocabulary,
        positions=reader.positions,
        findings=tuple(reader.findings),
    )


def given_twice(where: str, first: Position) -> Finding:
    """Return what is wrong with a second file for a key. where: the path of the definition."""
    key = where.partition("/")[2]
    return Finding(
        rule="duplicate-key",
        level="error",
        where=where,
        message=f"“{key}”已在 {first} 定义。",
        remedy="换一个键，或删去一份。",
    )


class FolderReader:
    """One reading of one folder; collects positions and findings on the way."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.positions: dict[str, Position] = {}
        self.findings: list[Finding] = []

    def vocabulary(self) -> Vocabulary:
        """Read every shared word."""
        return Vocabulary(
            elements=self.entries("vocabulary/elements.yaml", "elements", DataElement, "key"),
            kinds=self.entries("vocabulary/kinds.yaml", "kinds", MaterialKind, "key"),
            situations=self.entries("vocabulary/situations.yaml", "situations", Situation, "fact"),
            authorities=self.entries("authorities.yaml", "authorities", Authority, "key"),
            facts=self.entries("vocabulary/facts.yaml", "facts", Fact, "fact"),
        )

    def entries(self, file: str, kind: str, model: type[T], key: str) -> dict[str, T]:
        """Read a file that maps keys to entries."""
        if not (self._folder / file).exists():
            return {}
        written, lines = self._load(self._folder / file)
        self._keep(f"vocabulary/{kind}", file, lines)
        found = {}
        for name, entry in written.items():
            where = f"vocabulary/{kind}/{name}"
            if value := self._value(model, {key: name, **entry} if isinstance(entry, dict) else {}, where):
                found[name] = value
        return found

    def definitions(self, pattern: str, kind: str, model: type[T]) -> dict[str, T]:
        """Read files that hold one definition each, named after its key."""
        found: dict[str, T] = {}
        for path in sorted(self._folder.glob(pattern)):
            if value := self.definition(path.relative_to(self._folder).as_posix(), kind, model):
                found[path.stem] = value
        return found

    def definition(self, file: str, kind: str, model: type[T]) -> T | None:
        """Read one file that holds one definition; None when it has mistakes, which become findings."""
        path = self._folder / file
        written, lines = self._load(path)
        key, where = path.stem, f"{kind}/{path.stem}"
        if where in self.positions:
            self.findings.append(given_twice(where, self.positions[where]))
            return None
        self._keep(where, file, lines)
        written.pop(HAND_MARK, None)
        if written and written.get("key") != key:
            self._error(
                "key-and-file",
                f"{where}/key",
                f"键“{written.get('key')}”与文件名“{path.name}”不同。",
                "两者改成一样。",
            )
            return None
        return self._value(model, written, where) if written else None

    def look_for_pictures(self, chains: Iterable[Chain]) -> None:
        """Find the pictures that questions name and the folder does not hold."""
        for chain in chains:
            for number, question in enumerate(chain.questions):
                if question.picture and not (self._folder / PICTURES / question.picture.file).is_file():
                    where = f"chains/{chain.key}/questions/{number}/picture/file"
                    text = f"没有图片“{question.picture.file}”。"
                    self._error("picture-missing", where, text, f"放进 {PICTURES} 文件夹，或改正文件名。")

    def _load(self, path: Path) -> tuple[dict[str, Any], yaml_text.Lines]:
        file = path.relative_to(self._folder).as_posix()
        try:
            written, lines = yaml_text.load(path.read_text(encoding="utf-8"))
        except yaml_text.UnreadableDefinition as error:
            return self._unread(file, error.message, error.line)
        except UnicodeDecodeError:
            return self._unread(file, "文件不是 UTF-8 编码，请另存为 UTF-8。", 1)
        if not isinstance(written, dict):
            return self._unread(file, "文件应写成“键: 值”的形式。", 1)
        return written, lines

    def _unread(self, file: str, message: str, line: int) -> tuple[dict[str, Any], yaml_text.Lines]:
        self.positions[f"files/{file}"] = Position(file, line)
        self._error("unreadable", f"files/{file}", message, "")
        return {}, {}

    def _keep(self, where: str, file: str, lines: yaml_text.Lines) -> None:
        for path, line in lines.items():
            self.positions["/".join((where, *map(str, path)))] = Position(file, line)

    def _value(self, model: type[T], written: Mapping[str, object], where: str) -> T | None:
        try:
            return model.model_validate(written)
        except ValidationError as error:
            self.findings.extend(mistakes(error, where))
            return None

    def _error(self, rule: str, where: str, message: str, remedy: str) -> None:
        self.findings.append(Finding(rule=rule, level="error", where=where, message=message, remedy=remedy))
