"""Samples of tokens, tables, tiles and figures."""

import re
from datetime import date
from pathlib import Path

from django.core.paginator import Paginator

from lianban.web.components.times import ClockView

SPRITE_FILE = Path(__file__).resolve().parents[1] / "static/vendor/lucide/sprite.svg"


def tokens() -> dict[str, object]:
    """Names of the colours, of the sizes and of the icons."""
    return {
        "colours": ("ink", "ink-2", "ink-3", "blue", "green", "amber", "red", "line", "sunken", "wash"),
        "icons": re.findall(r'symbol id="([^"]+)"', SPRITE_FILE.read_text("utf-8")),
    }


def table() -> dict[str, object]:
    """An inbox with saved filters."""
    cases = (
        (
            "SF2026112000018",
            "食品经营许可（新办）",
            "窗口",
            ClockView("late", 1, date(2026, 11, 20), address="#"),
            "late",
        ),
        ("SF2026112000021", "食品经营许可（变更）", "网上", ClockView("soon", 1, date(2026, 11, 24), address="#"), ""),
        (
            "SF2026112100003",
            "食品经营许可（新办）",
            "网上",
            ClockView("running", 4, date(2026, 11, 27), address="#"),
            "",
        ),
        ("SF2026112100007", "小餐饮登记", "镇便民中心", ClockView("paused", 3, reason="等待现场核查", address="#"), ""),
    )
    rows = [
        {
            "tone": tone,
            "cells": [
                {"label": "办件编号", "text": number, "address": "#"},
                {"label": "事项", "text": item},
                {"label": "来源", "text": channel},
                {"label": "材料", "text": str(index + 3), "numeric": True},
                {"label": "时限", "clock": clock},
            ],
        }
        for index, (number, item, channel, clock, tone) in enumerate(cases)
    ]
    columns = [
        {"name": "办件编号"},
        {"name": "事项"},
        {"name": "来源"},
        {"name": "材料", "numeric": True},
        {"name": "时限"},
    ]
    return {"caption": "待审查的办件", "columns": columns, "rows": rows, "filters": _filters()}


def _filters() -> list[dict[str, object]]:
    return [
        {"name": "待我办理", "address": "#", "count": 12, "current": True},
        {"name": "快到期", "address": "#", "count": 3},
        {"name": "已超期", "address": "#", "count": 1, "tone": "late"},
        {"name": "已暂停", "address": "#", "count": 2},
        {"name": "我存的：新办且网上来的", "address": "#", "count": 5},
    ]


def segments() -> dict[str, object]:
    """Segments and pages."""
    paginator = Paginator(range(230), 20)
    page = paginator.page(4)
    return {
        "segments": [
            {"name": "个人", "address": "#", "current": True, "icon": "user-round"},
            {"name": "企业", "address": "#", "icon": "building-2"},
        ],
        "page": page,
        "numbers": list(paginator.get_elided_page_range(4, on_each_side=1, on_ends=1)),
    }


def figures() -> dict[str, object]:
    """Reductions, facts and metrics."""
    return {
        "figures": [
            {"name": "跑动次数", "before": 6, "after": 1, "unit": "次", "rate": "83%"},
            {"name": "申请材料", "before": 26, "after": 9, "unit": "份", "rate": "65%"},
            {"name": "办理环节", "before": 14, "after": 5, "unit": "个", "rate": "64%"},
            {"name": "办理时限", "before": 62, "after": 7, "unit": "工作日", "rate": "89%"},
        ],
        "facts": [
            {"name": "多久", "icon": "clock", "value": "7 个工作日", "note": "法定合计 62 个"},
            {"name": "多少钱", "icon": "wallet", "value": "不收费"},
            {"name": "跑几次", "icon": "map-pin", "value": "最多 1 次", "note": "领证可以邮寄"},
            {"name": "材料", "icon": "file-text", "value": "9 份", "note": "其中 4 份不用您交"},
            {"name": "部门", "icon": "landmark", "value": "6 个", "note": "您只对一个窗口"},
        ],
        "metrics": [
            {"name": "在办", "value": "1,284", "unit": "件", "note": "今天新受理 96 件", "address": "#"},
            {"name": "按时办结率", "value": "99.2", "unit": "%", "note": "近 30 天，共 3,410 件", "address": "#"},
            {"name": "快到期", "value": "17", "unit": "件", "note": "2 个工作日内", "address": "#"},
            {"name": "超期", "value": "3", "unit": "件", "note": "都在同一个部门", "address": "#"},
        ],
    }


def tiles() -> dict[str, object]:
    """Ways in."""
    return {
        "tiles": [
            {"icon": "utensils", "name": "开餐饮店", "note": "6 个部门一起办", "address": "#"},
            {"icon": "baby", "name": "新生儿出生", "note": "最多跑 0 次", "address": "#"},
            {"icon": "house", "name": "买卖二手房", "note": "水电气一并过户", "address": "#"},
            {"icon": "accessibility", "name": "残疾人服务", "note": "可以上门办理", "address": "#"},
        ],
        "chain": {
            "name": "开办餐饮店",
            "address": "#",
            "summary": "从营业执照到食品经营许可、消防检查、招牌，一次申请。",
            "figures": figures()["figures"],
        },
    }


def header() -> dict[str, object]:
    """A page header with a search."""
    return {
        "crumbs": [
            {"name": "首页", "address": "#"},
            {"name": "我要办", "address": "#"},
            {"name": "开办餐饮店", "address": ""},
        ],
        "search": {"address": "#", "label": "在一件事里找"},
        "actions": [{"text": "新建一件事", "address": "#", "kind": "primary", "icon": "plus"}],
    }


def calls() -> dict[str, object]:
    """What a calling screen shows."""
    return {"calls": (("A0023", "6 号窗口"), ("A0022", "3 号窗口"), ("B0107", "9 号窗口"), ("A0021", "1 号窗口"))}
