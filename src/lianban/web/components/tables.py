"""Tables (templates/components/table.html): what a column is called stands over it and, on a phone, in its cells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Cell = str | Mapping[str, object]
"""Words alone, or {text, address, tone, clock} as components/table_cell.html draws it."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a column is called. numeric: its cells are figures."""

    name: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row. cells: in the order of the heads; the first names the row. tone: of the whole row, such as late."""

    cells: tuple[Cell, ...]
    tone: str = ""


def table(heads: Sequence[str | Head], lines: Iterable[Line]) -> dict[str, list[object]]:
    """Return columns and rows as the template draws them."""
    columns = [each if isinstance(each, Head) else Head(each) for each in heads]
    return {"columns": [*columns], "rows": [{"tone": line.tone, "cells": _cells(columns, line)} for line in lines]}


def _cells(columns: Sequence[Head], line: Line) -> list[dict[str, object]]:
    said = ({"text": cell} if isinstance(cell, str) else cell for cell in line.cells)
    return [{"label": head.name, "numeric": head.numeric, **cell} for head, cell in zip(columns, said, strict=True)]
