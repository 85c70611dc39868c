"""Reads a county from one YAML file; every mistake becomes a finding with its line."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from lianban.adapters.catalogue_files import yaml_text
from lianban.adapters.catalogue_files.mistakes import mistakes
from lianban.core.county.checking import check_county
from lianban.core.county.model import County
from lianban.core.kernel.finding import Finding

FORMAT = "docs/reference/county.md"


@dataclass(frozen=True, slots=True)
class ReadCounty:
    """What a file says. county: None when an entry has not the shape it must have. lines: line of each finding."""

    county: County | None
    findings: tuple[Finding, ...]
    lines: tuple[int, ...]

    @property
    def is_sound(self) -> bool:
        """Whether it may be loaded: warnings do not stop it."""
        return self.county is not None and all(each.level != "error" for each in self.findings)


def read_county(file: Path) -> ReadCounty:
    """Return the county of a file with everything that is wrong in it. Never raises for a bad file, OSError without."""
    try:
        written, lines = yaml_text.load(file.read_text(encoding="utf-8"))
    except yaml_text.UnreadableDefinition as error:
        return _unreadable(error.message, error.line)
    except UnicodeDecodeError:
        return _unreadable("文件不是 UTF-8 编码，请另存为 UTF-8。", 1)
    if not isinstance(written, dict):
        return _unreadable(f"文件应写成“键: 值”的形式，见 {FORMAT}。", 1)
    try:
        county = County.model_validate(written)
    except ValidationError as error:
        return _placed(None, tuple(mistakes(error, "", FORMAT)), lines)
    return _placed(county, check_county(county), lines)


def _unreadable(message: str, line: int) -> ReadCounty:
    return ReadCounty(None, (Finding(rule="unreadable", level="error", where="", message=message),), (line,))


def _placed(county: County | None, findings: tuple[Finding, ...], lines: yaml_text.Lines) -> ReadCounty:
    return ReadCounty(county, findings, tuple(_line(each.where, lines) for each in findings))


def _line(where: str, lines: yaml_text.Lines) -> int:
    """Return the line of a value, or of the nearest entry around it that was written."""
    parts = tuple(int(each) if each.isdigit() else each for each in where.split("/") if each)
    return next((lines[parts[:end]] for end in range(len(parts), -1, -1) if parts[:end] in lines), 1)
