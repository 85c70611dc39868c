"""What leaves no answer out is no condition any more."""

import pytest

from lianban.core.chains.compose import compose
from lianban.core.chains.model import Answer, QuestionKind
from lianban.core.chains.plan import Need
from lianban.core.chains.verifier import verify
from lianban.core.conditions.text import parse
from lianban.core.vocabulary.model import Vocabulary
from tests.core.chains.builders import a_chain, a_material, a_question, an_item, by_key

ANSWERS = tuple(Answer(value=each, label=each) for each in ("new", "old", "public"))
CHAIN = a_chain("a", questions=(a_question("source", "house.source", QuestionKind.SINGLE, answers=ANSWERS),))


@pytest.mark.parametrize(
    ("when", "need"),
    [
        ("house.source 属于 [new, old, public]", Need.CERTAIN),
        ("house.source = new 或 house.source 属于 [old, public]", Need.CERTAIN),
        ("house.source 属于 [new, old]", Need.POSSIBLE),
    ],
)
def test_a_list_of_all_answers_asks_in_any_case(when, need):
    items = by_key(an_item("a", materials=(a_material("m", when=parse(when)),)))
    plan = compose(CHAIN, items, Vocabulary(), {})
    assert [each.need for each in plan.materials] == [need]
    assert verify(plan, CHAIN, items, Vocabulary()) == ()
