"""What several authorities do as one act: an office of the lead authority calls it, everybody says what they found."""

from django.utils.translation import gettext_lazy as _

from lianban.apps.cases import public as cases
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import FieldView
from lianban.web.work import together
from lianban.web.work.acts import Act, Asked, Fields, first_of

View = cases.ItemCaseView


def _awaited(view: View) -> tuple[cases.JointView, ...]:
    """The joint acts in which this item's opinion is still to come."""
    return tuple(each for each in view.case.jointly.called if each.awaits(view.item.item))


def _find_fields(view: View, reader: cases.Reader) -> Fields:
    options = together.sessions(_awaited(view))
    people = str(_("现场核查的，写本部门两名以上人员，用顿号分开"))
    once = str(_("只提一次；结束时记入本事项的审查意见"))
    return (
        FieldView("session", str(_("哪一次")), ValueType.CHOICE, first_of(options), options=options),
        FieldView("opinion", str(_("核查情况和意见")), ValueType.LONG_TEXT, max_length=1000, hint=once),
        FieldView("passed", str(_("符合要求")), ValueType.BOOLEAN, ""),
        FieldView("inspectors", str(_("核查人员证件号")), required=False, hint=people),
    )


def _find(asked: Asked) -> cases.ItemDone:
    finding = cases.Finding(asked.text("opinion"), asked.is_yes("passed"), asked.listed("inspectors"))
    return cases.find_jointly(asked.view.number, asked.whole_number("session"), finding, asked.by)


TOGETHER: dict[str, Act] = {
    act.slug: act
    for act in (
        Act(
            "find-jointly", "find_jointly", _("提出联合办理意见"), _("提出意见"),
            _("各部门各写各的意见；意见提齐后出具一份共用的现场核查记录"), _find, _find_fields, key="m",
            tone="primary", offered=lambda view: bool(_awaited(view)), unless=_("本事项没有等您提意见的联合办理。"),
        ),
        *together.acts(lambda view: view.case),
    )
}  # fmt: skip
"""Acts of an office on the whole application, by the name in their address; the table of the application rules them."""
