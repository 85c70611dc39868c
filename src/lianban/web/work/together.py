"""A joint act (联合踏勘 …) as pages of the window and of the lead authority ask for it, and how it is shown."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianban.apps.cases import public as cases
from lianban.core.items.acts import ENGLISH
from lianban.core.items.acts import Act as JointAct
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import Choice, FieldView
from lianban.web.portal.words import spoken
from lianban.web.work.acts import Act, Asked, Fields, first_of

DAYS_AHEAD = 2
"""Working days proposed between the call and the day, so that everybody can arrange for it."""
NOT_MOVABLE = gettext_lazy("没有可以改期的联合办理：没有召集，或者已有部门提出意见。")
HOURS = tuple(f"{hour:02d}:{minute:02d}" for hour in (9, 10, 11, 14, 15, 16) for minute in (0, 30))


def name_of(act: JointAct) -> str:
    """Return what a joint act is called in the language of the page."""
    return spoken(act.value, ENGLISH[act].capitalize())


def acts(case_of: Callable[[Any], cases.CaseView], key: str = "") -> tuple[Act, Act, Act]:
    """Return calling everybody, moving it to another day and ending it, as acts on an application.

    case_of: finds the application in what a page is about. key: the key that opens the call.
    """
    return (
        Act(
            "call-jointly", "call_jointly", gettext_lazy("召集联合踏勘等联合办理"),
            gettext_lazy("召集，告知申请人和各部门"), gettext_lazy("一次上门，几个事项一起看；每个部门各提意见"),
            lambda asked: _call(case_of(asked.view), asked), lambda view, reader: _call_fields(case_of(view), reader),
            key, offered=lambda view: any(each.is_enough for each in case_of(view).jointly.to_call),
            unless=gettext_lazy("方案没有联合进行的环节，或者能参加的事项不足两个。"),
        ),
        Act(
            "move-jointly", "move_jointly", gettext_lazy("联合办理改期"), gettext_lazy("改期，告知申请人和各部门"),
            gettext_lazy("还没有部门提出意见时，另定日期、时间、地点"),
            lambda asked: _move(case_of(asked.view), asked), lambda view, reader: _move_fields(case_of(view), reader),
            offered=lambda view: bool(_movable(case_of(view))), unless=NOT_MOVABLE,
        ),
        Act(
            "close-jointly", "close_jointly", gettext_lazy("结束联合办理"), gettext_lazy("结束"),
            gettext_lazy("意见提齐或者期满；没有提出意见的部门须自行核查"),
            lambda asked: _close(case_of(asked.view), asked), lambda view, reader: _close_fields(case_of(view), reader),
            offered=lambda view: bool(case_of(view).jointly.open), unless=gettext_lazy("没有正在进行的联合办理。"),
        ),
    )  # fmt: skip


def _call_fields(case: cases.CaseView, reader: cases.Reader) -> Fields:
    """Ask which act, when, where, and until when everybody says what they found."""
    ready = [each for each in case.jointly.to_call if each.is_enough]
    options = tuple(Choice(each.act.name, name_of(each.act), _who(each)) for each in ready)
    held_on = reader.calendar.add_working_days(reader.today, DAYS_AHEAD)
    due_on = _opinions_by(case, ready, reader, held_on)
    act = FieldView("act", _("联合进行什么"), ValueType.CHOICE, first_of(options), options=options)
    return (act, *_meeting_fields(cases.Meeting(held_on=held_on, hour=HOURS[0], place="", due_on=due_on)))


def _meeting_fields(proposed: cases.Meeting) -> Fields:
    hours = tuple(Choice(each, each) for each in sorted({*HOURS, proposed.hour}))
    silence = _("到期没有提出意见的部门须自行核查，沉默不视为同意")
    return (
        FieldView("held_on", _("日期"), ValueType.DATE, proposed.held_on.isoformat()),
        FieldView("hour", _("时间"), ValueType.CHOICE, proposed.hour, options=hours),
        FieldView("place", _("地点"), value=proposed.place, max_length=200),
        FieldView("due_on", _("各部门最迟哪一天提出意见"), ValueType.DATE, proposed.due_on.isoformat(), hint=silence),
    )


def _meeting(asked: Asked) -> dict[str, Any]:
    return {
        "held_on": asked.day("held_on"),
        "hour": asked.text("hour"),
        "place": asked.text("place"),
        "due_on": asked.day("due_on"),
    }


def _opinions_by(case: cases.CaseView, ready: Sequence[cases.JointToCall], reader: cases.Reader, held_on: date) -> date:
    """Propose what the plan allows, but no later than the first of the items is due."""
    planned = reader.calendar.add_working_days(held_on, max((each.days for each in ready), default=1) or 1)
    keys = {part.item for each in ready for part in each.parts}
    due = [each.clock.due_on for each in case.items if each.item in keys and each.clock.due_on]
    return max(held_on, min([planned, *due]))


def _who(planned: cases.JointToCall) -> str:
    """Who takes part, and who cannot yet."""
    here = _("参加：%(names)s") % {"names": "、".join(each.name for each in planned.parts)}
    later = _("还没有开始办理，这次不参加：%(names)s") % {"names": "、".join(planned.later)}
    return f"{here}。{later}" if planned.later else here


def _call(case: cases.CaseView, asked: Asked) -> cases.Done:
    summons = cases.Summons(act=asked.one_of(JointAct, "act"), **_meeting(asked))
    return cases.call_jointly(case.number, summons, asked.by, asked.expected)


def sessions(views: tuple[cases.JointView, ...]) -> tuple[Choice, ...]:
    """Return joint acts as choices, with day, hour and place."""
    return tuple(
        Choice(str(each.number), name_of(each.act), f"{each.held_on.isoformat()} {each.hour} {each.place}")
        for each in views
    )


def _movable(case: cases.CaseView) -> tuple[cases.JointView, ...]:
    """The joint acts that may still be moved: open, and nobody said what they found."""
    return tuple(each for each in case.jointly.open if not any(part.said for part in each.parts))


def _move_fields(case: cases.CaseView, reader: cases.Reader) -> Fields:
    """Ask which one, when and where instead, and why; as it was called until something else is chosen."""
    found = _movable(case)
    if not found:
        return ()
    first = found[0]
    called = cases.Meeting(held_on=first.held_on, hour=first.hour, place=first.place, due_on=first.due_on)
    session = FieldView("session", _("哪一次"), ValueType.CHOICE, str(first.number), options=sessions(found))
    why = FieldView("reason", _("改期的理由，写给申请人和各部门看"), ValueType.LONG_TEXT, max_length=300)
    return (session, *_meeting_fields(called), why)


def _move(case: cases.CaseView, asked: Asked) -> cases.Done:
    meeting, reason = cases.Meeting(**_meeting(asked)), asked.text("reason")
    return cases.move_jointly(case.number, asked.whole_number("session"), meeting, reason, asked.by, asked.expected)


def _close_fields(case: cases.CaseView, reader: cases.Reader) -> Fields:
    """Ask which of those that are open ends."""
    options = sessions(case.jointly.open)
    return (FieldView("session", _("结束哪一次"), ValueType.CHOICE, first_of(options), options=options),)


def _close(case: cases.CaseView, asked: Asked) -> cases.Done:
    return cases.close_jointly(case.number, asked.whole_number("session"), asked.by, asked.expected)


def shown(views: tuple[cases.JointView, ...]) -> list[dict[str, object]]:
    """Return joint acts as a page shows them, each with its name in the language of the page."""
    return [{"name": name_of(each.act), "session": each} for each in views]
