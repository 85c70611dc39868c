"""What a person confirmed becomes a synonym, all of it or nothing."""

import pytest

from lianban.core.vocabulary.matching import Kind, propose
from lianban.core.vocabulary.matching.confirming import Confirmed, UnknownKeys, asked_in_vocabulary, synonyms
from lianban.core.vocabulary.model import DataElement, MaterialKind, Vocabulary
from tests.core.vocabulary.matching.building import a_form

VOCABULARY = Vocabulary(
    elements={
        "entity.name": DataElement(key="entity.name", name="名称", synonyms=("企业名称",)),
        "contact.phone": DataElement(key="contact.phone", name="联系电话"),
        "sign.material": DataElement(key="sign.material", name="材质"),
    },
    kinds={"doc.charter": MaterialKind(key="doc.charter", name="公司章程")},
)


def confirmed(name: str, key: str, kind: Kind = Kind.FIELD) -> Confirmed:
    return Confirmed(kind=kind, name=name, id=key)


def test_only_new_names_are_added_and_once() -> None:
    every = [confirmed("店名", "entity.name"), confirmed("企业名称", "entity.name"), confirmed("店名", "entity.name")]
    assert synonyms(every, VOCABULARY) == {(Kind.FIELD, "entity.name"): ["店名"]}


def test_an_unknown_key_stops_everything() -> None:
    with pytest.raises(UnknownKeys) as refused:
        synonyms([confirmed("店名", "entity.name"), confirmed("章程", "entity.name", Kind.MATERIAL)], VOCABULARY)
    assert refused.value.facts["keys"] == ["entity.name"]


def test_a_confirmed_synonym_is_used_the_next_time() -> None:
    material = DataElement(key="sign.material", name="材质", synonyms=("牌匾用料",))
    vocabulary = VOCABULARY.model_copy(update={"elements": {"sign.material": material}})
    before = propose(a_form("牌匾用料"), asked_in_vocabulary(VOCABULARY))
    after = propose(a_form("牌匾用料"), asked_in_vocabulary(vocabulary))
    assert (before[0].is_new, after[0].id) == (True, "sign.material")


def test_a_name_that_needs_its_form_teaches_nothing_alone() -> None:
    found = propose(a_form("姓名", "联系电话", chain_served="自然人"), asked_in_vocabulary(VOCABULARY))
    assert found[1].is_new
