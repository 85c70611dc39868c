"""事项办理: the child proceeding. One item of a plan, decided by one authority under its own clock."""

from lianban.core.proceedings.evolution import Course
from lianban.core.proceedings.item_case.state import ItemState
from lianban.core.proceedings.item_case.table import HAPPENINGS, PROCEDURE

__all__ = ["PROCEDURE", "ItemState", "decide", "evolve", "open_actions", "replay", "words_in"]

_COURSE: Course[ItemState] = Course(PROCEDURE, HAPPENINGS)
decide, open_actions = _COURSE.decide, _COURSE.open_actions
evolve, replay, words_in = _COURSE.evolve, _COURSE.replay, _COURSE.words_in
