"""What every part of the procedure of an application shares."""

from typing import Any, TypeAlias, TypeVar

from lianban.core.proceedings.chain_case.state import ChainState
from lianban.core.proceedings.evolution import Change
from lianban.core.proceedings.procedure import Attempt, Command
from lianban.core.proceedings.shared import Context

C = TypeVar("C", bound=Command)
On: TypeAlias = Attempt[ChainState, C, Context]
Standing: TypeAlias = Attempt[ChainState, Any, Context]


class ChainHappening(Change[ChainState]):
    """An event of an application that exists."""
