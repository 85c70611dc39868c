"""Acts of the window before acceptance: accept, with gaps, tell once, correct on the spot, reject."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lianban.apps.cases import public as cases
from lianban.core.proceedings.chain_case.commands import RejectCause
from lianban.core.proceedings.shared import Correction
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import Choice, FieldView, Row
from lianban.web.components.times import day_words
from lianban.web.desk import beyond, shown
from lianban.web.portal.words import spoken
from lianban.web.work.acts import Act, Asked, Fields
from lianban.web.work.causes import causes

TO_CORRECT_DAYS = 10
"""Working days proposed for corrections; the law leaves them to the window."""


def _preview(view: cases.CaseView, reader: cases.Reader) -> dict[str, object]:
    found = cases.acceptance_preview(view.number, reader)
    return {"preview": found, "lacking": shown.lacking(view)}


def _accept(asked: Asked) -> cases.Done:
    return cases.accept(asked.view.number, asked.by, asked.expected)


def _gap_fields(view: cases.CaseView, reader: cases.Reader) -> Fields:
    missing = [
        each for each in shown.checks(view) if each.tolerable and (each.mode in ("missing", "gap") or each.ok is False)
    ]
    last = cases.acceptance_preview(view.number, reader).promised_due_on
    options = tuple(Choice(each.key, each.name, key=str(place)) for place, each in enumerate(missing, 1))
    chosen = [each.key for each in missing]
    promise = _("申请人承诺于%(day)s前补齐暂缺的材料；逾期未补齐的，同意终止办理相关事项。") % {"day": day_words(last)}
    until = _("最迟不超过承诺办结日期 %(day)s") % {"day": day_words(last)}
    return (
        FieldView("gaps", str(_("暂缺的材料")), ValueType.CHOICES, chosen, options=options),
        FieldView("supply_by", str(_("补交期限")), ValueType.DATE, last.isoformat(), hint=until),
        FieldView("promise", str(_("申请人的书面承诺")), ValueType.LONG_TEXT, promise, max_length=500),
        FieldView("chosen", str(_("申请人自愿选择容缺受理，并已签署承诺")), ValueType.BOOLEAN, ""),
    )


def _accept_with_gaps(asked: Asked) -> cases.Done:
    gaps: dict[str, date] = {key: asked.day("supply_by") for key in asked.chosen("gaps")}
    promise = asked.text("promise") if asked.is_yes("chosen") else ""
    return cases.accept_with_gaps(asked.view.number, gaps, promise, asked.by, asked.expected)


def _notice_fields(view: cases.CaseView, reader: cases.Reader) -> Fields:
    subjects = shown.subjects(view)
    lacking = shown.lacking(view)
    rows = [
        (each.key, each.note or str(_("未提交")), str(_("按要求提交：%(form)s") % {"form": each.form}))
        for each in lacking
    ]
    supply_by = reader.calendar.add_working_days(reader.today, TO_CORRECT_DAYS).isoformat()
    group = FieldView(
        "corrections",
        str(_("需要补正的全部内容")),
        ValueType.TABLE,
        required=bool(rows),
        rows=tuple(_correction(place, row, subjects) for place, row in enumerate(rows)),
        pattern=_correction(0, ("", "", ""), subjects).fields,
        row_name=str(_("补正内容")),
    )
    return (
        group,
        beyond.field(),
        FieldView("supply_by", str(_("补正期限")), ValueType.DATE, supply_by),
        FieldView("complete", str(_("已核对全部材料和表单，以上是需要补正的全部内容")), ValueType.BOOLEAN, ""),
    )


def _correction(place: int, row: tuple[str, str, str], subjects: tuple[Choice, ...]) -> Row:
    name = f"corrections.{place}."
    return Row(
        place,
        (
            FieldView(f"{name}subject", str(_("材料或表单项")), ValueType.CHOICE, row[0], options=subjects),
            FieldView(f"{name}problem", str(_("问题")), ValueType.TEXT, row[1], max_length=200),
            FieldView(f"{name}remedy", str(_("怎么改")), ValueType.TEXT, row[2], max_length=200),
        ),
    )


def _notify(asked: Asked) -> cases.Done:
    corrections = [
        Correction(
            subject=row["subject"],
            name=shown.subject_name(asked.view, row["subject"]),
            problem=row["problem"],
            remedy=row["remedy"],
        )
        for row in asked.rows("corrections")
    ]
    return cases.notify_once(
        asked.view.number,
        [*corrections, *beyond.demanded(asked)],
        asked.day("supply_by"),
        asked.by,
        complete=asked.is_yes("complete"),
        expected=asked.expected,
    )


def _reject_fields(view: cases.CaseView, reader: cases.Reader) -> Fields:
    return (
        FieldView("cause", str(_("情形")), ValueType.CHOICE, "", options=causes(RejectCause)),
        FieldView("reason", str(_("理由")), ValueType.LONG_TEXT, max_length=500),
        FieldView(
            "competent_body",
            str(_("应当向哪个机关申请")),
            required=False,
            hint=str(_("不属于本机关职权的必须写明")),
        ),
    )


def _reject(asked: Asked) -> cases.Done:
    cause = asked.one_of(RejectCause, "cause")
    return cases.reject(
        asked.view.number, cause, asked.text("reason"), asked.text("competent_body"), asked.by, asked.expected
    )


def _spot_fields(view: cases.CaseView, reader: cases.Reader) -> Fields:
    fields = (each for section in view.sections for each in section.fields if not each.rows)
    options = tuple(Choice(each.key, spoken(each.label, each.label_en)) for each in fields)
    row = (
        FieldView("values.0.subject", str(_("表单项")), ValueType.CHOICE, options=options),
        FieldView("values.0.value", str(_("更正为"))),
    )
    return (
        FieldView("values", str(_("当场更正的内容")), ValueType.TABLE, rows=(Row(0, row),), row_name=str(_("更正"))),
    )


def _correct(asked: Asked) -> cases.Done:
    known = {field.key for section in asked.view.sections for field in section.fields if not field.rows}
    rows = [row for row in asked.rows("values") if row.get("subject") in known]
    values: dict[str, Any] = {row["subject"]: row.get("value", "") for row in rows}
    return cases.correct_on_the_spot(asked.view.number, values, asked.by, asked.expected)


def _has_tolerable(view: cases.CaseView) -> bool:
    return any(each.tolerable for each in shown.checks(view))


ACCEPTING: tuple[Act, ...] = (
    Act(
        "accept", "accept", pgettext_lazy("act", "受理"), _("受理，出具受理通知书"), _("材料齐全、符合法定形式"),
        _accept, key="a", tone="primary", preview="desk/preview_acceptance.html", more=_preview,
    ),
    Act(
        "gaps", "accept_with_gaps", _("容缺受理"), _("容缺受理，出具通知书"), _("主要材料齐全，暂缺的可以后补"),
        _accept_with_gaps, _gap_fields, key="g", offered=_has_tolerable,
    ),
    Act(
        "notify", "notify_once", _("一次告知补正"), _("出具一次性告知书"), _("不齐全的，一次说清要补的全部内容"),
        _notify, _notice_fields, key="b",
    ),
    Act(
        "correct", "correct_on_the_spot", _("当场更正"), _("记录当场更正"), _("能当场改好的，不必补正"),
        _correct, _spot_fields, key="c",
    ),
    Act(
        "reject", "reject", _("不予受理"), _("出具不予受理通知书"), _("不需要许可、不归本机关管，或者依法不得再次申请"),
        _reject, _reject_fields, key="r", tone="danger",
    ),
)  # fmt: skip
