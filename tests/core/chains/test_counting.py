"""How 四减 is counted (facts 5.4)."""

from decimal import Decimal

from lianban.core.chains.counting import costs_alone, rounds_of, steps_together
from tests.core.chains.builders import a_field, a_material, a_step, an_item, by_key

A = an_item("a", [a_field("f")], [a_material("m")], takes=5, visits=2)
B = an_item("b", takes=3, statutory_limit=None, visits=0)


def test_one_by_one_everything_is_added_up():
    items = by_key(A, B)
    steps = [(key, step) for key, item in items.items() for step in item.counted_steps]
    alone = costs_alone(items, steps, [("a", A.materials[0])], [("a", A.fields[0])])
    assert {name: each.before for name, each in alone.items()} == {
        "steps": 6, "materials": 1, "fields": 1, "days": 13, "visits": 2,
    }  # fmt: skip
    assert alone["days"].before_entries == ("事项a：10", "事项b：3")
    assert alone["visits"].before_entries == ("事项a：2",)
    assert all(each.rate in (None, Decimal(0)) for each in alone.values())


def test_a_round_begins_when_those_before_it_are_done():
    assert rounds_of("abcd", [("a", "b"), ("b", "d"), ("a", "d")]) == {"a": 1, "b": 2, "c": 1, "d": 3}


def test_together_each_act_is_done_once_and_reviews_go_in_rounds():
    steps = [
        ("a", a_step("受理")), ("b", a_step("受理")), ("a", a_step("审查")), ("b", a_step("决定")),
        ("a", a_step("现场核查", on_site=True)), ("b", a_step("竣工验收")), ("b", a_step("送达")),
    ]  # fmt: skip
    assert list(steps_together(steps, {"a": "甲", "b": "乙"}, {"a": 1, "b": 2})) == [
        "一窗受理", "联合踏勘", "第1轮并联审批：甲", "第2轮并联审批：乙", "联合验收", "统一出件",
    ]  # fmt: skip
