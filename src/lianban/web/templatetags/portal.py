"""Filters of the portal's pages: `{% load portal %}`."""

from decimal import Decimal

from django import template
from django.utils.translation import gettext as _

from lianban.apps.guides.public import SheetMaterial, Word
from lianban.core.chains.plan import Marking
from lianban.core.clocks.limits import TimeLimit
from lianban.web.portal import words

register = template.Library()


@register.filter
def spoken(word: Word | None) -> str:
    """Return a word in the page's language."""
    return words.spoken(word.zh, word.en) if word else ""


@register.filter
def listed(these: tuple[Word, ...]) -> str:
    """Return words as a list in one line."""
    return words.join([spoken(word) for word in these])


@register.filter
def limit(value: TimeLimit | None) -> str:
    """Return a limit in words."""
    return words.limit_words(value)


@register.filter
def days(value: Decimal) -> str:
    """Return working days in words."""
    return words.working_days(value)


@register.filter
def plainly(value: Decimal) -> str:
    """Return a number without needless zeros."""
    return words.number(value)


def _form(material: SheetMaterial) -> str:
    source = spoken(material.source)
    is_free = material.marking in (Marking.EXEMPT, Marking.INTERNAL)
    return source if is_free else f"{words.form_words(material)} · {source}"


@register.filter
def row(material: SheetMaterial) -> dict[str, object]:
    """Return a material as components/material_row.html draws it."""
    if_needed = _("什么情况下需要：%(when)s") % {"when": spoken(material.because)} if material.because.zh else ""
    return {
        "name": spoken(material.name),
        "mark": words.MARKS[material.marking],
        "reason": if_needed,
        "form": _form(material),
        "uses": listed(material.used_by),
        "note": spoken(material.guidance),
    }
