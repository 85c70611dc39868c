"""Filters of the portal's pages: `{% load portal %}`."""

from decimal import Decimal

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from lianban.apps.guides.public import SheetItem, SheetMaterial, Word
from lianban.core.chains.plan import FREE
from lianban.core.clocks.limits import TimeLimit
from lianban.core.items.elements import Remedy
from lianban.web.components.language import is_english
from lianban.web.portal import words

register = template.Library()


@register.filter
def spoken(word: Word | None) -> str:
    """Return a word in the page's language."""
    return words.spoken(word.zh, word.en) if word else ""


@register.filter
def marked(word: Word | None) -> str:
    """Return a word in the page's language; Chinese on an English page says that it is Chinese, for screen readers."""
    if word is None:
        return ""
    return word.en if word.en and is_english() else chinese(word.zh)


@register.filter
def chinese(text: object) -> str:
    """Return words that there are in Chinese only, marked as such on an English page."""
    return format_html('<span lang="zh-CN">{}</span>', text) if is_english() else str(text)


@register.filter
def conditions(item: SheetItem) -> list[Word]:
    """Return an item's conditions, in English where somebody wrote it."""
    english = item.conditions_en or ("",) * len(item.conditions)
    return [Word(zh=zh, en=en) for zh, en in zip(item.conditions, english, strict=True)]


@register.filter
def remedy_body(way: Remedy) -> str:
    """Return to whom one objects."""
    return marked(Word(zh=way.body, en=way.body_en))


@register.filter
def remedy_within(way: Remedy) -> str:
    """Return by when one objects."""
    return marked(Word(zh=way.within, en=way.within_en))


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
    is_free = material.marking in FREE
    return source if is_free else f"{words.form_words(material)} · {source}"


def _papers(material: SheetMaterial, chain: str) -> list[dict[str, str]]:
    """Return the blank and the sample: those that we print, or an authority's own."""
    blank, sample = material.blank, material.sample
    if material.papers and chain:
        paper = material.papers[0]
        blank, sample = (
            reverse(f"portal:paper_{kind}", args=[chain, paper.item, paper.material]) for kind in ("blank", "sample")
        )
    named = ((_("空白表格"), blank), (_("样表"), sample))
    return [{"text": text, "address": address} for text, address in named if address]


@register.filter
def row(material: SheetMaterial, chain: str = "") -> dict[str, object]:
    """Return a material as components/material_row.html draws it. chain: key, for the papers to print."""
    if_needed = _("什么情况下需要：%(when)s") % {"when": spoken(material.because)} if material.because.zh else ""
    return {
        "name": spoken(material.name),
        "mark": words.MARKS[material.marking],
        "reason": if_needed,
        "form": _form(material),
        "uses": listed(material.used_by),
        "note": spoken(material.guidance),
        "papers": _papers(material, chain),
    }
