"""One process from many items."""

from decimal import Decimal

import pytest

from lianban.core.chains.compose import compose
from lianban.core.chains.errors import ChainCycle, UnknownMember
from lianban.core.chains.model import Dependency, DependencyKind, Member
from lianban.core.chains.plan import Need, Plan
from lianban.core.conditions.text import parse
from lianban.core.items.model import ServiceItem
from lianban.core.vocabulary.model import Vocabulary
from tests.core.chains.builders import a_chain, a_material, a_question, a_step, an_item, by_key

NOTHING = Vocabulary()
A_RESULT = a_material("m", "doc.a")


def plan_of(*items: ServiceItem, waits: list[tuple[str, str]] | None = None, **facts: object) -> Plan:
    """Compile items that are always needed."""
    return compose(a_chain(*(item.key for item in items), waits=waits or []), by_key(*items), NOTHING, facts)


def test_the_promise_is_the_longest_path_not_the_sum():
    items = [an_item("a", takes=1), an_item("b", takes=10), an_item("c", takes=3), an_item("d", takes=2)]
    process = plan_of(*items, waits=[("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]).process
    assert (process.promise, process.path) == (13, ("a", "b", "d"))
    assert {each.item for each in process.schedule if each.critical} == {"a", "b", "d"}
    assert next((each.starts, each.ends) for each in process.schedule if each.item == "c") == (1, 4)


def test_arrows_that_others_imply_are_not_shown():
    process = plan_of(an_item("a"), an_item("b"), an_item("c"), waits=[("a", "b"), ("b", "c"), ("a", "c")]).process
    assert [(edge.before, edge.after) for edge in process.edges] == [("a", "b"), ("b", "c")]


def test_items_that_may_run_at_once_wait_for_nothing():
    parallel = Dependency(before="a", after="b", kind=DependencyKind.PARALLEL)
    chain = a_chain("a", "b", dependencies=(parallel,))
    assert compose(chain, by_key(an_item("a"), an_item("b")), NOTHING).process.edges == ()


def test_a_ring_is_no_plan():
    with pytest.raises(ChainCycle) as refused:
        plan_of(an_item("a"), an_item("b"), an_item("c"), waits=[("a", "b"), ("b", "c"), ("c", "a")])
    assert refused.value.facts["items"] == ("a", "b", "c")
    assert "事项a → 事项b → 事项c → 事项a" in refused.value.message


def test_an_item_that_nobody_has_described_is_named():
    with pytest.raises(UnknownMember, match="没有的事项“ghost”"):
        compose(a_chain("ghost"), {}, NOTHING)


def test_items_of_different_cases_do_not_wait_for_each_other():
    items = by_key(an_item("a"), an_item("b"))
    members = Member(item="a", when=parse("big")), Member(item="b", when=parse("非 big"))
    chain = a_chain(*members, waits=[("a", "b"), ("b", "a")])
    assert compose(chain, items, NOTHING).process.promise == 5


class TestNeed:
    """An item is certain, possible or not needed, and the plan says on what it hangs."""

    ITEMS = by_key(an_item("a"), an_item("b"))
    CHAIN = a_chain("a", Member(item="b", when=parse("big")), questions=(a_question("q", "big"),))

    @pytest.mark.parametrize(
        ("facts", "need"), [({}, Need.POSSIBLE), ({"big": True}, Need.CERTAIN), ({"big": False}, Need.NOT_NEEDED)]
    )
    def test_as_the_answers_decide(self, facts: dict[str, bool], need: Need):
        plan = compose(self.CHAIN, self.ITEMS, NOTHING, facts)
        assert {each.key: each.need for each in plan.items} == {"a": Need.CERTAIN, "b": need}

    def test_what_holds_either_way_is_certain(self):
        members = Member(item="a", when=parse("big")), Member(item="a", when=parse("非 big"))
        assert compose(a_chain(*members), self.ITEMS, NOTHING).items[0].need is Need.CERTAIN


class TestStepsThatHangOnCircumstances:
    """消防安全检查：告知承诺1个工作日，一般程序10+3个工作日。"""

    STEPS = (
        a_step("受理", 0),
        a_step("审查", 1, when=parse("mode = commit")),
        a_step("现场检查", 10, when=parse("mode = normal"), on_site=True),
        a_step("决定", 3, when=parse("mode = normal")),
        a_step("许可后核查", 20, when=parse("mode = commit"), on_site=True, counted=False),
    )

    @pytest.mark.parametrize(("facts", "takes"), [({"mode": "commit"}, 1), ({"mode": "normal"}, 13), ({}, 2)])
    def test_decide_how_long_it_takes_once_they_are_known(self, facts: dict[str, str], takes: int):
        assert plan_of(an_item("fire", steps=self.STEPS, takes=2), **facts).process.promise == takes


class TestRefusal:
    """Whoever waits for a refused item, at any remove, cannot be granted; the others go on (facts 5.2.7)."""

    def test_the_plan_says_what_stops_what_is_lacking_and_what_goes_on(self):
        items = [an_item("a", makes="doc.a"), an_item("b"), an_item("c"), an_item("d", materials=[A_RESULT])]
        first, second = plan_of(*items, waits=[("d", "c")]).process.fallbacks
        assert first == ("a", ("d", "c"), ("a证",), ("b",))
        assert second == ("d", ("c",), (), ("a", "b"))

    def test_where_nobody_waits_nothing_follows(self):
        assert plan_of(an_item("a"), an_item("b")).process.fallbacks == ()


class TestReductions:
    """四减: one by one against as a chain (facts 5.4)."""

    def test_steps_merge_into_one_acceptance_reviews_in_rounds_and_one_delivery(self):
        figure = plan_of(an_item("a"), an_item("b"), an_item("c"), waits=[("a", "b")]).reductions.steps
        assert (figure.before, figure.after) == (9, 4)
        assert figure.after_entries == ("一窗受理", "第1轮并联审批：事项a、事项c", "第2轮并联审批：事项b", "统一出件")

    def test_days_compare_the_statutory_sum_with_the_promise(self):
        figure = plan_of(an_item("a", takes=5), an_item("b", takes=3)).reductions.days
        assert (figure.before, figure.after) == (16, 5)
        assert figure.rate == Decimal("0.6875")

    def test_visits_fall_to_one_or_to_what_the_chain_says(self):
        items = by_key(an_item("a", visits=2), an_item("b", visits=1))
        assert compose(a_chain("a", "b"), items, NOTHING).reductions.visits.after == 1
        assert compose(a_chain("a", "b", visits_after=0), items, NOTHING).reductions.visits.after == 0

    def test_there_is_no_rate_where_there_was_nothing(self):
        assert plan_of(an_item("a", visits=0)).reductions.visits.rate is None


def test_a_promise_beyond_the_published_one_is_found():
    items = by_key(an_item("a", takes=5))
    (finding,) = compose(a_chain("a", promise_days=3), items, NOTHING).findings
    assert finding.rule == "PROMISE_EXCEEDED"
