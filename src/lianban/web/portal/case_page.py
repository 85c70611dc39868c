"""A case as its applicant follows it: the few facts first, a lane per department, one timeline."""

import math
from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from lianban.apps.cases import public as cases
from lianban.core.chains.process import Scheduled
from lianban.web.components.lanes import Lane, LanePlan, Span
from lianban.web.components.language import is_english
from lianban.web.components.times import day_words, due_words, short_day_words
from lianban.web.portal.own_acts import HELD, UNDER_WAY
from lianban.web.portal.words import item_names, join, spoken, state_words
from lianban.web.work import together
from lianban.web.work.acts import Act
from lianban.web.work.clocks import badge

ECHOES = ("item_began", "item_closed")
"""What the whole notes of its items; the items tell it themselves, in more words."""
LAST = "closed"
"""What ends the whole comes after what ended its items, at the same moment."""
LONG_AXIS = 12
"""From so many days on, only every fifth day is labelled."""
SHORTEST = 0.35
"""What was done on the spot is drawn this wide, in days."""


def certificate_of(item: cases.ItemView) -> str:
    """Return the address of an item's clock certificate; empty before it is accepted."""
    return reverse("portal:clock", args=[item.number]) if item.accepted_on else ""


def facts(view: cases.CaseView) -> list[dict[str, object]]:
    """Return what a person asks first: when, who now, how far, what they must do."""
    done = [item for item in view.items if item.closed_on]
    return [
        {"name": _("预计办结"), "icon": "calendar-days", **_due(view)},
        {"name": _("现在等谁"), "icon": "hand-helping", **_waiting_for(view)},
        {
            "name": _("已办结"),
            "icon": "circle-check",
            "value": _("%(done)d / %(all)d 项") % {"done": len(done), "all": len(view.items or view.planned)},
            "note": join([item.name for item in done][:2]),
        },
        {"name": _("您要做的"), "icon": "user-round", **_to_do(view)},
    ]


def to_supply(view: cases.CaseView) -> list[tuple[str, str, str]]:
    """Return what the applicant owes: key, name, what is wrong and how to put it right."""
    if view.stage == "correcting":
        asked = [each for each in view.corrections if not view.outstanding or each.subject in view.outstanding]
        return [(each.subject, each.name, _joined(each.problem, each.remedy)) for each in asked]
    owed = [gap for gap in view.gaps if gap.supplied_on is None]
    return [(gap.material, gap.name, _("请在%(day)s前补交") % {"day": day_words(gap.supply_by)}) for gap in owed]


def _joined(problem: str, remedy: str) -> str:
    return f"{problem.rstrip('。；')}。{remedy}"


def refusals(view: cases.CaseView) -> list[dict[str, str]]:
    """Return what was refused, and where to turn against it: within how long, and to whom."""
    names = item_names(view.plan)
    return [
        {
            "name": names.get(item.item, item.name),
            "reconsideration": _("收到决定书之日起%(days)d日内，可以向%(body)s申请行政复议。")
            % {"days": item.remedies.reconsideration_days, "body": item.remedies.reconsideration_body},
            "litigation": _("收到决定书之日起%(months)d个月内，可以向%(court)s提起行政诉讼。")
            % {"months": item.remedies.litigation_months, "court": item.remedies.court},
        }
        for item in view.items
        if item.remedies
    ]


def own_acts(
    view: cases.CaseView, page: str = "portal:own_act", every: tuple[Act, ...] = UNDER_WAY
) -> list[dict[str, object]]:
    """Return, item by item, what its applicant may do now; a single item is withdrawn as the whole.

    page: name of the page of an act. every: the acts that page knows.
    """
    names = item_names(view.plan)
    alone = len([each for each in view.items if "withdraw" in each.open]) < 2
    offered = []
    for item in view.items:
        acts = [each for each in every if each.action in item.open and not (alone and each.action == "withdraw")]
        if acts:
            links = [(each, reverse(page, args=[item.number, each.slug])) for each in acts]
            urgent = any(each.action == "request_hearing" for each in acts)
            offered.append({"name": names.get(item.item, item.name), "acts": links, "urgent": urgent})
    return offered


def licences_now(view: cases.CaseView) -> list[cases.LicenceView]:
    """Return the licences as they stand: of an item with one in force not those it replaced."""
    held = {each.item_number for each in view.licences if each.in_force}
    return [each for each in view.licences if each.in_force or each.item_number not in held]


def asks_of(licence: cases.LicenceView) -> list[dict[str, object]]:
    """Return what the holder of a licence may ask, as links beside it."""
    return [
        {"text": each.title, "address": reverse("portal:own_act", args=[licence.item_number, each.slug]), "icon": icon}
        for each, icon in zip(HELD, ("clock", "pencil", "x"), strict=True)
        if each.action in licence.open
    ]


def timeline(view: cases.CaseView) -> list[dict[str, object]]:
    """Return what happened, newest first; before it, what is expected."""
    lines = [line for line in view.timeline if line.item or line.kind not in ECHOES]
    lines.sort(key=lambda line: (line.at, line.kind == LAST and not line.item))
    told = [_entry(view, line, is_last=place == len(lines)) for place, line in enumerate(lines, 1)]
    if view.clock.due_on and not is_over(view):
        told.append({"title": _("预计全部办结，领取结果"), "tone": "next", "when": _expected(view.clock)})
    return told[::-1]


def _expected(clock: cases.ClockView) -> str:
    on = day_words(clock.due_on) if clock.due_on else ""
    return _("%(day)s（暂定）") % {"day": on} if clock.provisional else on


def is_over(view: cases.CaseView) -> bool:
    """Whether nothing more happens."""
    return view.clock.level == "done" or view.stage in ("closed", "rejected", "lapsed", "withdrawn", "terminated")


def lane_plan(view: cases.CaseView, reader: cases.Reader) -> LanePlan | None:
    """Return the lanes on an axis of working days from acceptance."""
    start = view.accepted_on
    if start is None:
        return _planned_lanes(view)
    today = max(0, reader.calendar.working_days_between(start, reader.today))
    planned = {each.item: each for each in view.plan.process.schedule}
    lanes = [_lane(view, item, planned.get(item.item), start, today, reader) for item in view.items]
    days = max([float(view.plan.process.promise), 1, *(span.ends for lane in lanes for span in lane.spans)])
    shown = None if is_over(view) else float(today)
    return LanePlan(tuple(lanes), days, _labels(days), today=None if shown is None else min(shown, days))


def _planned_lanes(view: cases.CaseView) -> LanePlan | None:
    planned = {each.item: each for each in view.plan.process.schedule}
    names = item_names(view.plan)
    lanes = tuple(
        Lane(
            item=names.get(item.item, item.name),
            department=item.authority_name,
            spans=(Span(float(planned[item.item].starts), _end(planned[item.item]), "wait"),),
            status=_("待受理"),
            critical=planned[item.item].critical,
        )
        for item in view.planned
        if item.item in planned
    )
    days = max(float(view.plan.process.promise), 1)
    return LanePlan(lanes, days, _labels(days)) if lanes else None


def _lane(
    view: cases.CaseView, item: cases.ItemView, planned: Scheduled | None, start: date, today: int, reader: cases.Reader
) -> Lane:
    names = item_names(view.plan)
    waits = [names.get(key, key) for key in item.waits_for]
    return Lane(
        item=names.get(item.item, item.name),
        department=item.authority_name,
        spans=tuple(_spans(item, planned, start, today, reader)),
        status=state_words(item.state),
        tone=_tone(item),
        critical=item.critical and not item.closed_on,
        clock=badge(item.clock, certificate_of(item)) if not item.closed_on else None,
        note=_("等“%(items)s”办好") % {"items": join(waits)} if waits else _visited(view, item),
    )


def _visited(view: cases.CaseView, item: cases.ItemView) -> str:
    """When and where an item is looked at together with others."""
    coming = (each for each in view.jointly.open if each.has(item.item))
    said = (
        _("%(act)s：%(day)s %(hour)s，%(place)s")
        % {"act": together.name_of(each.act), "day": day_words(each.held_on), "hour": each.hour, "place": each.place}
        for each in coming
    )
    return join(list(said))


def _spans(
    item: cases.ItemView, planned: Scheduled | None, start: date, today: int, reader: cases.Reader
) -> Iterator[Span]:
    if item.accepted_on is None:
        if planned and not item.closed_on:
            begin = max(float(planned.starts), float(today))
            yield Span(begin, begin + max(float(planned.ends - planned.starts), SHORTEST), "wait")
        return
    begin = float(reader.calendar.working_days_between(start, item.accepted_on))
    if item.closed_on:
        ended = float(reader.calendar.working_days_between(start, item.closed_on))
        yield Span(begin, max(ended, begin + SHORTEST), "done" if item.outcome == "granted" else "skipped")
        return
    due = reader.calendar.working_days_between(start, item.clock.due_on) if item.clock.due_on else today + 1
    here = max(float(today), begin + SHORTEST)
    yield Span(begin, min(here, float(due)) if due > begin else here, "now")
    if item.clock.level == "late":
        yield Span(float(due), here, "late")
    elif due > here:
        yield Span(here, float(due), "paused" if item.clock.paused else "wait")


def _tone(item: cases.ItemView) -> str:
    if item.closed_on:
        return {"granted": "done", "refused": "late"}.get(item.outcome, "")
    return {"late": "late", "soon": "soon", "paused": "soon", "calm": "info"}.get(item.clock.level, "")


def _end(planned: Scheduled) -> float:
    return max(float(planned.ends), float(planned.starts) + SHORTEST)


def _labels(days: float) -> tuple[str, ...]:
    count = math.ceil(days)
    every = 5 if count > LONG_AXIS else 1
    return (_("受理"), *(str(day) if day % every == 0 or day == count else "" for day in range(1, count + 1)))


def _due(view: cases.CaseView) -> dict[str, object]:
    if is_over(view):
        return {"value": state_words(view.stage)}
    if view.clock.due_on is None:
        return {"value": _("受理后起算"), "note": _("5 个工作日内答复是否受理")}
    left = badge(view.clock)
    return {
        "value": due_words(view.clock.due_on, provisional=view.clock.provisional),
        "note": left.words if left else "",
    }


def _waiting_for(view: cases.CaseView) -> dict[str, object]:
    if is_over(view):
        return {"value": "—"}
    if view.stage == "correcting" or to_supply(view):
        return {"value": _("等您"), "note": _("补充材料")}
    if not view.items:
        return {"value": _("综合窗口"), "note": _("审核材料")}
    running = [item for item in view.items if item.accepted_on and not item.closed_on]
    running.sort(key=lambda item: (not item.critical, item.clock.due_on or date.max))
    return {"value": running[0].authority_name, "note": running[0].name} if running else {"value": "—"}


def _to_do(view: cases.CaseView) -> dict[str, object]:
    owed = to_supply(view)
    if owed:
        note = _("%(day)s前") % {"day": short_day_words(view.supply_by)} if view.supply_by else ""
        return {"value": _("补 %(n)d 项") % {"n": len(owed)}, "note": note}
    if is_over(view):
        return {"value": _("无") if view.rated else _("评价一下")}
    return {"value": _("无"), "note": _("有事会短信通知您")}


def _entry(view: cases.CaseView, line: cases.TimelineLine, *, is_last: bool) -> dict[str, object]:
    title = spoken(line.text, line.text_en)
    name = item_names(view.plan).get(line.item, line.item_name)
    link = None
    if line.document_id:
        address = reverse("portal:document", args=[view.number, line.document_id])
        link = {"address": address, "name": line.document}
    return {
        "title": (f"{name}: {title}" if is_english() else f"{name}：{title}") if name else title,
        "tone": "now" if is_last and not is_over(view) else "done",
        "at": line.at,
        "who": line.authority,
        "text": spoken(line.detail, line.detail_en),
        "link": link,
    }
