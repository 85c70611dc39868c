"""What the definitions say, in the language of the page."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, Protocol

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lianban.apps.cases import public as cases
from lianban.apps.catalogue import public as catalogue
from lianban.apps.catalogue.public import Definitions
from lianban.core.chains.plan import Marking, Plan
from lianban.core.clocks.limits import DayUnit, TimeLimit
from lianban.core.items.model import MaterialForm
from lianban.web.components.language import is_english


class Named(Protocol):
    """Anything with a name in two languages."""

    @property
    def name(self) -> str: ...

    @property
    def name_en(self) -> str: ...


def language() -> Literal["zh", "en"]:
    """Return the page's language as the core calls it."""
    return "en" if is_english() else "zh"


def spoken(chinese: str, english: str) -> str:
    """Return the English where the page is in English and somebody wrote it."""
    return english if english and is_english() else chinese


def name_of(thing: Named) -> str:
    """Return a name in the page's language."""
    return spoken(thing.name, thing.name_en)


def named(name: str) -> str:
    """Return a name that the catalogue gives to a thing, an item, a form or an authority, in the page's language."""
    return catalogue.current().english.get(name, name) if is_english() else name


def paper_words(paper: str) -> str:
    """Return what a document is called, and the number behind it as it is, in the page's language."""
    kind, space, number = paper.partition(" ")
    said = _(kind) if kind else ""
    return f"{said if said != kind else named(kind)}{space}{number}"


def item_names(plan: Plan) -> dict[str, str]:
    """Return what the items of a plan are called: key → name."""
    return {item.key: name_of(item) for item in plan.items}


def state_words(state: str) -> str:
    """Return a status in the language of the page."""
    return cases.state_name(state, english=is_english())


def join(words: list[str]) -> str:
    """List words as the page's language does."""
    return (", " if is_english() else "、").join(words)


def listed(parts: Iterable[str]) -> str:
    """List what holds commas itself."""
    return ("; " if is_english() else "；").join(parts)


def number(value: Decimal | int) -> str:
    """Return a number without needless zeros."""
    return f"{Decimal(value).normalize():f}"


def working_days(days: Decimal) -> str:
    """5 个工作日, or 当场办结."""
    if not days:
        return _("当场办结")
    return ngettext("%(n)s 个工作日", "%(n)s 个工作日", 1 if days == 1 else 2) % {"n": number(days)}


def limit_words(limit: TimeLimit | None) -> str:
    """A limit in words; empty when the law sets none."""
    if limit is None:
        return ""
    if not limit.length or limit.unit is DayUnit.WORKING_DAY:
        return working_days(limit.length)
    units = {
        DayUnit.CALENDAR_DAY: _("%(n)s 日"),
        DayUnit.HOUR: _("%(n)s 小时"),
        DayUnit.MONTH: _("%(n)s 个月"),
        DayUnit.YEAR: _("%(n)s 年"),
    }
    return units[limit.unit] % {"n": number(limit.length)}


def authority_name(definitions: Definitions, key: str) -> str:
    """Return a department's name."""
    found = definitions.vocabulary.authorities.get(key)
    return name_of(found) if found else key


MARKS = {
    Marking.REQUIRED: "required",
    Marking.CONDITIONAL: "required",
    Marking.TOLERABLE: "later",
    Marking.COMMITMENT: "commitment",
    Marking.EXEMPT: "exempt",
    Marking.INTERNAL: "internal",
}


class Copies(Protocol):
    """Anything that says in which form it is handed in, and how often."""

    @property
    def form(self) -> MaterialForm: ...

    @property
    def copies(self) -> int: ...


def form_words(material: Copies) -> str:
    """原件 1 份."""
    forms = {"电子": _("电子"), "复印件": _("复印件"), "原件": _("原件"), "原件及复印件": _("原件及复印件")}
    form = forms[material.form.value]
    return _("%(form)s %(n)s 份") % {"form": form, "n": material.copies} if material.copies else form
