"""Proposals: from the vocabulary where it knows, on their own where nobody knows."""

from hypothesis import given
from hypothesis import strategies as st

from lianban.core.vocabulary.matching import Asked, propose
from lianban.core.vocabulary.matching.scoring import Pairs, pairs_of, wrong_merges
from tests.core.vocabulary.matching.building import a_form, papers

NAMES = ("企业名称", "统一社会信用代码", "法定代表人", "身份证号码:idno", "联系电话", "经营范围:multi", "备注", "材质")


def ids(asked: list[Asked], known: list[Asked] | None = None) -> list[str]:
    return [each.id for each in propose(asked, known or [])]


def test_a_confirmed_fact_is_found_under_another_name() -> None:
    known = a_form("企业名称", "法定代表人身份证号:idno", chain="02", keys=("entity.name", "legal_rep.id_no"))
    assert ids(a_form("店铺名称", "经营者姓名", "经营者身份证件号码:idno"), known)[0] == "entity.name"
    assert ids(a_form("店铺名称", "经营者姓名", "经营者身份证件号码:idno"), known)[2] == "legal_rep.id_no"


def test_what_nobody_confirmed_gets_the_same_new_identifier_everywhere() -> None:
    one, other = ids(a_form("招牌材质", item="甲")), ids(a_form("招牌材质", item="乙"))
    assert one == other
    assert one[0].startswith("new:")


def test_a_form_does_not_ask_the_same_twice() -> None:
    found = propose(a_form("企业名称", "单位名称"))
    assert found[0].id != found[1].id
    assert found[1].suggestions == (found[0].id,)


def test_a_name_almost_like_a_confirmed_one_is_taken_for_it() -> None:
    known = a_form("污水排放口的数量:int", "厨房排烟设施:text", chain="02", keys=("drain.outlets", "kitchen.smoke"))
    assert ids(a_form("污水排放口数量:int"), known) == ["drain.outlets"]


def test_a_confirmed_guardian_is_not_carried_over_to_the_mother() -> None:
    around = {"chain_name": "新生儿出生", "chain_served": "自然人"}
    known = a_form("儿童姓名", "监护人姓名", item="接种", chain="02", keys=("child.name", "mother.name"), **around)
    assert ids(a_form("参保人姓名", "监护人姓名", item="参保", **around), known)[1] != "mother.name"


def test_the_keys_of_the_names_themselves_are_not_looked_at() -> None:
    plain = a_form(*NAMES)
    keyed = [each.model_copy(update={"key": f"key{each.position}"}) for each in plain]
    assert ids(plain) == ids(keyed)


@given(st.permutations(range(len(NAMES))))
def test_the_order_in_which_names_are_given_makes_no_difference(order: list[int]) -> None:
    asked = a_form(*NAMES)
    assert set(propose([asked[at] for at in order])) == set(propose(asked))


@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=8))
def test_any_text_is_answered_and_no_form_is_folded(names: list[str]) -> None:
    asked = [
        each.model_copy(update={"name": name, "type": "text"})
        for each, name in zip(a_form(*["字段"] * len(names)), names, strict=True)
    ]
    found = propose([*asked, *papers(*names)])
    assert len({(each.asked.kind, each.id) for each in found}) == 2 * len(names)
    assert all(0 < each.score <= 1 for each in found)


def test_pairs_are_counted_both_ways() -> None:
    asked = a_form("企业名称", item="甲", keys=("a",)) + a_form("单位名称", item="乙", keys=("b",))
    found = propose(asked + a_form("招牌材质", item="丙", keys=("a",)))
    assert pairs_of(found) == Pairs(right=0, wrong=1, missed=1)
    merged = next(wrong_merges(found))
    assert {each.asked.name for each in merged} == {"企业名称", "单位名称"}


class TestHolders:
    KNOWN = papers(
        "居民身份证", "股东身份证明", "法定代表人身份证", chain_served="", keys=("person", "shareholder", "rep")
    )

    def test_a_vocabulary_that_tells_holders_apart_is_followed(self) -> None:
        assert ids(papers("身份证", "发起人身份证明", chain_served=""), self.KNOWN) == ["person", "shareholder"]

    def test_a_shareholders_card_is_not_anybodys_until_the_vocabulary_says_so(self) -> None:
        asked = papers("身份证", item="1", chain_served="") + papers("股东身份证明", item="2")
        assert ids(asked, self.KNOWN[:1]) == ["person", "new:id:person"]

    def test_a_vocabulary_that_keeps_holders_together_is_followed_too(self) -> None:
        coarse = papers("居民身份证", "股东身份证明", chain_served="", keys=("card", "card"))
        assert ids(papers("经营者身份证"), coarse) == ["card"]
