from datetime import date
from decimal import Decimal

import pytest

from lianban.core.conditions.algebra import ALWAYS, All, Any, Compare, Equals, Has, In, Not, Within
from lianban.core.conditions.errors import ConditionShapeError
from lianban.core.conditions.jsonlogic import from_json, to_json


def test_a_fact_is_a_var():
    assert to_json(Equals("agent.used", True)) == {"var": "agent.used"}
    assert to_json(Equals("kind", "person")) == {"==": [{"var": "kind"}, "person"]}


@pytest.mark.parametrize(
    "condition",
    [
        ALWAYS,
        Equals("a", False),
        Compare("area", ">=", Decimal("300.5")),
        Compare("born", "<", date(2026, 1, 1)),
        Has("scope", "food"),
        Within("home", "370304"),
        In("kind", frozenset({"a", Decimal(3), date(2026, 1, 1)})),
        Not(Any((Equals("a", True), All((Equals("b", Decimal(2)), Equals("c", True)))))),
    ],
)
def test_what_is_written_is_read_back(condition):
    assert from_json(to_json(condition)) == condition


def test_a_division_is_the_beginning_of_a_code_as_other_engines_compare_it():
    assert to_json(Within("home", "3703")) == {"==": [{"substr": [{"var": "home"}, 0, 4]}, "3703"]}


def test_a_list_of_nothing_is_written_as_what_it_means():
    assert (to_json(All(())), to_json(Any(()))) == (True, False)


@pytest.mark.parametrize(
    ("logic", "path"),
    [
        ({"cat": ["a", "b"]}, ""),
        ({"and": []}, "and"),
        ({"and": [{"var": "a"}, {"!": 3}]}, "and[1].!"),
        ({"==": [1, 2]}, "==[0]"),
        ({"==": [{"var": "a"}, None]}, "==[1]"),
        ({"<": [{"var": "a"}, "word"]}, "<[1]"),
        ({"var": "not a name"}, "var"),
        ({"in": [{"var": "a"}, []]}, "in[1]"),
        ({"==": [{"substr": [{"var": "a"}, 0, 4]}, "37"]}, "==[0].substr"),
        ({"==": [{"substr": [{"var": "a"}, 1, 2]}, "37"]}, "==[0].substr"),
        ({"==": [{"substr": [{"var": "a"}, 0, 2]}, "ab"]}, "==[1]"),
        ({"and": [], "or": []}, ""),
        ({"==": [{"var": "a"}, "2026-02-30"]}, "==[1]"),
        ("a", ""),
    ],
)
def test_what_is_outside_the_subset_is_refused_with_its_place(logic, path):
    with pytest.raises(ConditionShapeError) as caught:
        from_json(logic)
    assert caught.value.facts["path"] == path
