"""Values of a plan, built without asking again whether they are what they are.

A plan has hundreds of parts, each made from values that were checked when the definitions were read; checking them
once more would be a third of the composer's time. A plan that comes from outside is validated as usual.
"""

from functools import cache
from typing import Any, TypeVar

from lianban.core.kernel.value import Value

_V = TypeVar("_V", bound=Value)


def built(kind: type[_V], /, **values: Any) -> _V:
    """Return a value of this kind. values: every field without a default, each of its declared type."""
    made = kind.__new__(kind)
    put = object.__setattr__
    put(made, "__dict__", defaults_of(kind) | values)
    put(made, "__pydantic_fields_set__", set(values))
    put(made, "__pydantic_extra__", None)
    put(made, "__pydantic_private__", None)
    return made


@cache
def defaults_of(kind: type[Value]) -> dict[str, Any]:
    """Return the fields of a kind in their order of declaration, each with its default; None where it has none."""
    return {name: None if each.is_required() else each.get_default() for name, each in kind.model_fields.items()}
