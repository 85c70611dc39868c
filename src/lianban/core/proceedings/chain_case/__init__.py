"""一件事申请: the parent proceeding. One application, accepted once, over items that each keep their own clock."""

from lianban.core.proceedings.chain_case.state import ChainState
from lianban.core.proceedings.chain_case.table import HAPPENINGS, PROCEDURE
from lianban.core.proceedings.evolution import Course

__all__ = ["PROCEDURE", "ChainState", "decide", "evolve", "open_actions", "replay", "words_in"]

_COURSE: Course[ChainState] = Course(PROCEDURE, HAPPENINGS)
decide, open_actions = _COURSE.decide, _COURSE.open_actions
evolve, replay, words_in = _COURSE.evolve, _COURSE.replay, _COURSE.words_in
