"""Samples of the home page and of the page of one 一件事."""

from lianban.web.gallery.flow import sample_flow
from lianban.web.gallery.lists import figures


def _figures(
    visits: tuple[int, int], papers: tuple[int, int], steps: tuple[int, int], days: tuple[int, int]
) -> list[dict[str, object]]:
    named = (("跑动", visits, "次"), ("材料", papers, "份"), ("环节", steps, "个"), ("时限", days, "天"))
    return [{"name": name, "before": before, "after": after, "unit": unit} for name, (before, after), unit in named]


def home() -> dict[str, object]:
    """The home page."""
    return {
        "search_address": "#",
        "hot_words": [
            {"text": text, "address": "#"} for text in ("开饭店", "新生儿落户", "公积金提取", "退休", "孩子上学")
        ],
        "audiences": [
            {"name": "个人", "address": "?for=person", "current": True, "icon": "user-round"},
            {"name": "企业", "address": "?for=business", "icon": "building-2"},
        ],
        "events": [{"name": n, "icon": i, "note": t, "address": "#"} for n, i, t in EVENTS],
        "chains": CHAINS,
        "chains_address": "#",
        "links": [
            {"name": "查进度", "icon": "route", "note": "凭编号或扫码", "address": "#"},
            {"name": "预约取号", "icon": "ticket", "note": "到点直接办", "address": "#"},
            {"name": "帮办代办", "icon": "hand-helping", "note": "免费，村里也能办", "address": "#"},
            {"name": "好差评", "icon": "star", "note": "两下就评完", "address": "#"},
            {"name": "12345 热线", "icon": "phone", "note": "有事找政府", "address": "#"},
            {"name": "我的证照", "icon": "badge-check", "note": "不用再交复印件", "address": "#"},
            {"name": "证照核验", "icon": "qr-code", "note": "扫码辨真假", "address": "#"},
            {"name": "附近大厅", "icon": "map-pin", "note": "看排队人数", "address": "#"},
        ],
    }


EVENTS = (
    ("生孩子", "baby", "出生证、落户、医保一起办"),
    ("孩子上学", "school", "报名、核验不用跑学校"),
    ("找工作", "graduation-cap", "毕业落户、报到、补贴"),
    ("灵活就业", "briefcase", "参保、补贴一次办"),
    ("买卖房子", "house", "过户、缴税、水电气"),
    ("公积金提取", "wallet", "买房、租房、退休"),
    ("退休", "sprout", "养老金、医保、公积金"),
    ("残疾人服务", "accessibility", "评定、补贴、上门办"),
)
CHAINS = [
    {
        "name": "开办餐饮店",
        "address": "#",
        "summary": "营业执照、食品经营许可、消防检查、招牌，一次申请。",
        "figures": _figures((6, 1), (26, 9), (14, 5), (62, 7)),
    },
    {
        "name": "新生儿出生",
        "address": "#",
        "summary": "出生医学证明、落户、医保、社保卡，在医院就能办。",
        "figures": _figures((5, 0), (18, 4), (12, 3), (35, 5)),
    },
    {
        "name": "开办药店",
        "address": "#",
        "summary": "执照、药品经营许可、医疗器械备案，一次上门核查。",
        "figures": _figures((5, 1), (31, 12), (13, 5), (70, 12)),
    },
]


def chain() -> dict[str, object]:
    """The page of 开办餐饮店."""
    return {
        "crumbs": [
            {"name": "首页", "address": "/"},
            {"name": "我要办", "address": "#"},
            {"name": "开办餐饮店", "address": ""},
        ],
        "chain": {
            "name": "开办餐饮店",
            "summary": "开饭店、小吃店、奶茶店都从这里办：答几个问题，填一张表，6 个部门同时办理，一个窗口领证。",
        },
        "start_address": "#",
        "facts": figures()["facts"],
        "figures": figures()["figures"],
        "figures_address": "#",
        "results": [
            {"name": "营业执照", "issuer": "行政审批服务局"},
            {"name": "食品经营许可证", "issuer": "市场监督管理局"},
            {"name": "公众聚集场所投入使用、营业前消防安全检查意见", "issuer": "消防救援大队", "depends": True},
        ],
        "picture": {"wide": sample_flow(), "tall": sample_flow()},
        "departments": [
            {"name": "行政审批服务局", "items_text": "设立登记（营业执照）", "phone": "12345", "lead": True},
            {"name": "市场监督管理局", "items_text": "食品经营许可"},
            {"name": "消防救援大队", "items_text": "开业前消防安全检查"},
            {"name": "综合行政执法局", "items_text": "户外招牌设置"},
        ],
    }
