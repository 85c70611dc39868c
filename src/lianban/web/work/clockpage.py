"""The clock certificate as a page: why an item is due when it is, so that anybody can count it again."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lianban.apps.cases import public as cases
from lianban.apps.files import public as files
from lianban.core.calendars.days import DayKind
from lianban.core.clocks.certificate import CertifiedDay, CertifiedLimit, ClockCertificate, Why
from lianban.core.clocks.clock import Clock
from lianban.core.clocks.stops import Stop
from lianban.web.portal.words import limit_words

STARTS = (gettext_noop("收件"), gettext_noop("受理"), gettext_noop("转报"), gettext_noop("准予许可决定"))
STOPS = (
    gettext_noop("听证"), gettext_noop("招标"), gettext_noop("拍卖"), gettext_noop("检验"), gettext_noop("检测"),
    gettext_noop("检疫"), gettext_noop("鉴定"), gettext_noop("专家评审"), gettext_noop("现场勘验"),
    gettext_noop("公示"), gettext_noop("其他"),
)  # fmt: skip
"""What starts and what stops a clock (StopKind), for whoever reads English."""
TONES = {Why.START: "start", Why.COUNTED: "counted", Why.REST: "rest", Why.STOPPED: "stopped", Why.MOVED: "rest"}


def page(request: HttpRequest, number: str, reader: cases.Reader, frame: str, **more: object) -> HttpResponse:
    """Return the page of an item's certificate. frame: the template it stands in. Raises what reading it raises."""
    made = cases.clock_certificate(number, reader)
    return render(request, "work/clock_certificate.html", {"frame": frame, **shown(made), **more})


def download(number: str, reader: cases.Reader) -> HttpResponse:
    """Return the certificate as `lianban verify-clock` reads it."""
    made = cases.clock_certificate(number, reader)
    media = "application/json; charset=utf-8"
    return files.served(made.model_dump_json(indent=1), media, file_name(number), attachment=True)


def file_name(number: str) -> str:
    """What the downloaded certificate is called."""
    return f"{number}.clock.json"


def shown(made: ClockCertificate) -> dict[str, Any]:
    """Return everything the page shows of a certificate."""
    return {
        "certificate": made,
        "started_with": _(made.clock.start_event),
        "limits": [_limit(each, made.clock) for each in made.limits],
        "stops": [_stop(each) for each in made.clock.stops],
        "extension": _extension(made.clock),
        "file_name": file_name(made.subject),
        "is_open": made.clock.open_stop is not None,
    }


def _limit(each: CertifiedLimit, clock: Clock) -> dict[str, Any]:
    counted = sum(day.why is Why.COUNTED for day in each.days)
    return {
        "name": {"statutory": _("法定期限"), "promised": _("承诺期限")}[each.name],
        "length": limit_words(each.limit),
        "basis": "；".join(map(str, each.limit.basis)),
        "due": each.due,
        "days": [_day(day, clock) for day in each.days],
        "counted": counted,
        "left_out": len(each.days) - counted,
    }


def _day(day: CertifiedDay, clock: Clock) -> dict[str, object]:
    return {"on": day.on, "number": day.number, "tone": TONES[day.why], "why": _why(day, clock), "notice": day.notice}


def _why(day: CertifiedDay, clock: Clock) -> str:
    match day.why:
        case Why.START:
            return _("%(event)s当日，不计入（《民法典》第二百零一条）") % {"event": _(clock.start_event)}
        case Why.STOPPED:
            return _("%(kind)s期间，不计入") % {"kind": _stopped_for(day.on, clock)}
        case Why.MOVED:
            return _("期限届满日顺延（《民法典》第二百零三条）：%(kind)s") % {"kind": _kind(day)}
        case Why.REST:
            return _("%(kind)s，不计入") % {"kind": _kind(day)}
    return _kind(day)


def _kind(day: CertifiedDay) -> str:
    return {
        DayKind.WEEKDAY: _("工作日"),
        DayKind.MAKE_UP: _("调休上班（%(occasion)s）") % {"occasion": day.occasion},
        DayKind.WEEKEND: _("周末"),
        DayKind.HOLIDAY: _("放假（%(occasion)s）") % {"occasion": day.occasion},
        DayKind.CLOSURE: _("当地停止办公（%(occasion)s）") % {"occasion": day.occasion},
    }[day.kind]


def _stopped_for(on: date, clock: Clock) -> str:
    covering = [
        each for each in clock.stops if each.stopped_on < on and (each.resumed_on is None or on <= each.resumed_on)
    ]
    return _(covering[-1].kind.value) if covering else _("特别程序")


def _stop(each: Stop) -> Mapping[str, object]:
    return {
        "kind": _(each.kind.value),
        "since": each.stopped_on,
        "until": each.resumed_on,
        "reason": each.reason,
        "basis": str(each.basis),
        "notice": each.notice,
        "told_on": each.told_on,
        "needed": limit_words(each.needed),
    }


def _extension(clock: Clock) -> Mapping[str, object] | None:
    made = clock.extension
    if made is None:
        return None
    rule = clock.extension_rule
    return {
        "added": limit_words(made.added),
        "granted_on": made.granted_on,
        "approver": made.approver,
        "reason": made.reason,
        "notice": made.notice,
        "basis": str(rule.basis) if rule else "",
    }
