"""Acts done once for several authorities: 联合踏勘, 多测合一, 多评合一, 多图联审, 联合验收 (facts 9.4)."""

from decimal import Decimal

import pytest

from lianban.core.chains.compose import compose
from lianban.core.chains.flow import flow_of
from lianban.core.chains.model import Member
from lianban.core.chains.plan import Plan
from lianban.core.chains.process import JointAct
from lianban.core.chains.verifier import verify
from lianban.core.conditions.text import parse
from lianban.core.items.acts import Act
from lianban.core.items.model import ServiceItem, Step
from lianban.core.vocabulary.model import Vocabulary
from tests.core.chains.builders import a_chain, a_question, a_step, an_item, by_key

NOTHING = Vocabulary()


def building(key: str, *steps: Step) -> ServiceItem:
    """An item whose process has these steps between acceptance and delivery."""
    return an_item(key, steps=(a_step("受理", 0), *steps, a_step("送达", 0)))


def plan_of(*items: ServiceItem | Member, known: dict[str, ServiceItem] | None = None) -> Plan:
    """Compile these items, verified."""
    found = known or by_key(*(each for each in items if isinstance(each, ServiceItem)))
    members = [each if isinstance(each, Member) else each.key for each in items]
    chain = a_chain(*members, questions=(a_question("q", "big"),))
    plan = compose(chain, found, NOTHING)
    assert verify(plan, chain, found, NOTHING) == ()
    return plan


@pytest.mark.parametrize(
    ("one", "other", "act"),
    [
        (a_step("现场核查", 3, on_site=True), a_step("现场勘验", 5, on_site=True), Act.SURVEY),
        (a_step("竣工验收", 3, on_site=True), a_step("消防验收", 5), Act.INSPECTION),
        (a_step("环境影响评价", 3), a_step("节能评估", 5), Act.ASSESSMENT),
        (a_step("施工图审查", 3), a_step("人防图审", 5), Act.DRAWINGS),
        (a_step("规划核实测量", 3), a_step("不动产测绘", 5), Act.MEASUREMENT),
    ],
)
def test_what_several_ask_for_is_done_once_with_an_opinion_from_each(one: Step, other: Step, act: Act):
    plan = plan_of(building("a", one), building("b", other), building("c", a_step("审查")))
    (joint,) = plan.process.joint_acts
    assert (joint.name, joint.items, joint.days) == (act, ("a", "b"), Decimal(5))
    assert [(each.item, each.step, each.role) for each in joint.opinions] == [
        ("a", one.name, "经办人"), ("b", other.name, "经办人"),
    ]  # fmt: skip
    assert (plan.reductions.steps.before, plan.reductions.steps.after) == (9, 4)
    assert act.value in plan.reductions.steps.after_entries


def test_acts_of_different_kinds_stay_apart_and_come_in_order():
    both = (a_step("现场踏勘", on_site=True), a_step("竣工验收", on_site=True))
    plan = plan_of(building("a", *both), building("b", *both))
    assert [each.name for each in plan.process.joint_acts] == [Act.SURVEY, Act.INSPECTION]
    assert plan.reductions.steps.after_entries == ("一窗受理", "联合踏勘", "联合验收", "统一出件")


def test_an_act_of_one_authority_alone_is_no_joint_act():
    assert plan_of(building("a", a_step("现场核查", on_site=True)), building("b")).process.joint_acts == ()


def test_the_applicants_own_trips_are_none():
    trip = a_step("体检", on_site=True)
    assert plan_of(building("a", trip), building("b", trip)).process.joint_acts == ()


class TestItemsNeverNeededTogether:
    """A company's and a sole trader's registration are not surveyed together; with a third item each of them is."""

    KNOWN = by_key(*(building(key, a_step("现场核查", on_site=True)) for key in "abc"))
    EITHER = (Member(item="a", when=parse("big")), Member(item="b", when=parse("非 big")))

    def acts(self, *members: Member) -> tuple[JointAct, ...]:
        return plan_of(*members, known=self.KNOWN).process.joint_acts

    def test_they_have_no_joint_act(self):
        assert self.acts(*self.EITHER) == ()

    def test_whoever_can_meet_a_third_takes_part(self):
        (act,) = self.acts(*self.EITHER, Member(item="c"))
        assert act.items == ("a", "b", "c")


class TestPicture:
    """Who takes part is seen in the picture, and told in words."""

    PLAN = plan_of(*(building(key, a_step("竣工验收"), a_step("现场勘验", on_site=True)) for key in "ab"))

    def test_each_box_names_its_joint_acts(self):
        boxes = {box.key: box.joint for box in flow_of(self.PLAN).boxes}
        assert boxes == {"start": (), "a": ("联合踏勘", "联合验收"), "b": ("联合踏勘", "联合验收"), "end": ()}

    def test_the_words_say_who_acts_together(self):
        assert "联合踏勘：事项a、事项b。联合验收：事项a、事项b。" in flow_of(self.PLAN).description
        assert "Joint survey: 事项a, 事项b." in flow_of(self.PLAN, "en").description
