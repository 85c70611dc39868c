"""What holds of every catalogue."""

from typing import Any

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from lianban.core.chains.compose import compose
from lianban.core.chains.department_form import department_form
from lianban.core.chains.errors import ChainCycle
from lianban.core.chains.model import Chain
from lianban.core.chains.plan import MergedField, Plan
from lianban.core.chains.verifier import verify
from lianban.core.items.model import ServiceItem
from lianban.core.vocabulary.model import ValueType
from tests.core.chains.catalogues import VOCABULARY, answers, catalogues
from tests.core.chains.mutants import mutants_of

Catalogue = tuple[Chain, dict[str, ServiceItem]]
some = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def planned(catalogue: Catalogue, facts: dict[str, Any]) -> Plan:
    """Compile; a chain whose results wait for each other is no plan and is passed over."""
    try:
        return compose(catalogue[0], catalogue[1], VOCABULARY, facts)
    except ChainCycle:
        assume(False)
        raise


@some
@given(catalogues(), answers)
def test_the_verifier_has_no_objection(catalogue: Catalogue, facts: dict[str, Any]):
    assert verify(planned(catalogue, facts), *catalogue, VOCABULARY) == ()


@some
@given(catalogues(), answers, st.randoms())
def test_the_order_of_definitions_does_not_matter(catalogue: Catalogue, facts: dict[str, Any], chance: Any):
    chain, items = catalogue
    members, keys = list(chain.members), list(items)
    chance.shuffle(members)
    chance.shuffle(keys)
    other = chain.model_copy(update={"members": tuple(members)}), {key: items[key] for key in keys}
    assert planned(catalogue, facts) == planned(other, facts)


@some
@given(catalogues(), answers)
def test_a_plan_is_the_same_after_it_was_written_down(catalogue: Catalogue, facts: dict[str, Any]):
    plan = planned(catalogue, facts)
    again = Plan.model_validate_json(plan.model_dump_json())
    assert verify(again, *catalogue, VOCABULARY) == ()
    assert again.model_dump_json() == plan.model_dump_json()


@some
@given(catalogues(), answers, st.data())
def test_every_department_gets_its_own_form_back(catalogue: Catalogue, facts: dict[str, Any], data: st.DataObject):
    plan = planned(catalogue, facts)
    fields = [field for section in plan.sections for field in section.fields]
    values = {field.key: a_value(field, data) for field in fields}
    served = {(use.item, use.field) for field in fields for use in field.uses}
    for item in catalogue[1].values():
        form = department_form(plan, item, values)
        assert [own for own, _ in form] == list(item.form.fields if item.form else ())
        for own, value in form:
            assert (value is not None) == ((item.key, own.key) in served)
            if own.options and own.type in (ValueType.CHOICE, ValueType.CHOICES) and value is not None:
                codes = {option.value for option in own.options}
                assert codes.issuperset(value if own.type is ValueType.CHOICES else [value])


def a_value(field: MergedField, data: st.DataObject) -> object:
    """Something the merged form takes."""
    match field.type:
        case ValueType.CHOICE if field.options:
            return data.draw(st.sampled_from([option.value for option in field.options]))
        case ValueType.CHOICES if field.options:
            return [data.draw(st.sampled_from([option.value for option in field.options]))]
        case ValueType.TABLE:
            return [{column.key: "某" for column in field.columns}]
        case _:
            return "某"


@settings(max_examples=5, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(catalogues(), answers)
def test_a_broken_plan_is_objected_to(catalogue: Catalogue, facts: dict[str, Any]):
    for where, mutant in mutants_of(planned(catalogue, facts), every=7):
        assert verify(mutant, *catalogue, VOCABULARY), where
