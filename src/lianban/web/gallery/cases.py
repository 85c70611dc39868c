"""Samples of a case: materials, time, results."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.safestring import SafeString, mark_safe

from lianban.web.components.lanes import Lane, LanePlan, Span
from lianban.web.components.times import ClockView

SHANGHAI = ZoneInfo("Asia/Shanghai")
LABELS = ("受理", "1", "2", "3", "4", "5", "6", "7")


def _at(day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI)


def clocks() -> dict[str, object]:
    """A clock in every state."""
    return {
        "clocks": [
            ("正常", ClockView("running", 7, date(2026, 12, 2), address="#")),
            ("临期", ClockView("soon", 1, date(2026, 11, 24), address="#")),
            ("今天到期", ClockView("soon", 0, date(2026, 11, 23))),
            ("超期", ClockView("late", 2, date(2026, 11, 19), address="#")),
            ("暂停", ClockView("paused", 4, reason="等待现场核查", address="#")),
            ("办结", ClockView("done", 0, date(2026, 11, 20))),
        ]
    }


def materials() -> dict[str, object]:
    """One row per marking."""
    return {
        "materials": [
            {
                "name": "经营场所使用证明",
                "mark": "required",
                "form": "复印件 1 份",
                "uses": "设立登记、食品经营许可",
                "note": "租赁合同或房产证都可以",
                "actions": [
                    {"text": "拍照上传", "address": "#", "icon": "camera", "kind": "primary"},
                    {"text": "从我的材料选", "address": "#", "icon": "folder"},
                ],
            },
            {
                "name": "法定代表人身份证",
                "mark": "exempt",
                "reason": "已从电子证照库取得，不用您交",
                "uses": "全部 6 个事项",
            },
            {
                "name": "从业人员健康证",
                "mark": "owned",
                "reason": "您的材料库里有，2027年6月30日前有效",
                "uses": "食品经营许可",
            },
            {
                "name": "营业执照",
                "mark": "internal",
                "reason": "这次一起办，办好后自动给后面的部门",
                "uses": "食品经营许可、消防安全检查",
            },
            {
                "name": "场所平面布置图",
                "mark": "later",
                "form": "电子 1 份",
                "note": "可以先受理，12月4日前补上就行",
                "uses": "消防安全检查",
                "actions": [{"text": "上传", "address": "#", "icon": "upload"}],
            },
            {
                "name": "消防安全制度、灭火和应急疏散预案",
                "mark": "commitment",
                "note": "签一份承诺书就可以不交，开业后会现场核查",
                "uses": "消防安全检查",
                "actions": [{"text": "签承诺书", "address": "#", "icon": "pencil"}],
            },
        ]
    }


def uploads() -> dict[str, object]:
    """An upload that is done."""
    return {"file": {"name": "租赁合同.pdf", "size": "1.2 MB", "address": "#", "remove": "lease"}}


def timeline() -> dict[str, object]:
    """One timeline for the whole thing."""
    return {
        "entries": [
            {"title": "预计全部办结，统一领证", "tone": "next", "when": "预计 2026年12月1日（周二）"},
            {
                "title": "消防安全检查：约好现场核查",
                "tone": "now",
                "at": _at(23, 9, 30),
                "who": "消防救援大队",
                "text": "11月25日（周三）上午，市场监管和消防一起上门，您只需在场一次。核查期间时限暂停。",
                "link": {"address": "#", "name": "改约时间"},
            },
            {
                "title": "食品经营许可：开始审查",
                "tone": "done",
                "at": _at(20, 16, 5),
                "who": "市场监督管理局",
            },
            {
                "title": "营业执照：已办结",
                "tone": "done",
                "at": _at(20, 15, 48),
                "who": "行政审批服务局",
                "link": {"address": "#", "name": "查看电子营业执照"},
            },
            {"title": "已受理，时限开始计算", "tone": "done", "at": _at(20, 9, 12), "who": "综合窗口"},
            {"title": "您提交了申请", "tone": "done", "at": _at(19, 21, 40), "who": "网上"},
        ]
    }


def lane_plan() -> dict[str, object]:
    """Six departments on seven working days; the fire inspection decides the length."""
    lanes = (
        Lane("营业执照", "行政审批服务局", (Span(0, 1, "done"),), "已办结", "done", critical=True),
        Lane("公章刻制备案", "公安局", (Span(1, 1.5, "done"),), "已办结", "done"),
        Lane(
            "食品经营许可",
            "市场监督管理局",
            (Span(1, 3, "now"), Span(3, 6, "wait")),
            "审查中",
            "info",
            clock=ClockView("running", 3, date(2026, 11, 30), address="#"),
        ),
        Lane(
            "开业前消防安全检查",
            "消防救援大队",
            (Span(1, 2.2, "now"), Span(2.2, 3, "paused"), Span(3, 7, "wait")),
            "现场核查",
            "soon",
            critical=True,
            clock=ClockView("paused", 4, reason="等待现场核查", address="#"),
        ),
        Lane("户外招牌设置", "综合行政执法局", (Span(1, 2.4, "late"),), "超期 1 天", "late", note="已督办"),
        Lane("社会保险登记", "人力资源和社会保障局", (Span(3, 4, "wait"),), "等待营业执照"),
    )
    return {"plan": LanePlan(lanes, 7, LABELS, today=3)}


def results() -> dict[str, object]:
    """A receipt, a licence and a rating."""
    return {
        "licence": {
            "name": "食品经营许可证",
            "number": "JY23700000000000（示例）",
            "issuer": "示范县市场监督管理局",
            "issued_on": date(2026, 11, 30),
            "valid": "5 年，至2031年11月29日",
            "qr": sample_code(),
            "actions": [
                {"text": "下载", "address": "#", "icon": "download"},
                {"text": "核验", "address": "#", "icon": "shield-check"},
                {"text": "邮寄给我", "address": "#", "icon": "truck"},
            ],
        }
    }


def sample_code() -> SafeString:
    """A picture in the place of a QR code."""
    return mark_safe(
        '<svg viewBox="0 0 7 7" shape-rendering="crispEdges" aria-hidden="true"><path d="M0 0h3v3H0zM4 0h3v3H4z'
        'M0 4h3v3H0zM4 4h1v1H4zM6 4h1v1H6zM5 5h1v1H5zM4 6h1v1H4zM6 6h1v1H6z"></path></svg>'
    )


def case() -> dict[str, object]:
    """The page on which a person follows the whole thing."""
    return {
        **timeline(),
        **lane_plan(),
        "crumbs": [{"name": "我的办件", "address": "#"}, {"name": "开办餐饮店", "address": ""}],
        "facts": [
            {"name": "预计办结", "icon": "calendar-days", "value": "12月1日（周二）", "note": "还有 6 个工作日"},
            {"name": "正在等", "icon": "hand-helping", "value": "消防救援大队", "note": "现场核查 11月25日"},
            {"name": "已办结", "icon": "circle-check", "value": "2 / 6 项", "note": "营业执照、公章"},
            {"name": "您要做的", "icon": "user-round", "value": "补 1 份材料", "note": "12月4日前"},
        ],
    }
