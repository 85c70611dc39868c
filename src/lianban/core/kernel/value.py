"""The base of every definition: an immutable value that refuses what it does not know."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value. Unknown keys are refused, so a typing error in a definition is found, not dropped."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False)
