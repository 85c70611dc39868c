"""Conditions compared as sets of cases."""

from lianban.core.chains.model import Member, Question
from lianban.core.conditions.algebra import ALWAYS, NEVER
from lianban.core.conditions.cases import Cases, conditions_in
from lianban.core.conditions.diagram import FALSE, TRUE
from lianban.core.conditions.domains import Truths, Words
from lianban.core.conditions.text import parse

BIG, SHOP, BAR = parse("big"), parse("kind = shop"), parse("kind = bar")
DOMAINS = {"big": Truths(), "kind": Words(("shop", "bar"))}


def cases(**known: bool | str) -> Cases:
    """All cases of two facts, as far as the known ones leave them open."""
    return Cases((BIG, SHOP, BAR), DOMAINS, known)


def test_conditions_that_hold_in_the_same_cases_are_equal():
    found = cases()
    assert found.of(parse("非 (big 且 kind = shop)")) == found.of(parse("非 big 或 kind = bar"))
    assert found.of(SHOP) != found.of(BIG)


def test_what_leaves_no_case_out_is_always():
    found = cases()
    assert found.either([found.of(SHOP), found.of(BAR)]) == TRUE
    assert not found.meet(found.of(SHOP), found.of(BAR))
    assert found.meet(found.of(SHOP), found.of(BIG))
    assert found.without(TRUE, found.of(SHOP)) == found.of(BAR)
    assert found.either([]) == FALSE


def test_known_facts_close_cases():
    found = cases(kind="shop")
    assert (found.of(SHOP), found.of(BAR)) == (TRUE, FALSE)
    assert (found.left_of(SHOP), found.left_of(BAR), found.left_of(BIG)) == (ALWAYS, NEVER, BIG)


def test_every_condition_inside_a_value_is_found_at_any_depth():
    question = Question(key="q", fact="big", ask="大？", when=SHOP)
    assert list(conditions_in((Member(item="a", when=BIG), (question,), "text", None))) == [BIG, SHOP]
