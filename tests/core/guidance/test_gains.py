"""What carrying out a remedy would change, reckoned by compiling with the remedy carried out."""

from decimal import Decimal

import pytest

from lianban.core.chains.model import Member
from lianban.core.chains.quality import check_chain
from lianban.core.guidance.gains import RECKONED, Gains, item_gain
from lianban.core.items.alike import check_alike
from lianban.core.items.quality import check_item
from lianban.core.kernel.finding import Finding
from lianban.core.vocabulary.model import MaterialKind
from tests.core.chains.builders import a_chain, a_material, a_step, a_vocabulary, an_item, by_key, days
from tests.core.guidance.builders import single, yes_no

WORDS = a_vocabulary(
    MaterialKind(key="doc.plan", name="平面图"), MaterialKind(key="doc.id", name="身份证", e_licence=True)
)
PLAN = a_material("plan", "doc.plan")
REPORT = a_material("report", channel="中介机构", name="检测报告")


def gains(finding, items, *chains):
    reckoned = Gains(by_key(*items), {each.key: each for each in chains}, WORDS).of(finding)
    return {each.scope: {one.figure: (int(one.before), int(one.after)) for one in each.changes} for each in reckoned}


def of_item(rule, items, *chains):
    """What the remedy of the first finding of this rule on any of the items changes."""
    found = [each for item in items for each in check_item(item, WORDS)]
    return gains(next(each for each in found if each.rule == rule), items, *chains)


def of_chain(rule, chain, *items):
    found = check_chain(chain, by_key(*items), WORDS)
    return gains(next(each for each in found if each.rule == rule), items, chain)


class TestItems:
    def test_a_material_without_a_basis_comes_off_the_list_of_item_and_chain(self):
        items = (an_item("a", materials=[PLAN, REPORT]), an_item("b", materials=[PLAN]))
        assert of_item("Q15_AGENCY_BASIS", items, a_chain("a", "b")) == {
            "items/a": {"materials": (2, 1)},
            "chains/chain": {"materials": (2, 1)},
        }

    def test_a_chain_that_merged_the_material_away_gains_nothing(self):
        ours = an_item("a", materials=[a_material("plan", "doc.plan", channel="中介机构")])
        items = (ours, an_item("b", materials=[PLAN]))
        assert of_item("Q15_AGENCY_BASIS", items, a_chain("a", "b")) == {"items/a": {"materials": (1, 0)}}

    def test_a_whole_catch_all_is_dropped_and_a_tail_needs_a_person(self):
        whole = (an_item("a", materials=[PLAN, a_material("other", name="其他材料")]),)
        tail = (an_item("a", materials=[PLAN, a_material("more", name="合格证、图纸等材料")]),)
        assert of_item("Q01_CATCH_ALL", whole) == {"items/a": {"materials": (2, 1)}}
        assert of_item("Q01_CATCH_ALL", tail) == {}

    def test_what_an_electronic_licence_tells_is_not_handed_in(self):
        assert of_item("Q18_SHAREABLE", (an_item("a", materials=[a_material("id", "doc.id")]),)) == {
            "items/a": {"materials": (1, 0)}
        }

    def test_a_promise_is_cut_to_its_steps_and_the_chain_is_done_sooner(self):
        steps = (a_step("受理", 0), a_step("审查", 2), a_step("决定", 1))
        items = (an_item("a", takes=9, steps=steps), an_item("b", takes=2, steps=()))
        assert of_item("Q06_SLACK", items, a_chain("a", "b", waits=[("a", "b")])) == {
            "items/a": {"days": (9, 3)},
            "chains/chain": {"days": (11, 5)},
        }

    def test_a_promise_beyond_the_law_comes_back_to_it(self):
        items = (an_item("a", takes=9, statutory_limit=days(4), steps=()),)
        assert of_item("Q04_BEYOND_LAW", items, a_chain("a"))["chains/chain"] == {"days": (9, 4)}

    def test_two_definitions_of_one_item_become_one(self):
        items = (an_item("a", name="许可", authority="x"), an_item("b", name="许可", authority="x", takes=7))
        (twin,) = check_alike(items)
        chain = a_chain("a", "b", waits=[("a", "b")])
        changed = gains(twin, items, chain)["chains/chain"]
        assert (changed["items"], changed["days"]) == ((2, 1), (12, 5))

    def test_an_item_alone_is_reckoned_without_its_chains(self):
        item = an_item("a", materials=[REPORT])
        (finding,) = [each for each in check_item(item, WORDS) if each.rule == "Q15_AGENCY_BASIS"]
        (gain,) = item_gain(finding, item)
        assert (gain.scope, gain.changes[0].before, gain.changes[0].after) == ("items/a", Decimal(1), Decimal(0))


class TestChains:
    def test_a_dead_question_is_one_question_less(self):
        chain = a_chain("a", questions=(yes_no("idle"),))
        assert of_chain("DEAD_QUESTION", chain, an_item("a")) == {"chains/chain": {"questions": (1, 0)}}

    def test_a_fact_asked_twice_is_asked_once(self):
        twice = (yes_no("big"), single("other", "yes", "no").model_copy(update={"fact": "big"}))
        chain = a_chain(Member(item="a", when="big"), questions=twice)
        assert of_chain("FACT_ASKED_TWICE", chain, an_item("a"))["chains/chain"]["questions"] == (2, 1)

    def test_an_item_that_nobody_can_need_goes_with_what_hangs_on_it(self):
        chain = a_chain("a", Member(item="b", when="big 且 非 big"), questions=(yes_no("big"),), waits=[("a", "b")])
        assert of_chain("UNREACHABLE_ITEM", chain, an_item("a"), an_item("b"))["chains/chain"]["items"] == (2, 1)

    def test_a_published_promise_comes_back_to_what_the_law_allows(self):
        chain = a_chain("a", promise_days=50)
        assert of_chain("PROMISE_BEYOND_LAW", chain, an_item("a", takes=5)) == {"chains/chain": {"promise": (50, 10)}}


class TestBounds:
    @pytest.mark.parametrize("where", ["items/none/materials/0", "chains/none/questions/0", "files/x.yaml"])
    def test_nothing_is_said_of_what_is_not_there(self, where):
        finding = Finding(rule="Q15_AGENCY_BASIS", level="hint", where=where, message="")
        assert gains(finding, (an_item("a"),), a_chain("a")) == {}

    def test_a_rule_without_a_ready_remedy_has_no_gain(self):
        finding = Finding(rule="Q09_PLACE", level="hint", where="items/a", message="")
        assert gains(finding, (an_item("a"),), a_chain("a")) == {}

    def test_a_chain_that_cannot_be_compiled_says_nothing_and_stops_nobody(self):
        items = (an_item("a", materials=[REPORT]),)
        assert of_item("Q15_AGENCY_BASIS", items, a_chain("a", "missing")) == {"items/a": {"materials": (1, 0)}}

    def test_a_large_catalogue_is_not_compiled_without_end(self):
        item, chain = an_item("a", materials=[PLAN, REPORT]), a_chain("a")
        (finding,) = [each for each in check_item(item, WORDS) if each.rule == "Q15_AGENCY_BASIS"]
        reckoned = Gains(by_key(item), {"chain": chain}, WORDS)
        scopes = [[gain.scope for gain in reckoned.of(finding)] for _ in range(RECKONED + 1)]
        assert scopes[RECKONED - 1] == ["items/a", "chains/chain"]
        assert scopes[RECKONED] == ["items/a"]
