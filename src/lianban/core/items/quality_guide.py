"""Quality rules on what the guide (服务指南) must tell: papers, samples, themes, questions, quotas, remedies."""

import re
from collections.abc import Iterator

from lianban.core.items.elements import Closing, HandlingForm
from lianban.core.items.found import found_in as _found
from lianban.core.items.model import MaterialNeed, ResultKind, ServiceItem
from lianban.core.items.themes import BUSINESS_THEMES, PERSON_THEMES
from lianban.core.kernel.finding import Finding
from lianban.core.vocabulary.model import Paper, Vocabulary

PUBLIC_SERVICE = "公共服务"
LICENCE = "行政许可"

_OWN = "申请人自备"
_WRITTEN_PAPER = re.compile("(申请|登记|申报|采集|备案)(表|书)|承诺书|委托书|声明(书)?$|推荐表|审批表|审核表")
_AT_A_DISTANCE = {HandlingForm.ONLINE, HandlingForm.MOBILE, HandlingForm.POST}
_ENDINGS = (("批复", Closing.DECISION), ("证", Closing.LICENCE), ("证书", Closing.LICENCE), ("文", Closing.PAPER))
"""How the name of a result ends, and what closing is then called (Q19)."""


def paper_for(material: MaterialNeed, vocabulary: Vocabulary) -> Paper:
    """Return the papers of a material: the item's own, otherwise those of its kind."""
    kind = vocabulary.kinds.get(material.kind)
    return material.paper if material.paper != Paper() or kind is None else kind.paper


def is_own_form(item: ServiceItem, material: MaterialNeed, vocabulary: Vocabulary) -> bool:
    """Whether a material is the item's own form, so that its blank is made from the form's definition."""
    kind = vocabulary.kinds.get(material.kind)
    return item.form is not None and kind is not None and kind.replaced_by_form


def _papers(item: ServiceItem, vocabulary: Vocabulary) -> Iterator[Finding]:
    for number, each in enumerate(item.materials):
        if each.channel != _OWN or is_own_form(item, each, vocabulary):
            continue
        paper, path = paper_for(each, vocabulary), f"materials/{number}"
        if _WRITTEN_PAPER.search(each.name) and not (paper.blank or paper.letter):
            text = f"“{each.name}”由申请人填写，却没有空白表格和样表。"
            remedy = "在 paper 写明格式文本 letter 或空白表格 blank 的地址；是申请表的，写明表单。"
            yield _found("Q02_PAPER", "warning", item, path, text, remedy)
        elif paper.blank and not paper.sample:
            text = f"“{each.name}”有空白表格，没有样表。"
            yield _found("Q02_SAMPLE", "hint", item, f"{path}/paper", text, "在 sample 写明样表的地址。")


def _samples(item: ServiceItem, _: Vocabulary) -> Iterator[Finding]:
    for number, each in enumerate(item.results):
        if each.kind is ResultKind.OTHER and not each.sample:
            text = f"结果“{each.name}”没有样本。"
            yield _found("Q03_SAMPLE", "hint", item, f"results/{number}", text, "在 sample 写明结果样本的地址。")


def _themes(item: ServiceItem, _: Vocabulary) -> Iterator[Finding]:
    themes = item.themes
    for path, names, known in (
        ("persons", themes.persons, PERSON_THEMES),
        ("businesses", themes.businesses, BUSINESS_THEMES),
    ):
        for name in (name for name in names if name not in known):
            text = f"没有主题“{name}”。"
            yield _found("UNKNOWN_THEME", "error", item, f"themes/{path}", text, f"可选：{'、'.join(known)}。")
    if not themes.persons and not themes.businesses:
        text = "没有写主题分类。"
        yield _found("Q10_THEME", "hint", item, "", text, "在 themes 的 persons（自然人）或 businesses（法人）中写明。")
        return
    for word, names, told in (("自然人", themes.persons, "persons"), ("法人", themes.businesses, "businesses")):
        if word in item.service_object and not names:
            text = f"服务对象含{word}，却没有{word}主题。"
            yield _found("Q10_THEME", "warning", item, "themes", text, f"在 themes.{told} 写明主题，或改正服务对象。")
        if word not in item.service_object and names:
            text = f"服务对象是“{item.service_object}”，却写了{word}主题。"
            yield _found("Q10_THEME", "warning", item, f"themes/{told}", text, "删去，或改正服务对象。")


def _questions(item: ServiceItem, _: Vocabulary) -> Iterator[Finding]:
    if item.type == LICENCE and not item.faq:
        yield _found("Q14_FAQ", "hint", item, "", "行政许可没有写常见问题。", "在 faq 写明群众常问的问题和答案。")
    for number, each in enumerate(item.faq):
        if not each.source:
            text = f"“{each.question}”的回答没有写出处。"
            yield _found("Q14_FAQ", "hint", item, f"faq/{number}", text, "在 source 写明依据。")


def _quota(item: ServiceItem, _: Vocabulary) -> Iterator[Finding]:
    if item.quota is None:
        return
    parts = (("数量", item.quota.number), ("分配方式", item.quota.method), ("公布方式", item.quota.publicity))
    missing = [name for name, value in parts if not value]
    if missing:
        text = f"有数量限制，却没有写{'、'.join(missing)}。"
        yield _found("Q16_QUOTA", "warning", item, "quota", text, "写明 number、method、publicity。")


def _remedies(item: ServiceItem, _: Vocabulary) -> Iterator[Finding]:
    if item.type == PUBLIC_SERVICE:
        return
    parts = (("行政复议", item.remedies.review), ("行政诉讼", item.remedies.litigation))
    missing = [name for name, value in parts if value is None or not value.body]
    if missing:
        text = f"没有写{'、'.join(missing)}渠道。"
        yield _found("Q17_REMEDIES", "warning", item, "", text, "在 remedies 写明向谁提出、期限和依据。")


def _closing(item: ServiceItem, _: Vocabulary) -> Iterator[Finding]:
    for each in item.results if item.closing else ():
        called = {closing for ending, closing in _ENDINGS if each.name.partition("（")[0].endswith(ending)}
        if called and item.closing not in called:
            (right,) = called
            text = f"结果是“{each.name}”，办结却称“{item.closing}”。"
            yield _found("Q19_CLOSING", "warning", item, "closing", text, f"改为“{right}”。")


def _ways(item: ServiceItem, _: Vocabulary) -> Iterator[Finding]:
    is_near = item.handling_forms and not _AT_A_DISTANCE & set(item.handling_forms)
    if not item.visits and is_near and not item.posted:
        text = "到现场0次，却既不能网上办，也不能邮寄。"
        yield _found("Q05_NO_WAY", "warning", item, "handling_forms", text, "增加网上办理或邮寄，或改正到现场次数。")


GUIDE_RULES = (_papers, _samples, _themes, _questions, _quota, _remedies, _closing, _ways)
"""Every rule of this module, in the order in which findings are told."""
