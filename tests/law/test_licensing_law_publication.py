"""行政许可法 第三十条：公示。Text as printed at lcj.shanxi.gov.cn (2022-12-12), read on 2026-11-22."""

import pytest

from lianban.core.chains.compose import compose
from lianban.core.chains.flow import flow_of
from lianban.core.chains.guide import guide_of
from lianban.core.items.elements import Quota
from lianban.core.items.model import AcceptanceCondition, MaterialNeed, Necessity, Place
from lianban.core.items.quality import check_item
from lianban.core.kernel.legal import LegalBasis
from lianban.core.vocabulary.model import Authority, MaterialKind, Vocabulary
from tests.core.chains.builders import a_chain, a_field, a_step, an_item, by_key, days

LAW = LegalBasis(document="中华人民共和国食品安全法", article="第三十五条")
WORDS = Vocabulary(
    authorities={"market": Authority(key="market", name="区市场监督管理局", name_en="Market Regulation")},
    kinds={"doc.layout": MaterialKind(key="doc.layout", name="布局图")},
)
FOOD = an_item(
    "food",
    (a_field("area", "premises.area"),),
    (MaterialNeed(key="layout", name="布局图", kind="doc.layout", acceptance_standard="标明各功能区"),),
    name="食品经营许可",
    authority="market",
    authority_text="区市场监督管理局",
    legal_basis=(LAW,),
    conditions=(AcceptanceCondition(text="有与经营品种相适应的场所"),),
    quota=Quota(number="无数量限制"),
    statutory_limit=days(20),
    promised_limit=days(8),
    steps=(a_step("受理", 0), a_step("审查", 7), a_step("决定", 1), a_step("送达", 0, counted=False)),
    place=Place(address="大厅二楼", hours="工作日9:00—17:00", consult_phone="12345"),
)


class TestArticle30WhatIsPublished:
    """第三十条 行政机关应当将法律、法规、规章规定的有关行政许可的事项、依据、条件、数量、程序、
    期限以及需要提交的全部材料的目录和
    申请书示范文本等在办公场所公示。申请人要求行政机关对公示内容予以说明、解释的，行政机关应当说明、解释，提供准确、
    可靠的信息。"""

    def plan(self, *items, facts=None):
        return compose(a_chain(*(each.key for each in items)), by_key(*items), WORDS, facts or {})

    def guide(self, item=FOOD):
        return guide_of(self.plan(item), a_chain(item.key), by_key(item), WORDS)

    def test_item_basis_conditions_number_and_limits_are_told(self):
        (told,) = self.guide().items
        assert (told.name, told.authority) == ("食品经营许可", "区市场监督管理局")
        assert told.legal_basis == (LAW,)
        assert [each.text for each in told.conditions] == ["有与经营品种相适应的场所"]
        assert told.quota.number == "无数量限制"
        assert (told.statutory.length, told.days) == (20, 8)

    def test_the_procedure_is_told_step_by_step(self):
        assert self.guide().items[0].steps == ("受理", "审查", "决定", "送达")
        assert "食品经营许可" in {each.title for each in flow_of(self.plan(FOOD)).boxes}

    def test_all_materials_are_listed_and_nothing_hides_behind_and_others(self):
        """需要提交的全部材料的目录: a catch-all keeps a definition from being published."""
        assert [each.name for each in self.guide().to_hand_in] == ["布局图"]
        vague = MaterialNeed(key="other", name="其他材料", necessity=Necessity.REQUIRED)
        found = check_item(FOOD.model_copy(update={"materials": (vague,)}), WORDS)
        assert [(each.level, each.remedy) for each in found if each.rule == "Q01_CATCH_ALL"] == [
            ("error", "逐一写明材料名称，不设兜底。")
        ]

    def test_the_form_that_is_to_be_filled_in_is_part_of_it(self):
        (section,) = self.plan(FOOD).sections
        assert [each.key for each in section.fields] == ["premises.area"]

    def test_whoever_wants_an_explanation_knows_whom_to_ask(self):
        assert self.guide().places[0].place.consult_phone == "12345"

    @pytest.mark.parametrize("lacking", [{"legal_basis": ()}, {"place": Place()}])
    def test_what_is_not_written_is_found_before_it_is_published(self, lacking):
        rules = {each.rule for each in check_item(FOOD.model_copy(update=lacking), WORDS)}
        assert rules & {"Q12_BASIS", "Q09_PLACE"}
