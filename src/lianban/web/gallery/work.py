"""Samples of the pages of people who work here."""

from datetime import date

from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import Choice, FieldView
from lianban.web.components.times import ClockView
from lianban.web.gallery.forms import summary
from lianban.web.gallery.lists import calls, figures, table

NAV = [
    {"address": "/_gallery/pages/desk/", "name": "接件", "count": 5},
    {"address": "/_gallery/pages/inbox/", "name": "收件箱", "count": 12},
    {"address": "/_gallery/x/", "name": "出证"},
    {"address": "/_gallery/y/", "name": "查询"},
]
SEARCH = {"address": "#", "label": "编号、姓名、证号"}


def desk() -> dict[str, object]:
    """Three panes: who is next, the case, the checklist."""
    return {
        "work_nav": NAV,
        "work_search": SEARCH,
        "stand_ins": False,
        "entries": [
            {
                "name": "A0023 开办餐饮店",
                "address": "#",
                "note": "演示申请人 · 预约 9:30",
                "tag": "等了 4 分钟",
                "current": True,
            },
            {"name": "A0024 新生儿出生", "address": "#", "note": "现场取号", "tag": "等了 3 分钟"},
            {"name": "B0108 灵活就业参保", "address": "#", "note": "绿色通道 · 70 岁以上", "tag": "优先"},
            {"name": "A0025 退休", "address": "#", "note": "委托办理", "tag": "刚取号"},
        ],
        "rows": summary()["rows"],
        "checks": [
            {"name": "经营场所使用证明", "say": "看产权人或出租人是否签字，地址与表单一致。租赁期不少于 1 年。"},
            {"name": "场所平面布置图", "say": "要标出操作间、出入口和面积。缺了可以容缺受理，告知 12月4日前补。"},
            {"name": "从业人员健康证", "say": "系统已核验 2 人有效。不用再要复印件。"},
        ],
        "outcome": FieldView(
            "outcome",
            "处理",
            ValueType.CHOICE,
            "accept",
            options=(
                Choice("accept", "受理", "时限从今天起算，出具《受理通知书》", "1"),
                Choice("gaps", "容缺受理", "出具《容缺受理告知书》", "2"),
                Choice("supplement", "一次告知补正", "时限不起算，列清全部要补的", "3"),
                Choice("refuse", "不予受理", "写明理由和救济途径", "4"),
            ),
        ),
    }


def inbox() -> dict[str, object]:
    """A department's inbox, sorted by due date."""
    return {"work_nav": NAV, "work_search": SEARCH, **table(), **figures()}


def screen() -> dict[str, object]:
    """The calling screen of the hall."""
    return {**calls(), "stand_ins": False, "clock": ClockView("running", 1, date(2026, 11, 23))}
