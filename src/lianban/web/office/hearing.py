"""Acts of an authority that hear people: hearings, persons with an interest, statements; and the way up."""

from datetime import datetime, time

from django.utils.translation import gettext_lazy as _

from lianban.apps.cases import public as cases
from lianban.core.calendars.hours import CHINA
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import Choice, FieldView
from lianban.web.office.acts import others
from lianban.web.work.acts import Act, Asked, Fields

View = cases.ItemCaseView
DAYS_TO_SPEAK = 5
DAYS_AHEAD = 8
"""Working days proposed between the notice and a hearing; the law asks for seven."""
HOURS = tuple(f"{hour:02d}:{minute:02d}" for hour in (9, 10, 14, 15) for minute in (0, 30))


def _tell_fields(view: View, reader: cases.Reader) -> Fields:
    required = view.state.hearing_required
    hint = str(_("涉及公共利益的重大许可，或者法律规定应当听证的，选“是”"))
    return (
        FieldView("reason", str(_("事由，写给申请人和利害关系人看")), ValueType.LONG_TEXT, max_length=500),
        FieldView("ex_officio", str(_("依职权举行听证")), ValueType.BOOLEAN, required, hint=hint),
    )


def _tell(asked: Asked) -> cases.ItemDone:
    return cases.tell_hearing_right(
        asked.view.number, asked.text("reason"), asked.by, asked.expected, ex_officio=asked.is_yes("ex_officio")
    )


def _hosts(view: View, reader: cases.Reader) -> tuple[Choice, ...]:
    examined = {each.by for each in view.state.opinions}
    return tuple(Choice(each.person, each.name) for each in cases.colleagues(reader) if each.person not in examined)


def _notify_fields(view: View, reader: cases.Reader) -> Fields:
    proposed = reader.calendar.add_working_days(reader.today, DAYS_AHEAD).isoformat()
    hint = str(_("至少提前七个工作日通知"))
    return (
        FieldView("held_on", str(_("听证日期")), ValueType.DATE, proposed, hint=hint),
        FieldView(
            "held_at", str(_("时间")), ValueType.CHOICE, HOURS[0], options=tuple(Choice(each, each) for each in HOURS)
        ),
        FieldView("place", str(_("地点")), max_length=200),
        FieldView(
            "host", str(_("主持人")), ValueType.CHOICE, "", options=_hosts(view, reader),
            hint=str(_("审查本件的工作人员不得主持")),
        ),
    )  # fmt: skip


def _called(person: str, reader: cases.Reader) -> str:
    return next((each.name for each in cases.colleagues(reader) if each.person == person), "")


def _clock(text: str) -> time:
    return time.fromisoformat(text if text in HOURS else HOURS[0])


def _notify(asked: Asked) -> cases.ItemDone:
    at = datetime.combine(asked.day("held_on"), _clock(asked.text("held_at")), CHINA)
    host = asked.text("host")
    plan = cases.Announced(at, asked.text("place"), host, _called(host, asked.reader))
    return cases.notify_hearing(asked.view.number, plan, asked.by, asked.expected)


def _hold_fields(view: View, reader: cases.Reader) -> Fields:
    return (
        FieldView("present", str(_("参加人")), max_length=300),
        FieldView("statements", str(_("陈述与质证")), ValueType.LONG_TEXT, max_length=4000),
        FieldView("signatures", str(_("签字情况")), max_length=300, hint=str(_("拒绝签字的，写明情况"))),
    )


def _hold(asked: Asked) -> cases.ItemDone:
    hearing = asked.view.state.hearing
    host = _called(hearing.host, asked.reader) if hearing else ""
    said = {name: asked.text(name) for name in ("present", "statements", "signatures")}
    return cases.hold_hearing(asked.view.number, cases.Minutes(**said, host=host), asked.by, asked.expected)


def _party_fields(view: View, reader: cases.Reader) -> Fields:
    until = reader.calendar.add_working_days(reader.today, DAYS_TO_SPEAK).isoformat()
    return (
        FieldView("name", str(_("利害关系人")), max_length=100),
        FieldView("phone", str(_("手机号码")), ValueType.PHONE, required=False, hint=str(_("不填的，请书面告知"))),
        FieldView("interest", str(_("与他有什么重大利益关系")), ValueType.LONG_TEXT, max_length=500),
        FieldView("respond_by", str(_("请于何时前陈述申辩")), ValueType.DATE, until),
    )


def _tell_party(asked: Asked) -> cases.ItemDone:
    party = cases.PartyTold(asked.text("name"), asked.text("phone"), asked.text("interest"))
    return cases.tell_party(asked.view.number, party, asked.day("respond_by"), asked.by, asked.expected)


def _statement_fields(view: View, reader: cases.Reader) -> Fields:
    speakers = (Choice("applicant", str(_("申请人"))), *(Choice(each.digest, each.name) for each in view.parties))
    return (
        FieldView("party", str(_("谁的意见")), ValueType.CHOICE, "applicant", options=speakers),
        FieldView("words", str(_("陈述和申辩的内容")), ValueType.LONG_TEXT, max_length=2000),
    )


def _statement(asked: Asked) -> cases.ItemDone:
    party = asked.text("party").replace("applicant", "")
    return cases.hear_statement(asked.view.number, asked.text("words"), asked.by, asked.expected, party=party)


def _request_fields(view: View, reader: cases.Reader) -> Fields:
    people = tuple(Choice(each.digest, each.name) for each in view.parties)
    return (FieldView("party", str(_("谁要求听证")), ValueType.CHOICE, "", options=people),)


def _request(asked: Asked) -> cases.ItemDone:
    return cases.request_hearing(asked.view.number, asked.by, asked.expected, party=asked.text("party"))


def _has_parties(view: View) -> bool:
    return bool(view.parties)


def _up_fields(view: View, reader: cases.Reader) -> Fields:
    return (
        FieldView("superior", str(_("报哪个上级机关")), ValueType.CHOICE, "", options=others(view)),
        FieldView("opinion", str(_("初步审查意见")), ValueType.LONG_TEXT, max_length=1000),
    )


def _up(asked: Asked) -> cases.ItemDone:
    return cases.transfer_up(asked.view.number, asked.text("superior"), asked.text("opinion"), asked.by, asked.expected)


HEARING: tuple[Act, ...] = (
    Act(
        "tell-hearing", "tell_hearing_right", _("告知听证权利"), _("出具听证告知书"),
        _("决定直接关系重大利益的，先告知；五个工作日内可以要求听证"), _tell, _tell_fields,
    ),
    Act(
        "hearing-asked", "request_hearing", _("登记听证申请"), _("登记"), _("利害关系人书面要求听证的，在这里登记"),
        _request, _request_fields, offered=_has_parties, unless=_("没有告知过利害关系人；申请人在网上自己提出。"),
    ),
    Act(
        "notify-hearing", "notify_hearing", _("通知听证"), _("出具听证通知书"),
        _("七个工作日前通知时间、地点、主持人"), _notify, _notify_fields,
    ),
    Act(
        "hold-hearing", "hold_hearing", _("记录听证"), _("出具听证笔录"), _("笔录由参加人签字；决定依据笔录作出"),
        _hold, _hold_fields,
    ),
    Act(
        "tell-party", "tell_party", _("告知利害关系人"), _("告知并登记"),
        _("直接关系他人重大利益的，告知并留出陈述申辩的时间"), _tell_party, _party_fields,
    ),
    Act(
        "statement", "hear_statement", _("记录陈述申辩"), _("记录"), _("申请人、利害关系人说了什么，原样记下"),
        _statement, _statement_fields,
    ),
    Act(
        "transfer", "transfer_up", _("转报上级"), _("出具转报意见书"), _("初审完成，由上级机关在自己的期限内决定"),
        _up, _up_fields,
    ),
)  # fmt: skip
