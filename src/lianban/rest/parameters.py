"""What requests of several resources have in common."""

from typing import Annotated

from ninja import Path, Query
from pydantic import BaseModel, ConfigDict, Field

Key = Annotated[str, Path(max_length=100, description="The key of a definition, as the lists give it.")]
Wanted = Annotated[
    str, Query(max_length=100, description="What to look for: words, an alias, pinyin, a code. All when empty.")
]
Limit = Annotated[int, Query(ge=1, le=100, description="How many at most.")]
Offset = Annotated[int, Query(ge=0, le=100_000, description="How many to leave out first.")]

Spelt = Annotated[str, Field(max_length=200)]


class Answers(BaseModel):
    """Answers so far: question key → `yes`, `no`, `350`, `2026-11-23`, `value`, `one,other`, or `unknown`."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"answers": {"q1": "company", "q2": "350"}}]}
    )

    answers: dict[Annotated[str, Field(max_length=100)], Spelt] = Field(default={}, max_length=60)
