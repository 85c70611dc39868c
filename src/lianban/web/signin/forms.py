"""The fields of the sign-in pages, and what was wrong with them."""

from dataclasses import replace

from django.http import HttpRequest
from django.utils.translation import gettext as _

from lianban.core.kernel.errors import DomainError
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import FieldView


def id_number(request: HttpRequest) -> FieldView:
    """The ID number."""
    return _field(request, "id_number", _("身份证号"), ValueType.ID_NUMBER, autocomplete="username")


def name(request: HttpRequest) -> FieldView:
    """The name on the ID card."""
    return _field(request, "name", _("姓名"), ValueType.TEXT, autocomplete="name", hint=_("与身份证上的一致"))


def phone(request: HttpRequest) -> FieldView:
    """A mobile number."""
    hint = _("验证码和办理进展会发到这个手机")
    return _field(request, "phone", _("手机号"), ValueType.PHONE, hint=hint)


def code(request: HttpRequest) -> FieldView:
    """The code of the text message."""
    hint = _("短信里的 6 位数字，5 分钟内有效")
    return _field(request, "code", _("验证码"), ValueType.INTEGER, autocomplete="one-time-code", hint=hint)


def user_name(request: HttpRequest) -> FieldView:
    """A staff member's user name."""
    return _field(request, "name", _("用户名"), ValueType.TEXT, autocomplete="username")


def filled(fields: list[FieldView], refused: DomainError | None) -> dict[str, object]:
    """Return what the templates need to show fields and what was wrong: at the field, and in the summary."""
    if refused is None:
        return {"fields": fields, "errors": []}
    wrong = str(refused.facts.get("field", ""))
    shown = [replace(each, error=refused.message) if each.name == wrong else each for each in fields]
    anchor = next((each.id for each in shown if each.name == wrong), f"f-{wrong}" if wrong else fields[0].id)
    return {"fields": shown, "errors": [{"anchor": anchor, "text": refused.message}], "wrong_field": wrong}


def _field(request: HttpRequest, field: str, label: str, kind: ValueType, **more: str) -> FieldView:
    return FieldView(field, label, kind, request.POST.get(field, ""), **more)
