"""One set of materials from many lists."""

import pytest

from lianban.core.chains.compose import compose
from lianban.core.chains.model import Chain, MaterialRule, Member
from lianban.core.chains.plan import Drop, Marking, MergedMaterial, Need, Plan
from lianban.core.chains.verifier import verify
from lianban.core.conditions.text import parse, write
from lianban.core.items.model import MaterialForm, Necessity, ServiceItem
from lianban.core.vocabulary.model import MaterialKind
from tests.core.chains.builders import a_chain, a_field, a_material, a_question, a_vocabulary, an_item, by_key

LICENCE = MaterialKind(key="doc.licence", name="营业执照")
DEED = MaterialKind(key="doc.deed", name="产权证")


def plan_of(
    *items: ServiceItem, chain: Chain | None = None, kinds: tuple[MaterialKind, ...] = (LICENCE, DEED), **facts: object
) -> Plan:
    """Compile these items, verified."""
    known, chain = by_key(*items), chain or a_chain(*(item.key for item in items))
    plan = compose(chain, known, a_vocabulary(*kinds), facts)
    assert verify(plan, chain, known, a_vocabulary(*kinds)) == ()
    return plan


def only(plan: Plan) -> MergedMaterial:
    """The only material of a plan."""
    (material,) = plan.materials
    return material


def test_the_same_document_is_handed_in_once_in_the_strictest_form_and_number():
    plan = plan_of(
        an_item("a", materials=[a_material("m", "doc.deed", form=MaterialForm.COPY, copies=3)]),
        an_item("b", materials=[a_material("n", "doc.deed", form=MaterialForm.ORIGINAL)]),
    )
    material = only(plan)
    assert (material.name, material.form, material.copies) == ("产权证", MaterialForm.ORIGINAL, 3)
    assert [use.dropped for use in material.uses] == [None, Drop.DUPLICATE]
    assert (plan.reductions.materials.before, plan.reductions.materials.after) == (2, 1)


def test_a_result_of_the_plan_is_passed_on_and_its_item_goes_first():
    plan = plan_of(an_item("a", materials=[a_material("m", "doc.licence")]), an_item("z", makes="doc.licence", takes=2))
    material = only(plan)
    assert (material.marking, material.produced_by) == (Marking.INTERNAL, "z")
    assert [(edge.before, edge.after) for edge in plan.process.edges] == [("z", "a")]
    assert plan.process.promise == 7


class TestProducerPerhapsNotNeeded:
    """Somebody who already holds the licence hands it in; somebody who gets it now does not."""

    def plan(self, kind: MaterialKind = LICENCE, **facts: object) -> Plan:
        items = (an_item("reg", makes="doc.licence"), an_item("a", materials=[a_material("m", "doc.licence")]))
        chain = a_chain(Member(item="reg", when=parse("new")), "a", questions=(a_question("q", "new"),))
        return plan_of(*items, chain=chain, kinds=(kind,), **facts)

    def test_while_that_is_open_it_hangs_on_the_answer(self):
        material = only(self.plan())
        assert (material.marking, write(material.when)) == (Marking.CONDITIONAL, "非 new")
        assert (material.need, material.producers) == (Need.POSSIBLE, ("reg",))

    def test_then_it_is_either_passed_on_or_handed_in(self):
        assert only(self.plan(new=True)).marking is Marking.INTERNAL
        assert only(self.plan(new=False)).marking is Marking.REQUIRED

    def test_or_fetched_where_it_is_an_electronic_licence(self):
        kind = LICENCE.model_copy(update={"e_licence": True})
        assert only(self.plan(kind, new=False)).marking is Marking.EXEMPT


def test_a_result_that_comes_too_late_is_no_source():
    items = an_item("a", materials=[a_material("m", "doc.licence")]), an_item("z", makes="doc.licence")
    plan = plan_of(*items, chain=a_chain("a", "z", waits=[("a", "z")]))
    assert only(plan).marking is Marking.REQUIRED


def test_shared_data_spares_everybody_the_document():
    plan = plan_of(
        an_item("a", materials=[a_material("m", "doc.deed", shared=True)]),
        an_item("b", materials=[a_material("m", "doc.deed")]),
    )
    assert only(plan).marking is Marking.EXEMPT
    assert plan.reductions.materials.after == 0


@pytest.mark.parametrize(
    ("flags", "marking"),
    [
        ([{"commitment": True}, {"commitment": True}], Marking.COMMITMENT),
        ([{"commitment": True}, {}], Marking.REQUIRED),
        ([{"tolerable": True}, {"necessity": Necessity.TOLERABLE}], Marking.TOLERABLE),
        ([{"tolerable": True}, {}], Marking.REQUIRED),
        ([{"necessity": Necessity.OPTIONAL}, {}], Marking.REQUIRED),
        ([{"necessity": Necessity.OPTIONAL}, {"necessity": Necessity.OPTIONAL}], Marking.CONDITIONAL),
    ],
)
def test_a_document_is_as_easy_as_its_hardest_department(flags: list[dict[str, object]], marking: Marking):
    items = [an_item(f"i{n}", materials=[a_material("m", "doc.deed", **each)]) for n, each in enumerate(flags)]
    assert only(plan_of(*items)).marking is marking


def test_an_application_form_is_written_from_the_one_form():
    own = MaterialKind(key="form.a", name="申请表", specific=True, replaced_by_form=True)
    items = (an_item("a", [a_field("x")], [a_material("m", "form.a")]), an_item("b", [], [a_material("m", "form.a")]))
    plan = plan_of(*items, kinds=(own,))
    markings = {material.key: material.marking for material in plan.materials}
    assert markings == {"a.m": Marking.EXEMPT, "b.m": Marking.REQUIRED}


def test_the_chain_adds_and_takes_materials():
    item = an_item("a", materials=[a_material("m", "doc.deed")])
    rules = (
        MaterialRule(item="a", kind="doc.deed", adds=False, when=parse("own")),
        MaterialRule(item="a", kind="doc.licence", name="执照", when=parse("own")),
    )
    plan = plan_of(item, chain=a_chain("a", material_rules=rules))
    assert {each.key: write(each.when) for each in plan.materials} == {"doc.deed": "非 own", "doc.licence": "own"}
