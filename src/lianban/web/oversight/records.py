"""The record of a case as a supervisor reads it: what, who, in which role, when it holds, when it was written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from lianban.apps.accounts import public as accounts
from lianban.apps.cases import public as cases
from lianban.core.proceedings.events import Recorded, Role
from lianban.core.proceedings.timeline import lines
from lianban.core.supervision.signals import record_signals
from lianban.web.oversight.frame import Names
from lianban.web.portal.words import name_of, named, spoken


@dataclass(frozen=True, slots=True)
class LogLine:
    """One event. warning: what the record itself gives away about it."""

    seq: int
    text: str
    kind: str
    role: str
    who: str
    authority: str
    effective_at: datetime
    recorded_at: datetime
    digest: str
    broken: bool
    warning: str


@dataclass(frozen=True, slots=True)
class Log:
    """The record of one proceeding. breaks: sentences saying where its chain does not hold."""

    number: str
    title: str
    lines: tuple[LogLine, ...]
    breaks: tuple[str, ...]


def records(view: cases.CaseView, names: Names) -> tuple[Log, ...]:
    """Return the record of an application and of each of its items, its chain checked now."""
    checked = cases.checked(view)
    people = _people(event for each in checked for event in each.log)
    titles = {item.number: item.name for item in view.items}
    called = {**names.authorities, **{item.item: named(item.name) for item in view.items}}
    return tuple(
        Log(
            number=each.number,
            title=titles.get(each.number, _("申请")),
            lines=tuple(_lines(each.number, each.log, {b.seq for b in each.breaks}, people, called)),
            breaks=tuple(
                _("第 %(seq)s 条：%(reason)s") % {"seq": b.seq, "reason": _reason(b.reason)} for b in each.breaks
            ),
        )
        for each in checked
    )


def _lines(
    number: str, events: tuple[Recorded, ...], broken: set[int], people: dict[str, str], called: dict[str, str]
) -> Iterable[LogLine]:
    procedure = "item_case" if "-" in number else "chain_case"
    warned = {each.seq: name_of(each.rule) for each in record_signals(events)}
    for event in events:
        told = lines(procedure, [event], public=False, names=called)
        words = spoken(told[0].text, told[0].text_en) if told else event.kind
        yield LogLine(
            seq=event.seq,
            text=words,
            kind=event.kind,
            role=role_name(event.actor.role),
            who=people.get(event.actor.person, ""),
            authority=called.get(event.actor.authority, ""),
            effective_at=event.effective_at,
            recorded_at=event.recorded_at,
            digest=event.digest,
            broken=event.seq in broken,
            warning=warned.get(event.seq, ""),
        )


def _reason(reason: str) -> str:
    """How a chain does not hold, in the language of the page."""
    return {
        "does not follow the event before it": _("与前一条不相连"),
        "its content was changed": _("内容被改动"),
        "the proceeding knows of a different end": _("末尾与办件登记的不符"),
        "its words were changed": _("所附的文字被改动"),
        "its words do not open": _("所附的文字无法打开"),
        "its words are gone without an erasure on record": _("所附的文字缺失，没有依法删除的记录"),
        "its words were erased by law and are still there": _("依法删除的文字仍在"),
    }.get(reason, _("序号或者所属办件不符"))


def role_name(role: Role | str) -> str:
    """Name of a role in the language of the page."""
    return {
        Role.APPLICANT: _("申请人"),
        Role.CLERK: _("综合受理窗口"),
        Role.APPROVER: _("审批人员"),
        Role.ISSUER: _("统一出证窗口"),
        Role.ITEM_ADMIN: _("事项管理员"),
        Role.SUPERVISOR: _("监察人员"),
        Role.HOTLINE: _("热线话务员"),
        Role.ENGINEER: _("运维人员"),
        Role.SYSTEM: _("系统"),
    }.get(Role(role), str(role))


def _people(events: Iterable[Recorded]) -> dict[str, str]:
    ids = {UUID(event.actor.person) for event in events if event.actor.person}
    return {str(key): card.name for key, card in accounts.cards(ids).items()}
