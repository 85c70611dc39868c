"""What people write in their own words: known by its type, so that a record can hold a reference in its place.

The words themselves are kept beside the record with a salt and can be erased; the reference is a digest of both, and
every chain of digests over it goes on to hold.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Final, get_args, get_origin

from pydantic import BaseModel

from lianban.core.kernel.canonical import digest
from lianban.core.kernel.value import Value

IN_OWN_WORDS: Final = "in one's own words"
Words = Annotated[str, IN_OWN_WORDS]
"""A text that a person wrote: a reason, an opinion, a problem, a promise. It may name other people."""
ERASED = "〔已依法删除〕"
"""What stands where words were erased."""
MARK = "text:"
REFERENCE = re.compile(MARK + "[0-9a-f]{64}")

Shape = Mapping[str, "Shape | None"]
"""Which fields of a value hold words: None where a field is words itself, else the shape of what is in it."""


class Kept(Value):
    """Words as they are kept beside a record. salt: by chance, so that nobody guesses short words from their digest."""

    salt: str
    text: str

    @property
    def reference(self) -> str:
        """What stands in the record in place of the words."""
        return MARK + digest(self)


@cache
def shape_of(kind: type[BaseModel]) -> Shape:
    """Return where values of a type hold words; an empty mapping when nowhere."""
    found = {name: _shape(each.annotation, *each.metadata) for name, each in kind.model_fields.items()}
    return {name: shape for name, shape in found.items() if shape != {}}


def _shape(annotation: Any, *notes: object) -> Shape | None:
    if IN_OWN_WORDS in notes:
        return None
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return shape_of(annotation)
    inner = get_args(annotation)
    if get_origin(annotation) is Annotated:
        return _shape(*inner)
    return next((shape for each in inner if (shape := _shape(each)) != {}), {})


def withheld(value: object, shape: Shape | None, keep: Callable[[str], str]) -> Any:
    """Return a JSON value with what `keep` makes of it in place of all words. Empty words stay empty."""
    if isinstance(value, list):
        return [withheld(each, shape, keep) for each in value]
    if shape is None:
        return keep(value) if isinstance(value, str) and value else value
    if isinstance(value, dict):
        return {key: withheld(each, shape[key], keep) if key in shape else each for key, each in value.items()}
    return value


def references(value: object) -> Iterator[str]:
    """Yield every reference to words in a JSON value, in its order."""
    if isinstance(value, str):
        if REFERENCE.fullmatch(value):
            yield value
    elif isinstance(value, Mapping | list | tuple):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from references(each)


def in_words(value: object, words: Mapping[str, str]) -> Any:
    """Return a JSON value with the words in place of their references. words: by reference; what it lacks is erased."""
    if isinstance(value, str):
        return words.get(value, ERASED) if REFERENCE.fullmatch(value) else value
    if isinstance(value, dict):
        return {key: in_words(each, words) for key, each in value.items()}
    return [in_words(each, words) for each in value] if isinstance(value, list) else value
