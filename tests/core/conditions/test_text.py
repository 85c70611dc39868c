from datetime import date
from decimal import Decimal

import pytest

from lianban.core.conditions.algebra import All, Any, Compare, Const, Equals, Has, In, Not, Within
from lianban.core.conditions.errors import ConditionSyntaxError
from lianban.core.conditions.text import parse, write


def test_a_bare_fact_means_that_it_is_true():
    assert parse("agent.used") == Equals("agent.used", True)
    assert write(Equals("agent.used", True)) == "agent.used"


def test_and_binds_tighter_than_or():
    assert parse("a 或 b 且 c") == Any((Equals("a", True), All((Equals("b", True), Equals("c", True)))))


def test_parentheses_are_kept_where_they_matter_and_dropped_where_not():
    assert write(parse("((a 或 b)) 且 (c)")) == "(a 或 b) 且 c"


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("premises.area >= 300 且 非 agent.used",
         All((Compare("premises.area", ">=", Decimal(300)), Not(Equals("agent.used", True))))),
        ("scope 属于 [food, '12', 2026-01-01]", In("scope", frozenset({"food", "12", date(2026, 1, 1)}))),
        ("sign = 50_300", Equals("sign", "50_300")),
        ("证照 含 食品经营许可证", Has("证照", "食品经营许可证")),
        ("born < 2026-01-01", Compare("born", "<", date(2026, 1, 1))),
        ("balance != -2.50", Not(Equals("balance", Decimal("-2.5")))),
        ("used = false", Equals("used", False)),
        ("非 home 位于 370304102", Not(Within("home", "370304102"))),
        ("真", Const(True)),
    ],
)  # fmt: skip
def test_each_relation_is_read_and_written_back(text, condition):
    assert parse(text) == condition
    assert parse(write(condition)) == condition


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("a and not (b or c)", "a 且 非 (b 或 c)"),
        ("x in [p, q] and y has z", "x 属于 [p, q] 且 y 含 z"),
        ("home within 37", "home 位于 37"),
        ("（a == 3）且 b ≥ 4 且 c≠d", "a = 3 且 b >= 4 且 c != d"),
    ],
)
def test_english_keywords_and_full_width_signs_mean_the_same(english, chinese):
    assert write(parse(english)) == chinese


def test_words_that_look_like_something_else_are_quoted():
    for word in ("12", "2026-01-01", "真", "and", "带 空格", "it's", ""):
        assert parse(write(Equals("a", word))).value == word


@pytest.mark.parametrize(
    ("text", "column"),
    [("a >", 4), ("a = 3 b", 7), ("(a 或 b", 7), ("3 且 a", 1), ("a = 2026-02-30", 5), ("a $ b", 3), ("", 1),
     ("a 且", 4), ("a > word", 5), ("a 属于 [b c]", 9), ("a 含 且", 5), ("且", 1),
     ("a 位于 375", 6), ("a 位于 山东", 6)],
)  # fmt: skip
def test_an_error_points_at_the_column(text, column):
    with pytest.raises(ConditionSyntaxError) as caught:
        parse(text)
    assert caught.value.facts["column"] == column
    assert f"第 {column} 列" in caught.value.message
