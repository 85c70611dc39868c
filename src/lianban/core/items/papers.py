"""空白表格 and 示例样表: an item's own form and the letters it asks for, as papers to print."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from lianban.core.conditions.algebra import ALWAYS
from lianban.core.conditions.words import Names, say
from lianban.core.items.examples import example_of
from lianban.core.items.model import FormField, MaterialNeed, ServiceItem
from lianban.core.items.quality_guide import is_own_form, paper_for
from lianban.core.kernel.value import Value
from lianban.core.vocabulary.model import Option, ValueType, Vocabulary

EMPTY_ROWS = 3
"""How many empty rows a table has on a blank form."""

_GAP = re.compile(r"\{([a-z_.]*)\}")
_LISTED = (ValueType.CHOICE, ValueType.CHOICES)


class Choice(Value):
    """A box to tick."""

    label: str
    chosen: bool = False


class Line(Value):
    """One thing to fill in. value: what the sample shows. columns, rows: of a table. note: when, or how."""

    label: str
    value: str = ""
    choices: tuple[Choice, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    note: str = ""
    required: bool = True


class Part(Value):
    """A piece of a letter: words, or a gap with what the sample writes into it."""

    text: str
    gap: bool = False


class WrittenPaper(Value):
    """A form or a letter. sample: filled in with examples. lines: of a form; paragraphs: of a letter."""

    title: str
    item: str
    sample: bool
    lines: tuple[Line, ...] = ()
    paragraphs: tuple[tuple[Part, ...], ...] = ()


def has_paper(item: ServiceItem, material: MaterialNeed, vocabulary: Vocabulary) -> bool:
    """Whether there is a paper that we print for this material."""
    return is_own_form(item, material, vocabulary) or bool(paper_for(material, vocabulary).letter)


def paper_of(
    item: ServiceItem, material: MaterialNeed, vocabulary: Vocabulary, names: Names, *, sample: bool
) -> WrittenPaper | None:
    """Return the paper of a material, blank or as a sample; None when there is none to print. names: of facts."""
    if is_own_form(item, material, vocabulary) and item.form is not None:
        lines = tuple(_Filler(vocabulary, names, sample).lines(item.form.fields))
        return WrittenPaper(title=item.form.title, item=item.name, sample=sample, lines=lines)
    letter = paper_for(material, vocabulary).letter
    if not letter:
        return None
    kind = vocabulary.kinds.get(material.kind)
    paragraphs = tuple(tuple(_parts(each, vocabulary, sample)) for each in letter)
    return WrittenPaper(
        title=kind.name if kind else material.name, item=item.name, sample=sample, paragraphs=paragraphs
    )


def _parts(paragraph: str, vocabulary: Vocabulary, sample: bool) -> Iterator[Part]:
    at = 0
    for gap in _GAP.finditer(paragraph):
        if gap.start() > at:
            yield Part(text=paragraph[at : gap.start()])
        element = vocabulary.elements.get(gap[1])
        yield Part(text=example_of(element) if sample and element else "", gap=True)
        at = gap.end()
    if at < len(paragraph):
        yield Part(text=paragraph[at:])


class _Filler:
    """Makes lines of fields, filled in or not."""

    def __init__(self, vocabulary: Vocabulary, names: Names, sample: bool) -> None:
        self._elements = vocabulary.elements
        self._names = names
        self._sample = sample

    def lines(self, fields: Sequence[FormField]) -> Iterator[Line]:
        """Columns of one repeated group (shareholders.name, shareholders.capital) become one table."""
        for role, together in groupby(fields, key=self._group):
            if role:
                yield self._table([*together])
            else:
                yield from (self._line(each) for each in together)

    def _group(self, field: FormField) -> str:
        is_column = field.type is ValueType.TABLE and not self._columns(field)
        return field.element.partition(".")[0] if is_column else ""

    def _columns(self, field: FormField) -> tuple[str, ...]:
        element = self._elements.get(field.element)
        columns = field.columns or (element.columns if element else ())
        return tuple(each.name for each in columns)

    def _line(self, field: FormField) -> Line:
        columns = self._columns(field)
        element = self._elements.get(field.element)
        options = field.options or (element.options if element and field.type in _LISTED else ())
        unit = f"（{field.unit}）" if field.unit and field.unit not in field.name else ""
        return Line(
            label=f"{field.name}{unit}",
            value=example_of(element, field) if self._sample and not options and not columns else "",
            choices=self._choices(field, options),
            columns=columns,
            rows=self._rows(len(columns), [field]) if columns else (),
            note=self._note(field),
            required=field.required,
        )

    def _choices(self, field: FormField, options: Sequence[Option]) -> tuple[Choice, ...]:
        if field.type is ValueType.BOOLEAN and not options:
            return (Choice(label="是"), Choice(label="否", chosen=self._sample))
        labels = [each.label for each in options]
        return tuple(Choice(label=label, chosen=self._sample and at == 0) for at, label in enumerate(labels))

    def _table(self, fields: Sequence[FormField]) -> Line:
        names = tuple(each.name for each in fields)
        rows = self._rows(len(names), fields)
        return Line(label="逐行填写", columns=names, rows=rows, note=self._note(fields[0]), required=fields[0].required)

    def _rows(self, width: int, fields: Sequence[FormField]) -> tuple[tuple[str, ...], ...]:
        if not self._sample:
            return (("",) * width,) * EMPTY_ROWS
        if len(fields) == width and not fields[0].columns:
            return (tuple(example_of(self._elements.get(each.element), each, cell=True) for each in fields),)
        element = self._elements.get(fields[0].element)
        columns = fields[0].columns or (element.columns if element else ())
        return (tuple(example_of(None, each) for each in columns),)

    def _note(self, field: FormField) -> str:
        when = "" if field.when == ALWAYS else f"{say(field.when, self._names)}时填写"
        return "；".join(filter(None, (when, field.hint.rstrip("。"))))
