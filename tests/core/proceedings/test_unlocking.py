"""What the end of one item sets free, and what it takes the ground from."""

from lianban.core.chains.model import DependencyKind
from lianban.core.chains.process import Edge
from lianban.core.proceedings.unlocking import predecessors, successors, unlocked_by
from tests.core.proceedings import building as b


def edge(before: str, after: str, kind: DependencyKind = DependencyKind.MATERIAL) -> Edge:
    return Edge(before=before, after=after, kind=kind)


EDGES = (edge("a", "c"), edge("b", "c"), edge("c", "d"), edge("a", "e", DependencyKind.PARALLEL))
WAITS = predecessors(EDGES)


def the_states(**cases: b.Case):
    """Five items; those not named still wait."""
    waiting = {key: b.an_item(item=key, predecessors=WAITS.get(key, ())) for key in "abcde"}
    return {key: case.state for key, case in {**waiting, **cases}.items()}


def a_refused_item() -> b.Case:
    return b.reviewed().does(b.HEAD, b.a_refusal())


class TestUnlocking:
    def test_parallel_items_do_not_wait(self):
        assert successors(the_states()) == {"a": ("c",), "b": ("c",), "c": ("d",)}
        assert WAITS == {"c": ("a", "b"), "d": ("c",)}

    def test_one_grant_of_two_is_not_enough(self):
        assert unlocked_by("a", the_states(a=b.granted())).ready == ()

    def test_the_last_grant_makes_the_successor_ready(self):
        states = the_states(a=b.granted(), b=b.granted())
        assert unlocked_by("b", states).ready == ("c",)

    def test_a_refusal_cancels_whatever_hangs_on_it_and_nothing_else(self):
        unlocked = unlocked_by("b", the_states(a=b.granted(), b=a_refused_item()))
        assert (unlocked.ready, unlocked.cancelled) == ((), {"c": "b", "d": "c"})

    def test_what_runs_already_is_left_alone(self):
        assert unlocked_by("b", the_states(b=a_refused_item(), c=b.begun())).cancelled == {}
