"""What is told, as pages show it."""

from django.utils.translation import gettext as _

from lianban.apps.catalogue.public import Definitions
from lianban.apps.guides.public import Sheet, Word
from lianban.core.chains.model import Chain
from lianban.core.chains.plan import Need
from lianban.core.items.model import ResultKind
from lianban.web.portal.shown_chain import measured, saved
from lianban.web.portal.words import authority_name, join, number, spoken, working_days

PHONE = "12345"
KINDS = tuple(ResultKind)


def facts(sheet: Sheet) -> list[dict[str, object]]:
    """Return what a person asks first: how long, how much, how many trips, how many documents, how many departments."""
    possible = any(each.need is Need.POSSIBLE for each in sheet.items)
    charged = [each for each in sheet.items if each.charged]
    certain = _("各部门同时办")
    return [
        {
            "name": _("多久"), "icon": "clock", "value": working_days(sheet.promise),
            "note": _("按最长的情形") if possible else certain,
        },
        {
            "name": _("多少钱"), "icon": "banknote", "value": _fee(sheet),
            "note": join([spoken(each.name.zh, each.name.en) for each in charged]) if charged else "",
        },
        {
            "name": _("跑几次"), "icon": "route",
            "value": _("%(n)s 次") % {"n": sheet.visits} if sheet.visits else _("不用跑"), "note": "",
        },
        {
            "name": _("带几份材料"), "icon": "file-text",
            "value": (_("最多 %(n)s 份") if possible else _("%(n)s 份")) % {"n": len(sheet.to_hand_in)},
            "note": _("另有 %(n)s 份免提交") % {"n": len(sheet.fetched)} if sheet.fetched else "",
        },
        {
            "name": _("几个部门"), "icon": "building-2",
            "value": _("%(n)s 个") % {"n": len({each.authority for each in sheet.items})},
            "note": _("%(n)s 个事项一起办") % {"n": len(sheet.items)},
        },
    ]  # fmt: skip


def _fee(sheet: Sheet) -> str:
    if not any(each.charged for each in sheet.items):
        return _("不收费")
    return _("%(n)s 元") % {"n": number(sheet.fee)} if sheet.fee is not None else _("部分事项收费")


def figures_of(sheet: Sheet) -> list[dict[str, object]]:
    """Return 四减 and the fields, with the entries behind each number."""
    return [
        {
            "key": each.key,
            "name": measured(each.key)[0],
            "unit": measured(each.key)[1],
            "before": number(each.before),
            "after": number(each.after),
            "rate": saved(each.rate),
            "before_entries": each.before_entries,
            "after_entries": each.after_entries,
        }
        for each in sheet.figures
    ]


def results(sheet: Sheet) -> list[dict[str, object]]:
    """Return what one gets, each once: licences first, and the certain before the possible."""
    made = [(result, item) for item in sheet.items for result in item.results if result.kind is not ResultKind.NONE]
    found: dict[str, dict[str, object]] = {}
    for result, item in sorted(made, key=lambda each: (KINDS.index(each[0].kind), each[1].need is not Need.CERTAIN)):
        name, issuer = result.name, item.department
        shown = {"name": spoken(name.zh, name.en), "issuer": spoken(issuer.zh, issuer.en)}
        found.setdefault(name.zh, {**shown, "depends": item.need is not Need.CERTAIN})
    return list(found.values())


def departments(sheet: Sheet, definitions: Definitions, chain: Chain) -> list[dict[str, object]]:
    """Return who takes part, the lead first, each with what it does."""
    keys = dict.fromkeys(item.authority for item in sheet.items)
    ranked = sorted(keys, key=lambda key: key != chain.lead_authority)
    return [
        {
            "name": authority_name(definitions, key),
            "items_text": join([spoken(each.name.zh, each.name.en) for each in sheet.items if each.authority == key]),
            "phone": PHONE if key == chain.lead_authority else "",
            "lead": key == chain.lead_authority,
        }
        for key in ranked
    ]


def questions_and_answers(sheet: Sheet, chain: Chain) -> list[dict[str, object]]:
    """Return what people ask about a 一件事: what its items answer, and how to find out what the guidance asks."""
    asked: list[dict[str, object]] = [
        {
            "question": each.ask,
            "answers": [
                {"text": reply.text, "who": join([spoken(one.zh, one.en) for one in reply.items])}
                for reply in each.replies
            ],
        }
        for each in sheet.questions
    ]
    found_out: list[dict[str, object]] = [
        {
            "question": Word(zh=each.ask, en=each.ask_en),
            "answers": [{"text": Word(zh=each.find_out, en=each.find_out_en), "who": ""}],
        }
        for each in chain.questions
        if each.find_out
    ]
    return [*asked, *found_out]
