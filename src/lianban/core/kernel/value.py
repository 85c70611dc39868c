"""The base of every definition: an immutable value that refuses what it does not know."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

Quantity = Annotated[Decimal, Field(ge=-(10**15), le=10**15)]
"""A number that can be reckoned with: what is larger than any amount of money or area is a mistake in writing."""


class Value(BaseModel):
    """A frozen value. Unknown keys are refused, so a typing error in a definition is found, not dropped."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False)


def fields_of(value: Value, *names: str) -> dict[str, Any]:
    """Return fields of a value by their names: what another value takes over from it."""
    return {name: getattr(value, name) for name in names}
