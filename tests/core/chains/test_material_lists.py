"""An item's list as its chain has it: what is added, what is taken away."""

from lianban.core.chains.material_lists import lists_of
from lianban.core.chains.model import MaterialRule
from lianban.core.conditions.algebra import ALWAYS, Condition
from lianban.core.conditions.text import parse, write
from tests.core.chains.builders import a_chain, a_material, an_item, by_key

ITEM = an_item("a", materials=[a_material("m", "doc.deed", when=parse("rented")), a_material("n")])


def listed(*rules: MaterialRule) -> dict[str, str]:
    """The list with when each entry is asked for, in words."""
    chain = a_chain("a", material_rules=rules)
    return {entry.key: said(when) for _, entry, when in lists_of(chain, by_key(ITEM))}


def said(when: Condition) -> str:
    return "always" if when == ALWAYS else write(when)


def test_without_rules_it_is_the_departments():
    assert listed() == {"m": "rented", "n": "always"}


def test_a_rule_adds_to_when_an_entry_is_asked_for():
    assert listed(MaterialRule(item="a", kind="doc.deed", when=parse("big")))["m"] == write(parse("rented 或 big"))


def test_taking_away_is_stronger_than_adding():
    rules = (
        MaterialRule(item="a", kind="doc.deed", when=parse("big")),
        MaterialRule(item="a", kind="doc.deed", adds=False, when=parse("held")),
    )
    assert listed(*rules)["m"] == write(parse("(rented 或 big) 且 非 held"))


def test_a_kind_the_list_lacks_becomes_an_entry():
    assert listed(MaterialRule(item="a", kind="doc.plan", name="图纸", when=parse("big")))["chain.doc.plan"] == "big"


def test_rules_of_other_items_change_nothing():
    assert listed(MaterialRule(item="b", kind="doc.deed", adds=False)) == listed()
