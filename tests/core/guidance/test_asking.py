from decimal import Decimal

from lianban.core.chains.plan import Need
from lianban.core.conditions.text import write
from lianban.core.guidance import (
    UNKNOWN,
    Kind,
    Known,
    advice_unasked,
    certainties,
    compile_guide,
    facts_after,
    next_question,
    prove,
    settled,
    what_if,
)
from tests.core.guidance.builders import a_chain, an_item, items_of, multi, number, single, yes_no

QUESTIONS = (
    yes_no("entertainment", find_out="看营业执照的经营范围"),
    number("area", unit="平方米"),
    single("sign", "door", "big", "none", notes={"big": "按户外广告办理"}),
    single("fire.way", "commit", "normal", when="area >= 300 或 entertainment"),
    multi("sells", "tobacco", "spirits", "toys"),
)
MEMBERS = {
    "food": "真",
    "fire": "area >= 300 或 entertainment",
    "sign": "sign 属于 [door, big]",
    "tobacco": "sells 含 tobacco",
}
ITEMS = items_of(
    an_item("food", name="食品经营许可"),
    an_item("fire", {"promise": "fire.way = commit", "form": "fire.way = normal"}, name="消防安全检查"),
    an_item("sign", {"picture": "真", "lease": "warehouse.has"}),
    an_item("tobacco", fields={"shelf": "area < 20"}),
)


def a_guide(**more):
    return compile_guide(a_chain(QUESTIONS, MEMBERS), ITEMS, **more)


def asked_in_turn(guide, answers):
    given = {}
    while asked := next_question(guide, given):
        given[asked.question.key] = answers[asked.question.key]
    return list(given)


def need(guide, answers, kind, key):
    found = certainties(guide, facts_after(guide.chain, answers))
    return next(each.need for each in found if (each.consequence.kind, each.consequence.key) == (kind, key))


def test_a_question_is_not_asked_once_nothing_hangs_on_it():
    quiet = {"entertainment": True, "area": Decimal(10), "sign": "none", "fire.way": "commit", "sells": frozenset()}
    order = asked_in_turn(a_guide(), quiet)
    assert "area" not in order
    assert set(order) == {"entertainment", "fire.way", "sells", "sign"}


def test_a_question_whose_circumstances_are_not_given_is_not_asked():
    small = {"entertainment": False, "area": Decimal(50), "sign": "none", "sells": frozenset()}
    assert "fire.way" not in asked_in_turn(a_guide(), small)


def test_a_question_says_what_hangs_on_it_and_how_many_may_follow():
    asked = next_question(a_guide(), {"sign": "none", "sells": frozenset(), "area": Decimal(10)})
    assert asked.question.key == "entertainment"
    assert {(each.kind, each.key) for each in asked.because} == {
        (Kind.ITEM, "fire"), (Kind.MATERIAL, "promise"), (Kind.MATERIAL, "form"),
    }  # fmt: skip
    assert (asked.expected, asked.at_most) == (1.5, 2)


def test_a_consequence_shows_as_soon_as_it_is_certain():
    guide = a_guide()
    assert need(guide, {}, Kind.ITEM, "food") is Need.CERTAIN
    assert need(guide, {}, Kind.ITEM, "fire") is Need.POSSIBLE
    assert need(guide, {"area": Decimal(300)}, Kind.ITEM, "fire") is Need.CERTAIN
    assert need(guide, {"area": Decimal(299)}, Kind.ITEM, "fire") is Need.POSSIBLE
    assert need(guide, {"area": Decimal(299), "entertainment": False}, Kind.ITEM, "fire") is Need.NOT_NEEDED
    assert need(guide, {"sells": frozenset({"toys"})}, Kind.FIELD, "shelf") is Need.NOT_NEEDED


def test_what_no_question_settles_stays_possible_and_asks_nothing():
    guide = a_guide()
    answers = {"entertainment": False, "area": Decimal(50), "sign": "door", "sells": frozenset()}
    assert next_question(guide, answers) is None
    found = certainties(guide, facts_after(guide.chain, answers))
    lease = next(each for each in found if each.consequence.key == "lease")
    assert lease.need is Need.POSSIBLE
    assert write(lease.because) == "warehouse.has"


def test_not_knowing_goes_on_with_both_possibilities():
    guide = a_guide()
    answers = {"entertainment": UNKNOWN, "area": UNKNOWN}
    assert next_question(guide, answers).question.key in {"fire.way", "sign", "sells"}
    answers |= {"sign": "none", "sells": frozenset()}
    assert next_question(guide, answers).question.key == "fire.way"
    assert next_question(guide, answers | {"fire.way": UNKNOWN}) is None
    assert need(guide, answers | {"fire.way": "commit"}, Kind.MATERIAL, "promise") is Need.POSSIBLE
    assert need(guide, answers | {"fire.way": "commit"}, Kind.MATERIAL, "form") is Need.NOT_NEEDED


def test_what_is_known_is_shown_with_its_source_and_not_asked():
    guide = a_guide()
    known = {"area": Known(Decimal(400), "不动产权证书")}
    asked = next_question(guide, {}, known)
    assert asked.question.key not in {"area", "entertainment"}
    (shown,) = settled(guide, {}, known)
    assert (shown.question.key, shown.value, shown.source) == ("area", Decimal(400), "不动产权证书")


def test_what_is_known_can_be_corrected_by_answering():
    guide = a_guide()
    known = {"area": Known(Decimal(400), "不动产权证书")}
    assert settled(guide, {"area": Decimal(40)}, known) == ()
    assert need(guide, {"area": Decimal(40), "entertainment": False}, Kind.ITEM, "fire") is Need.NOT_NEEDED


def test_what_an_answer_implies_is_shown_with_the_question_that_implies_it():
    questions = (single("kind", "stall", "shop", sets={"stall": {"indoors": False}}), yes_no("indoors"))
    chain = a_chain(questions, {"fire": "indoors", "stall": "kind = stall"})
    guide = compile_guide(chain, items_of(an_item("fire"), an_item("stall")))
    assert next_question(guide, {"kind": "stall"}) is None
    (shown,) = settled(guide, {"kind": "stall"})
    assert (shown.question.key, shown.value, shown.implied_by.key) == ("indoors", False, "kind")


def test_what_if_shows_what_another_answer_would_change():
    guide = a_guide()
    answers = {"entertainment": False, "area": Decimal(299), "sign": "none", "sells": frozenset()}
    difference = what_if(guide, answers, {"area": Decimal(300)})
    changes = {each.consequence.key: (each.before, each.after) for each in difference.changes}
    assert changes == {
        "fire": (Need.NOT_NEEDED, Need.CERTAIN),
        "promise": (Need.NOT_NEEDED, Need.POSSIBLE),
        "form": (Need.NOT_NEEDED, Need.POSSIBLE),
    }
    assert (difference.questions_before, difference.questions_after) == (0, 1)


def test_a_note_is_asked_for_only_when_it_is_part_of_the_outcome():
    chain = a_chain((yes_no("a"), single("b", "x", "y", notes={"x": "请自备电源"})), {"item": "a"})
    items = items_of(an_item("item"))
    assert prove(compile_guide(chain, items)).dead == ("b",)
    assert prove(compile_guide(chain, items, advice=True)).expected == 2


def test_the_note_of_a_question_that_is_not_asked_is_still_shown():
    chain = a_chain((yes_no("a"), single("b", "x", "y", notes={"x": "请自备电源"})), {"item": "a"})
    guide = compile_guide(chain, items_of(an_item("item")))
    assert [(q.key, a.note) for q, a in advice_unasked(guide, {"a": True})] == [("b", "请自备电源")]
    assert advice_unasked(guide, {"a": True, "b": "y"}) == ()
