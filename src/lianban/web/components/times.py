"""Days, moments and remaining time in words, in the language of the page."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lianban.web.components.language import is_english

WEEKDAYS = "一二三四五六日"


def day_words(day: date) -> str:
    """2026年11月23日（周一）, or Mon 23 Nov 2026."""
    if is_english():
        return f"{day:%a} {day.day} {day:%b %Y}"
    return f"{day.year}年{day.month}月{day.day}日（周{WEEKDAYS[day.weekday()]}）"


def due_words(day: date, *, provisional: bool) -> str:
    """Return a last day, short, and beside it that it is provisional where the holidays are not announced yet."""
    return _("%(day)s（暂定）") % {"day": short_day_words(day)} if provisional else short_day_words(day)


def short_day_words(day: date) -> str:
    """11月23日, or 23 Nov."""
    return f"{day.day} {day:%b}" if is_english() else f"{day.month}月{day.day}日"


def moment_words(at: datetime) -> str:
    """2026年11月23日（周一）09:30, in local time."""
    local = timezone.localtime(at)
    return f"{day_words(local.date())} {local:%H:%M}" if is_english() else f"{day_words(local.date())}{local:%H:%M}"


@dataclass(frozen=True, slots=True)
class ClockView:
    """How a clock stands.

    state: running, soon, late, paused or done. remaining: working days left, or days over when late.
    due_on: the last day in time. reason: why it is paused. address: of the clock certificate. provisional: the holidays
    of the year it falls into are not announced yet.
    """

    state: str
    remaining: int = 0
    due_on: date | None = None
    reason: str = ""
    address: str = ""
    provisional: bool = False

    @property
    def words(self) -> str:
        """The state in a few words; the due day is shown beside it."""
        match self.state:
            case "late" if not self.remaining:
                return _("已超期")
            case "late":
                return ngettext("已超期 %(n)s 个工作日", "已超期 %(n)s 个工作日", self.remaining) % {
                    "n": self.remaining
                }
            case "paused":
                return _("时限已暂停：%(reason)s") % {"reason": self.reason} if self.reason else _("时限已暂停")
            case "done":
                return _("按时办结")
        if self.remaining == 0:
            return _("今天到期")
        return ngettext("还剩 %(n)s 个工作日", "还剩 %(n)s 个工作日", self.remaining) % {"n": self.remaining}

    @property
    def until(self) -> str:
        """（至11月26日）, or the day it should have been when late."""
        if self.due_on is None or self.state in {"done", "paused"}:
            return ""
        if self.state == "late":
            return _("（应于%(day)s办结）") % {"day": short_day_words(self.due_on)}
        if self.provisional:
            return _("（暂定至%(day)s）") % {"day": short_day_words(self.due_on)}
        return _("（至%(day)s）") % {"day": short_day_words(self.due_on)}

    @property
    def icon(self) -> str:
        """Name of the icon."""
        return {"late": "siren", "paused": "pause", "done": "check"}.get(self.state, "clock")
