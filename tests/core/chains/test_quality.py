"""Quality rules of chains."""

from decimal import Decimal

import pytest

from lianban.core.chains.model import (
    Answer,
    Chain,
    Dependency,
    DependencyKind,
    MaterialRule,
    Member,
    Question,
    QuestionKind,
)
from lianban.core.chains.quality import check_chain
from lianban.core.clocks.limits import TimeLimit
from lianban.core.items.model import DepartmentForm, FormField, HandlingType, MaterialNeed, ServiceItem
from lianban.core.vocabulary.model import (
    Authority,
    DataElement,
    MaterialKind,
    Option,
    Situation,
    ValueType,
    Vocabulary,
)

WORDS = Vocabulary(
    elements={
        "card.pickup": DataElement(
            key="card.pickup",
            name="领卡方式",
            type=ValueType.CHOICE,
            options=(Option(value="自取", label="自取"), Option(value="邮寄", label="邮寄")),
        )
    },
    kinds={"doc.plan": MaterialKind(key="doc.plan", name="平面图")},
    situations={"agent.used": Situation(fact="agent.used", ask="是否委托？")},
    authorities={"market": Authority(key="market", name="区市场监督管理局")},
)
SIGN = Question(
    key="q1",
    fact="sign.wanted",
    ask="要招牌吗？",
    answers=(Answer(value="door", label="门楣"), Answer(value="no", label="不要")),
)


def item(key, *, days=5, **more):
    return ServiceItem(
        key=key,
        name=key,
        type="行政许可",
        authority="market",
        promised_limit=TimeLimit(length=Decimal(days)),
        statutory_limit=TimeLimit(length=Decimal(days * 2)),
        handling_type=HandlingType.PROMISED,
        **more,
    )


ITEMS = {key: item(key) for key in ("licence", "sign", "food")}


def chain(**changes):
    """A chain against which no rule has anything to say."""
    sound = {
        "key": "kaidian",
        "code": "01",
        "name": "开店",
        "lead_authority": "market",
        "members": (Member(item="licence"), Member(item="sign", when="sign.wanted = door"), Member(item="food")),
        "questions": (SIGN,),
        "dependencies": (Dependency(before="licence", after="sign", kind=DependencyKind.MATERIAL),),
    }
    return Chain(**sound | changes)


def rules(checked, items=ITEMS):
    return [(each.rule, each.level, each.where) for each in check_chain(checked, items, WORDS)]


def edge(before, after, kind=DependencyKind.PREREQUISITE):
    return Dependency(before=before, after=after, kind=kind)


def test_a_sound_chain_has_no_finding():
    assert rules(chain()) == []


def test_an_unknown_item_is_an_error():
    assert rules(chain(members=(*chain().members, Member(item="drain")))) == [
        ("UNKNOWN_ITEM", "error", "chains/kaidian/members/3")
    ]


def test_an_item_is_listed_once():
    assert rules(chain(members=(*chain().members, Member(item="food"))))[0][0] == "ITEM_TWICE"


def test_an_unknown_authority_is_an_error():
    assert rules(chain(lead_authority="x", cooperating_authorities=("market", "y"))) == [
        ("UNKNOWN_AUTHORITY", "error", "chains/kaidian/lead_authority"),
        ("UNKNOWN_AUTHORITY", "error", "chains/kaidian/cooperating_authorities/1"),
    ]


def test_items_that_wait_for_one_another_are_a_ring():
    ring = (edge("licence", "sign"), edge("sign", "food"), edge("food", "licence"))
    found = check_chain(chain(dependencies=ring), ITEMS, WORDS)
    assert [each.rule for each in found] == ["CYCLIC_PREREQUISITE"]
    assert "licence → sign → food → licence" in found[0].message


def test_items_handled_side_by_side_are_no_ring():
    assert rules(chain(dependencies=(edge("sign", "food"), edge("food", "sign", DependencyKind.PARALLEL)))) == []


def test_a_dependency_on_a_stranger_is_an_error():
    assert rules(chain(dependencies=(edge("licence", "drain"),)))[0][:2] == ("DEPENDENCY_UNKNOWN", "error")


def test_an_item_that_no_answers_can_bring_is_unreachable():
    never = Member(item="sign", when="sign.wanted = door 且 sign.wanted = 'no'")
    assert rules(chain(members=(Member(item="licence"), never, Member(item="food")))) == [
        ("UNREACHABLE_ITEM", "error", "chains/kaidian/members/1/when")
    ]


def test_a_question_that_is_never_asked_is_warned_of():
    late = Question(
        key="q2", fact="agent.used", ask="？", kind="yes_no", when="sign.wanted = door 且 非 sign.wanted = door"
    )
    used = item("food", materials=(MaterialNeed(key="a", name="委托书", when="agent.used"),))
    assert ("UNREACHABLE_QUESTION", "warning", "chains/kaidian/questions/1/when") in rules(
        chain(questions=(SIGN, late)), ITEMS | {"food": used}
    )


class TestDeadQuestions:
    """A question whose answer changes nothing is a question too many."""

    EXTRA = Question(key="q2", fact="shop.corner", ask="在街角吗？", kind=QuestionKind.YES_NO)

    def test_nothing_depends_on_it(self):
        assert rules(chain(questions=(SIGN, self.EXTRA))) == [("DEAD_QUESTION", "hint", "chains/kaidian/questions/1")]

    def test_a_field_is_filled_by_it(self):
        form = DepartmentForm(title="表", fields=(FormField(key="a", name="街角", element="shop.corner"),))
        assert rules(chain(questions=(SIGN, self.EXTRA)), ITEMS | {"food": item("food", form=form)}) == []

    def test_its_answers_tell_something(self):
        answers = (Answer(value="yes", label="是", note="需留出视距"), Answer(value="no", label="否"))
        assert rules(chain(questions=(SIGN, self.EXTRA.model_copy(update={"answers": answers})))) == []

    def test_it_settles_what_something_else_depends_on(self):
        answers = (Answer(value="yes", label="是", sets={"agent.used": True}), Answer(value="no", label="否"))
        used = item("food", materials=(MaterialNeed(key="a", name="委托书", when="agent.used"),))
        asked = chain(questions=(SIGN, self.EXTRA.model_copy(update={"answers": answers})))
        assert rules(asked, ITEMS | {"food": used}) == []


class TestQuestions:
    """How questions are written."""

    def test_one_fact_is_asked_once(self):
        again = SIGN.model_copy(update={"key": "q2"})
        assert rules(chain(questions=(SIGN, again)))[0][:2] == ("FACT_ASKED_TWICE", "warning")

    def test_answers_differ(self):
        twice = SIGN.model_copy(update={"answers": (*SIGN.answers, SIGN.answers[0])})
        assert rules(chain(questions=(twice,)))[0][0] == "ANSWER_TWICE"

    def test_there_is_something_to_choose(self):
        assert "NO_ANSWERS" in {each[0] for each in rules(chain(questions=(SIGN.model_copy(update={"answers": ()}),)))}

    def test_yes_or_no_is_answered_with_yes_or_no(self):
        odd = Question(key="q2", fact="agent.used", ask="？", kind="yes_no", answers=(Answer(value="是", label="是"),))
        assert "ANSWER_VALUE" in {each[0] for each in rules(chain(questions=(SIGN, odd)))}


class TestFacts:
    """A condition speaks only of what somebody can settle."""

    def test_a_fact_that_nobody_settles_is_an_error(self):
        members = (Member(item="licence", when="roof.flat"), *chain().members[1:])
        assert rules(chain(members=members)) == [("UNKNOWN_FACT", "error", "chains/kaidian/members/0/when")]

    @pytest.mark.parametrize("when", ["agent.used", "sign.wanted = door", "card.pickup = 邮寄"])
    def test_questions_situations_and_fields_settle_facts(self, when):
        form = DepartmentForm(title="表", fields=(FormField(key="a", name="领卡", element="card.pickup", type="enum"),))
        food = item("food", form=form, materials=(MaterialNeed(key="a", name="委托书", when=when),))
        assert rules(chain(), ITEMS | {"food": food}) == []

    @pytest.mark.parametrize(
        "when", ["sign.wanted = roof", "sign.wanted 属于 [door, roof]", "非 sign.wanted = roof", "card.pickup = 快递"]
    )
    def test_an_answer_that_is_not_offered_is_an_error_where_it_is_written(self, when):
        form = DepartmentForm(title="表", fields=(FormField(key="a", name="领卡", element="card.pickup", type="enum"),))
        food = item("food", form=form, materials=(MaterialNeed(key="a", name="委托书", when=when),))
        assert ("VALUE_OUTSIDE_OPTIONS", "error", "items/food/materials/0/when") in rules(
            chain(), ITEMS | {"food": food}
        )


class TestMaterialRules:
    """What a chain adds and takes."""

    def test_item_and_kind_are_known(self):
        rule = MaterialRule(item="drain", kind="doc.x")
        assert [each[0] for each in rules(chain(material_rules=(rule,)))] == ["RULE_UNKNOWN_ITEM", "UNKNOWN_KIND"]
        assert rules(chain(material_rules=(MaterialRule(item="food", kind="doc.plan"),))) == []


class TestPromise:
    """链条承诺不超过各事项法定时限所允许的."""

    def test_the_law_along_the_longest_path_is_the_bound(self):
        assert rules(chain(promise_days=20)) == []
        assert rules(chain(promise_days=21)) == [("PROMISE_BEYOND_LAW", "error", "chains/kaidian/promise_days")]

    def test_without_a_published_promise_there_is_nothing_to_check(self):
        assert rules(chain(promise_days=None)) == []
