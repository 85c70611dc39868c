"""Asking for more than the one-time list holds: it takes a reason and a law, and supervision sees it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from lianban.apps.cases import public as cases
from lianban.core.chains.plan import Marking, MergedMaterial, Need
from lianban.core.items.model import MaterialForm
from lianban.core.kernel.legal import LegalBasis
from lianban.core.proceedings.shared import Beyond, Correction
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import FieldView
from lianban.web.work.acts import Asked

GROUP = "beyond"


def field() -> FieldView:
    """Return the group of exceptions; it has no row until one is asked for."""
    columns = (
        FieldView(f"{GROUP}.0.what", _("要求提供什么"), max_length=100),
        FieldView(f"{GROUP}.0.remedy", _("怎样提供"), required=False, max_length=200),
        FieldView(f"{GROUP}.0.reason", _("为什么必须要求"), ValueType.LONG_TEXT, max_length=300),
        FieldView(f"{GROUP}.0.law", _("法律依据"), hint=_("法律、法规、规章或者文件的全称"), max_length=200),
        FieldView(f"{GROUP}.0.article", _("条款"), required=False, hint=_("例如：第三十五条"), max_length=50),
    )
    return FieldView(
        GROUP,
        _("一次性告知清单之外的要求"),
        ValueType.TABLE,
        required=False,
        pattern=columns,
        row_name=_("清单之外的要求"),
        hint=_(
            "申请人按清单准备，清单没有的一般不得再要。确有法律依据必须要求的，写明理由和依据；"
            "提出后自动报监察，并告知申请人。"
        ),
    )


def demanded(asked: Asked) -> list[Correction]:
    """Return what was asked beyond the list."""
    return [_demand(place, row) for place, row in enumerate(asked.rows(GROUP), 1)]


def _demand(place: int, row: dict[str, str]) -> Correction:
    law = LegalBasis(document=row["law"].strip("《》"), article=row.get("article", "")) if row.get("law") else None
    return Correction(
        subject=f"{cases.BEYOND_SUBJECT}{place}",
        name=row.get("what", ""),
        problem=_("尚未提供"),
        remedy=row.get("remedy") or _("上传，或者带到窗口"),
        beyond=Beyond(reason=row.get("reason", ""), basis=(law,) if law else ()),
    )


def materials(view: cases.CaseView) -> Iterable[MergedMaterial]:
    """Return what was asked beyond the list as materials to look at; no department lists a standard for them."""
    planned = {each.key for each in view.plan.materials}
    return (
        MergedMaterial(
            key=each.key, name=each.name, marking=Marking.REQUIRED, need=Need.CERTAIN, form=MaterialForm.ELECTRONIC
        )
        for each in view.materials
        if each.key not in planned
    )
