"""Every condition of every shipped chain is said as a person would say it."""

import re

import pytest

from lianban.adapters.catalogue_files import read_catalogue
from lianban.core.chains.naming import names_of
from lianban.core.conditions.algebra import Const
from lianban.core.conditions.domains import atoms_of
from lianban.core.conditions.words import say

SHIPPED = read_catalogue()
MADE_UP = re.compile(r"[“”：]|: |is one of|includes|is answered|是否|^[a-z]+\.[a-z_]+")
"""What a sentence looks like that nobody wrote."""


def conditions(chain):
    members = [SHIPPED.items[each.item] for each in chain.members]
    yield from (each.when for each in (*chain.members, *chain.questions, *chain.dependencies, *chain.material_rules))
    for item in members:
        fields = item.form.fields if item.form else ()
        yield from (each.when for each in (*item.materials, *fields, *item.steps))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_comparison_of_every_chain_has_words_of_its_own(language):
    stiff = []
    for chain in SHIPPED.chains.values():
        names = names_of(chain, SHIPPED.vocabulary, language)
        for found in atoms_of(conditions(chain)).values():
            stiff += [said for atom in found if MADE_UP.search(said := say(atom, names, language))]
    assert stiff == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_condition_of_every_chain_reads_without_a_made_up_denial(language):
    stiff = []
    for chain in SHIPPED.chains.values():
        names = names_of(chain, SHIPPED.vocabulary, language)
        said = [say(each, names, language) for each in conditions(chain) if not isinstance(each, Const)]
        stiff += [each for each in said if "不是“" in each or "not: " in each or "不满足" in each]
    assert stiff == []


def test_english_sentences_hold_no_chinese():
    for chain in SHIPPED.chains.values():
        names = names_of(chain, SHIPPED.vocabulary, "en")
        for each in conditions(chain):
            assert not re.search(r"[\u4e00-\u9fff]", say(each, names, "en"))


def test_a_truth_nobody_worded_is_told_by_its_question():
    from_question = names_of(SHIPPED.chains["kaiban-canyindian"], SHIPPED.vocabulary.model_copy(update={"facts": {}}))
    assert from_question["agent.used"].said == {
        "yes": "“是否委托他人办理？”答“是”",
        "no": "“是否委托他人办理？”答“否”",
    }
