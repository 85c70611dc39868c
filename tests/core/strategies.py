"""Conditions and facts for property tests. The first letter of a fact says its kind."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from lianban.core.conditions.algebra import All, Any, Compare, Const, Equals, Has, In, Not, Within
from lianban.core.conditions.domains import Choices, Days, Numbers, Places, Truths, Words

WORDS = ("a", "b", "c", "50_300", "it's", "12")
DOMAINS = {
    "t.one": Truths(),
    "t.two": Truths(),
    "w.kind": Words(WORDS[:3]),
    "w.城区": Words(WORDS),
    "n.area": Numbers(minimum=Decimal(0), maximum=Decimal(4), whole=True),
    "d.born": Days(date(2026, 1, 1), date(2026, 1, 4)),
    "m.scope": Choices(WORDS[:3]),
    "p.home": Places(),
}
DIVISIONS = ("37", "3703", "370304", "370304001", "3701", "11")
VALUES = {
    "t.one": (True, False),
    "t.two": (True, False),
    "w.kind": WORDS[:3],
    "w.城区": WORDS,
    "n.area": tuple(map(Decimal, range(5))),
    "d.born": tuple(date(2026, 1, day) for day in range(1, 5)),
    "m.scope": tuple(
        frozenset(w for w, on in zip("abc", format(n, "03b"), strict=True) if on == "1") for n in range(8)
    ),
    "p.home": ("370304001", "370304100", "370305", "3799", "370100", "11", "45"),
}


def atoms():
    orders = st.sampled_from(("<", "<=", ">", ">="))
    truths = st.builds(Equals, st.sampled_from(("t.one", "t.two")), st.booleans())
    words = st.one_of(
        st.builds(Equals, st.sampled_from(("w.kind", "w.城区")), st.sampled_from(WORDS)),
        st.builds(In, st.just("w.城区"), st.frozensets(st.sampled_from(WORDS), min_size=1)),
    )
    numbers = st.one_of(
        st.builds(Compare, st.just("n.area"), orders, st.sampled_from(VALUES["n.area"])),
        st.builds(Equals, st.just("n.area"), st.sampled_from(VALUES["n.area"])),
    )
    days = st.builds(Compare, st.just("d.born"), orders, st.sampled_from(VALUES["d.born"]))
    choices = st.builds(Has, st.just("m.scope"), st.sampled_from(WORDS[:3]))
    places = st.builds(Within, st.just("p.home"), st.sampled_from(DIVISIONS))
    return st.one_of(truths, words, numbers, days, choices, places)


def conditions(leaves=None, size=8):
    lists = st.integers(min_value=2, max_value=3)
    return st.recursive(
        st.one_of(atoms() if leaves is None else leaves, st.builds(Const, st.booleans())),
        lambda inner: st.one_of(
            st.builds(Not, inner),
            lists.flatmap(lambda n: st.builds(All, st.tuples(*[inner] * n))),
            lists.flatmap(lambda n: st.builds(Any, st.tuples(*[inner] * n))),
        ),
        max_leaves=size,
    )


def all_facts():
    """Values for every fact."""
    return st.fixed_dictionaries({fact: st.sampled_from(values) for fact, values in VALUES.items()})


def some_facts():
    """Values for some of the facts."""
    return st.fixed_dictionaries({}, optional={fact: st.sampled_from(values) for fact, values in VALUES.items()})
