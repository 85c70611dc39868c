"""Figures as the pages show them."""

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from lianban.apps.oversight import public as oversight
from lianban.web.oversight import shown


def address(name: str, month: oversight.Month, asked: oversight.Narrowed, *args: str, **more: str) -> str:
    """Return the address of a figure's page for the same month and the same narrowing."""
    query = {"month": str(month), "authority": asked.authority, "chain": asked.chain, **more}
    return f"{reverse(name, args=args)}?{urlencode({key: value for key, value in query.items() if value})}"


def shares_shown(
    figures: oversight.Figures, month: oversight.Month, asked: oversight.Narrowed
) -> list[dict[str, object]]:
    """Return every figure with what stands above and below the line, and the way to the cases."""
    told = [
        {
            "name": shown.measure_name(each.measure),
            "value": shown.percent_words(each.percent),
            "note": _("%(above)s ÷ %(below)s 项") % {"above": each.above, "below": each.below},
            "means": shown.measure_means(each.measure),
            "address": address("oversight:measure", month, asked, each.measure.value),
        }
        for each in figures.shares
    ]
    return [*told, shortened_shown(figures, month, asked)]


def shortened_shown(figures: oversight.Figures, month: oversight.Month, asked: oversight.Narrowed) -> dict[str, object]:
    """承诺提速率, from the catalogue."""
    found = figures.shortened
    note = _("承诺 %(promised)s ÷ 法定 %(statutory)s 个工作日")
    return {
        "name": _("承诺提速率"),
        "value": shown.percent_words(found.percent),
        "note": note % {"promised": f"{found.promised:f}", "statutory": f"{found.statutory:f}"},
        "means": _("1 − 承诺时限合计 ÷ 法定时限合计（目录中法定时限大于零、单位相同的事项）"),
        "address": address("oversight:shortened", month, asked),
    }
