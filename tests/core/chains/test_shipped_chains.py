"""The fifteen chains that ship."""

from functools import cache

import pytest

from lianban.adapters.catalogue_files import SHIPPED, read_catalogue
from lianban.adapters.catalogue_files.catalogue import Catalogue
from lianban.core.chains.compose import compose
from lianban.core.chains.plan import Marking, Plan
from lianban.core.chains.verifier import verify
from lianban.core.conditions.algebra import ALWAYS
from tests.core.chains.mutants import mutants_of

KEYS = sorted(path.stem for path in (SHIPPED / "chains").glob("*.yaml"))


@cache
def catalogue() -> Catalogue:
    """The catalogue, read once."""
    return read_catalogue()


def plan_of(key: str) -> Plan:
    """A chain's plan before any answer."""
    known = catalogue()
    return compose(known.chains[key], known.items, known.vocabulary)


def test_there_are_fifteen():
    assert len(KEYS) == 15


@pytest.mark.parametrize("key", KEYS)
def test_each_compiles_and_is_verified(key: str):
    known = catalogue()
    plan = plan_of(key)
    assert verify(plan, known.chains[key], known.items, known.vocabulary) == ()
    assert plan.process.promise > 0
    assert plan.reductions.materials.after < plan.reductions.materials.before
    assert plan.reductions.fields.after < plan.reductions.fields.before


@pytest.mark.parametrize("key", KEYS)
def test_a_written_plan_reads_back_and_is_verified(key: str):
    known = catalogue()
    again = Plan.model_validate_json(plan_of(key).model_dump_json())
    assert verify(again, known.chains[key], known.items, known.vocabulary) == ()


@pytest.mark.parametrize("key", ["qiye-xinxi-biangeng", "jiaoyu-ruxue"])
def test_a_broken_plan_is_objected_to(key: str):
    known = catalogue()
    for where, mutant in mutants_of(plan_of(key), every=23):
        assert verify(mutant, known.chains[key], known.items, known.vocabulary), where


def test_the_restaurants_licence_is_never_asked_of_its_owner():
    licence = next(each for each in plan_of("kaiban-canyindian").materials if each.key == "doc.biz_license")
    assert licence.marking in (Marking.EXEMPT, Marking.INTERNAL)
    assert "reg_company" in licence.producers
    assert licence.when != ALWAYS
