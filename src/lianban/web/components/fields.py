"""What a form field shows (templates/components/field.html)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from lianban.core.vocabulary.model import ValueType

FEW = 7
"""Up to this many options a person sees all of them; more become a list to open."""

INPUTS: dict[ValueType, dict[str, str]] = {
    ValueType.INTEGER: {"type": "text", "inputmode": "numeric", "width": "w-s"},
    ValueType.NUMBER: {"type": "text", "inputmode": "decimal", "width": "w-s"},
    ValueType.MONEY: {"type": "text", "inputmode": "decimal", "width": "w-m"},
    ValueType.DATE: {"type": "date", "width": "w-m"},
    ValueType.DATETIME: {"type": "datetime-local", "width": "w-m"},
    ValueType.PHONE: {"type": "tel", "inputmode": "tel", "width": "w-m is-code", "autocomplete": "tel"},
    ValueType.EMAIL: {"type": "email", "inputmode": "email", "width": "w-l", "autocomplete": "email"},
    ValueType.ID_NUMBER: {"type": "text", "width": "w-l is-code", "length": "18"},
    ValueType.CREDIT_CODE: {"type": "text", "width": "w-l is-code", "length": "18"},
    ValueType.ADDRESS: {"type": "text", "autocomplete": "street-address"},
    ValueType.TEXT: {"type": "text"},
}


def anchor(name: str) -> str:
    """Return the id of the input that is posted under a name."""
    return "f-" + name.replace(".", "-")


def anchored(errors: Mapping[str, str]) -> list[dict[str, str]]:
    """Return errors, by the name of their field, as the summary at the head of a page links them."""
    return [{"anchor": anchor(name), "text": text} for name, text in errors.items()]


@dataclass(frozen=True, slots=True)
class Choice:
    """One option. key: the number key that chooses it on staff pages, if any."""

    value: str
    label: str
    note: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field as a person meets it.

    name: the name it is posted under. value: str, bool, a list of option values, or (first, last) for a date range.
    why: why we ask, folded. source: where a prefilled value came from. readonly: the law does not let it be edited
    here; `locked` says why. key: the shortcut number keys on staff pages. rows: the rows of a repeated group; pattern:
    the fields of a row of it, for a group that may have none.
    """

    name: str
    label: str
    kind: ValueType = ValueType.TEXT
    value: object = ""
    required: bool = True
    options: tuple[Choice, ...] = ()
    rows: tuple["Row", ...] = ()
    pattern: tuple["FieldView", ...] = ()
    row_name: str = ""
    unit: str = ""
    hint: str = ""
    why: str = ""
    source: str = ""
    readonly: bool = False
    locked: str = ""
    error: str = ""
    max_length: int | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    autocomplete: str = ""
    placeholder: str = ""

    @property
    def id(self) -> str:
        """The id of the input; the error summary links to it."""
        return anchor(self.name)

    @property
    def widget(self) -> str:
        """Which template under components/inputs draws it."""
        match self.kind:
            case ValueType.LONG_TEXT | ValueType.SCOPE_CODES:
                return "area"
            case ValueType.BOOLEAN | ValueType.CHOICE if self.readonly:
                return "fixed"
            case ValueType.CHOICE:
                return "radios" if len(self.options) <= FEW else "select"
            case ValueType.BOOLEAN:
                return "yes_no"
            case ValueType.CHOICES:
                return "checks"
            case ValueType.DATE_RANGE:
                return "date_range"
            case ValueType.TABLE:
                return "group"
        return "line"

    @property
    def template(self) -> str:
        """The template that draws the input."""
        return f"components/inputs/{self.widget}.html"

    @property
    def is_set(self) -> bool:
        """Several inputs under one question: a fieldset with a legend instead of a label."""
        return self.widget in {"radios", "yes_no", "checks", "date_range"}

    @property
    def input(self) -> dict[str, str]:
        """The attributes of a single-line input."""
        return INPUTS.get(self.kind, INPUTS[ValueType.TEXT])

    @property
    def described_by(self) -> str:
        """Ids of the hint, the source and the error, in the order they are read."""
        parts = {"error": self.error, "hint": self.hint, "source": self.source or self.locked}
        return " ".join(f"{self.id}-{part}" for part, text in parts.items() if text)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The chosen option values, however many there are."""
        if isinstance(self.value, bool):
            return ("yes",) if self.value else ("no",)
        if isinstance(self.value, list | tuple):
            return tuple(str(one) for one in self.value)
        return (str(self.value),) if self.value not in ("", None) else ()

    @property
    def shown(self) -> str:
        """The value in words, for a field that cannot be edited."""
        labels = {choice.value: choice.label for choice in self.options}
        return "、".join(labels.get(one, one) for one in self.chosen)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a repeated group, drawn as a card; `fields` carry names such as `shareholders.0.name`."""

    index: int
    fields: tuple[FieldView, ...]

    @property
    def number(self) -> int:
        """The number a person reads."""
        return self.index + 1

    @property
    def index_text(self) -> str:
        """The index as it appears in names."""
        return str(self.index)


def with_errors(fields: tuple[FieldView, ...], errors: dict[str, str]) -> tuple[FieldView, ...]:
    """Return the fields with the error of each put beside it; errors are keyed by field name."""
    return tuple(
        replace(
            field,
            error=errors.get(field.name, ""),
            rows=tuple(replace(row, fields=with_errors(row.fields, errors)) for row in field.rows),
        )
        for field in fields
    )
