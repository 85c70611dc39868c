"""Warnings and rows as the tables of supervision draw them."""

from collections.abc import Iterable
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from lianban.apps.cases import public as cases
from lianban.apps.oversight import public as oversight
from lianban.core.clocks.remaining import WarningLevel
from lianban.core.supervision.figures import Measure
from lianban.core.supervision.rules import Rule, Scope
from lianban.core.supervision.signals import Signal
from lianban.web.components.tables import Line, table
from lianban.web.components.times import ClockView
from lianban.web.oversight.frame import Names
from lianban.web.portal.words import name_of, named, state_words
from lianban.web.work.clocks import badge

TONES = {WarningLevel.RED: "late", WarningLevel.YELLOW: "soon", WarningLevel.NOTICE: "info"}


def level_name(level: WarningLevel) -> str:
    """红牌, 黄牌 or 预警, in the language of the page."""
    names = {WarningLevel.RED: _("红牌"), WarningLevel.YELLOW: _("黄牌"), WarningLevel.NOTICE: _("预警")}
    return names.get(level, "")


def scope_name(rule: Rule) -> str:
    """What a rule looks at, in the language of the page."""
    return {Scope.TIME: _("时限"), Scope.PROCEDURE: _("流程"), Scope.TRUTH: _("办件真实性")}[rule.scope]


def stars_name(stars: int) -> str:
    """The level of a rating, in the language of the page."""
    return {5: _("非常满意"), 4: _("满意"), 3: _("基本满意"), 2: _("不满意"), 1: _("非常不满意")}[stars]


def measure_name(measure: Measure) -> str:
    """Name of a figure."""
    return {
        Measure.ON_TIME: _("按时办结率"),
        Measure.EARLY: _("提前办结率"),
        Measure.OVERDUE: _("超期率"),
        Measure.SAME_DAY: _("当日办结率"),
    }[measure]


def measure_means(measure: Measure) -> str:
    """What a figure counts above and below the line."""
    return {
        Measure.ON_TIME: _("期限内办结的 ÷ 本月应办结的（本月到期或者本月办结）"),
        Measure.EARLY: _("早于期限办结的 ÷ 本月办结的（不是收件的）"),
        Measure.OVERDUE: _("逾期办结和逾期未办结的 ÷ 本月应办结的"),
        Measure.SAME_DAY: _("受理当日办结的 ÷ 本月办结的"),
    }[measure]


def percent_words(value: Decimal | None) -> str:
    """97.5%, or a dash when there is nothing to measure."""
    return "—" if value is None else f"{value:f}%"


def signal_clock(signal: Signal) -> ClockView | None:
    """Return the badge of a warning that is about a day."""
    if signal.due_on is None or (signal.days == 0 and signal.level is WarningLevel.RED):
        return None
    if signal.days < 0:
        return ClockView("late", -signal.days, signal.due_on)
    return ClockView("soon", signal.days, signal.due_on)


def certificate(number: str) -> str:
    """Return the address of an item's clock certificate."""
    return reverse("oversight:clock", args=[number])


def warnings_table(warned: Iterable[oversight.Warned], names: Names) -> dict[str, list[object]]:
    """Return the table of warnings: one row per warned proceeding."""
    heads = (_("办什么"), _("级别"), _("为什么"), _("时限"), _("谁负责"), _("编号"))
    return table(heads, (_warning(each, names) for each in warned))


def _warning(each: oversight.Warned, names: Names) -> Line:
    worst = each.worst
    more = len(each.signals) - 1
    reason = name_of(worst.rule) + (_("（另有 %(n)s 条）") % {"n": more} if more else "")
    address = reverse("oversight:case", args=[each.case]) + (f"#p-{each.number}" if each.number != each.case else "")
    cells = (
        {"text": named(each.title), "address": address},
        {"text": level_name(each.level), "tone": TONES[each.level]},
        reason,
        {"clock": signal_clock(worst), "text": "—"},
        names.authority(each.authority),
        each.number,
    )
    return Line(cells, "late" if each.level is WarningLevel.RED else "")


def cases_table(rows: Iterable[cases.TaskRow], names: Names) -> dict[str, list[object]]:
    """Return the table of cases: one row per item."""
    heads = (_("事项"), _("状态"), _("时限"), _("部门"), _("一件事"), _("编号"))
    return table(heads, (_case(row, names) for row in rows))


def _case(row: cases.TaskRow, names: Names) -> Line:
    cells = (
        {"text": named(row.title), "address": reverse("oversight:case", args=[row.case_number])},
        state_words(row.state),
        {"clock": badge(row.clock, certificate(row.number)), "text": "—"},
        names.authority(row.authority),
        names.chain(row.chain),
        row.number,
    )
    return Line(cells, "late" if row.clock.level == "late" else "")
