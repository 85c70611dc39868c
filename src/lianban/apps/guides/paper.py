"""The sheet as the sealed paper has it: in Chinese, everything in rows."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from lianban.apps.guides.sheet import Sheet, SheetItem, SheetMaterial, Word
from lianban.core.chains.plan import FREE, Marking, Need

HOW = {
    Marking.REQUIRED: "需要提交",
    Marking.CONDITIONAL: "需要提交",
    Marking.TOLERABLE: "可以后补（容缺）",
    Marking.COMMITMENT: "可以承诺代替",
    Marking.EXEMPT: "免提交",
    Marking.INTERNAL: "免提交，内部流转",
}
NAMED = 3
FIGURES = {
    "visits": ("到现场", "次"),
    "materials": ("材料", "份"),
    "steps": ("环节", "个"),
    "days": ("承诺时限", "个工作日"),
}


def paper(sheet: Sheet, *, address: str, version: int) -> Mapping[str, object]:
    """Return the content of the document. address: where to go on."""
    figures = {each.key: each for each in sheet.figures}
    return {
        "chain": sheet.name.zh,
        "summary": sheet.summary.zh,
        "figures": [
            {"name": name, "value": f"{_number(figures[key].after)} {unit}"} for key, (name, unit) in FIGURES.items()
        ],
        "answers": [{"question": each.ask.zh, "answer": each.answer.zh} for each in sheet.answers],
        "items": [_item(each) for each in sheet.items],
        "materials": [_material(each) for each in (*sheet.to_hand_in, *sheet.fetched)] or ["不需要提交材料"],
        "place": sheet.place.address or "政务服务大厅综合受理窗口",
        "hours": sheet.place.hours,
        "fee": _fee(sheet),
        "visits": f"{sheet.visits} 次",
        "contact": sheet.place.consult_phone or "12345",
        "path": "、".join(each.zh for each in sheet.path),
        "address": address,
        "version": f"第 {version} 版",
    }


def _item(each: SheetItem) -> dict[str, str]:
    return {
        "name": each.name.zh if each.need is Need.CERTAIN else f"{each.name.zh}（{each.because.zh}时办理）",
        "authority": each.department.zh,
        "promised_limit": f"{_number(each.days)} 个工作日" if each.days else "当场办结",
        "result": "、".join(one.name.zh for one in each.results),
        "basis": "；".join(str(one) for one in each.basis),
        "fee": each.fee,
    }


def _material(each: SheetMaterial) -> dict[str, str]:
    copies = f" {each.copies} 份" if each.copies else ""
    is_free = each.marking in FREE
    return {
        "name": each.name.zh if each.need is Need.CERTAIN else f"{each.name.zh}（{each.because.zh}时）",
        "form": "—" if is_free else f"{each.form.value}{copies}",
        "how": f"{HOW[each.marking]}；{each.source.zh}",
        "used_by": _names(each.used_by),
    }


def _fee(sheet: Sheet) -> str:
    charged = [f"{each.name.zh}：{each.fee}" for each in sheet.items if each.charged]
    return "；".join(charged) or "不收费"


def _names(words: Sequence[Word]) -> str:
    more = f"等{len(words)}项" if len(words) > NAMED else ""
    return "、".join(word.zh for word in words[:NAMED]) + more


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"
