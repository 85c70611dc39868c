"""The inbox of an authority: what the law makes due first, whose it is, and the lists people keep."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianban.apps.cases import public as cases
from lianban.apps.catalogue import public as catalogue
from lianban.apps.docket import public as docket
from lianban.apps.worklists import public as worklists
from lianban.web.components.numbers import page_number
from lianban.web.components.times import short_day_words
from lianban.web.office.frame import OPEN, around
from lianban.web.portal.words import name_of, state_words
from lianban.web.work import together
from lianban.web.work.clocks import badge

SOON_DAYS = 2
"""Working days within which a due date counts as near."""
KEPT = ("list", "who", "item", "q")
"""What a list is made of, in the order of its address."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A list of the inbox. slug: in the address."""

    slug: str
    name: Promise
    tone: str = ""


FILTERS: dict[str, Filter] = {
    each.slug: each
    for each in (
        Filter("open", gettext_lazy("待办")),
        Filter("soon", gettext_lazy("快到期")),
        Filter("late", gettext_lazy("已超期"), "late"),
        Filter("paused", gettext_lazy("特别程序")),
        Filter("done", gettext_lazy("已办")),
    )
}
WHOSE: dict[str, Promise] = {
    "all": gettext_lazy("本部门全部"),
    "mine": gettext_lazy("我承办的"),
    "unheld": gettext_lazy("待认领"),
}
TONES = {"granted": "done", "certified": "done", "delivered": "done", "refused": "late", "special": "soon"}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which list the address asks for. slug: of FILTERS. who: of WHOSE. item: key, or empty for all."""

    slug: str = "open"
    who: str = "all"
    item: str = ""
    text: str = ""
    page: int = 1

    @property
    def is_known(self) -> bool:
        """Whether there is such a list."""
        return self.slug in FILTERS and self.who in WHOSE

    @property
    def query(self) -> str:
        """The part of the address that makes this list, without the page; empty for the plain inbox."""
        said = {"list": self.slug, "who": self.who, "item": self.item, "q": self.text}
        plain = {"list": "open", "who": "all"}
        return urlencode({key: said[key] for key in KEPT if said[key] and said[key] != plain.get(key)})

    @property
    def address(self) -> str:
        """Where this list is."""
        home = reverse("office:inbox")
        return f"{home}?{self.query}" if self.query else home


def asked_for(posted: QueryDict) -> Asked:
    """Return which list an address asks for."""
    return Asked(
        posted.get("list", "open"),
        posted.get("who", "all"),
        posted.get("item", "").strip()[:100],
        posted.get("q", "").strip()[:100],
        page_number(posted.get("page", "")),
    )


def wanted(asked: Asked, reader: cases.Reader, holders: Sequence[UUID]) -> docket.Wanted:
    """Return what a list of the inbox asks of the docket. holders: whose work is the reader's."""
    said: dict[str, Any] = {"open": asked.slug != "done", "item": asked.item}
    if asked.slug == "soon":
        said["due_by"] = reader.calendar.add_working_days(reader.today, SOON_DAYS)
    if asked.slug == "late":
        said["due_by"] = reader.today - timedelta(days=1)
    if asked.slug == "paused":
        said["states"] = ("special",)
    if asked.who == "mine":
        said["holders"] = tuple(holders)
    if asked.who == "unheld":
        said["held"] = False
    return replace(OPEN, **said)


def inbox(request: HttpRequest, reader: cases.Reader, asked: Asked) -> dict[str, object]:
    """Return one list of the inbox as its page shows it."""
    holders = cases.whose_work(reader)
    page = rows_of(asked, reader, holders)
    slugs = [slug for slug in FILTERS if slug != "done"]
    lists = {f"list.{slug}": wanted(replace(asked, slug=slug), reader, holders) for slug in slugs}
    lists |= {f"who.{who}": wanted(replace(asked, who=who), reader, holders) for who in WHOSE if asked.slug != "done"}
    counts = docket.count_lists(reader.actor, lists)
    return {
        "asked": asked,
        "caption": FILTERS[asked.slug].name,
        "rows": [_row(row) for row in page.rows],
        "first": reverse("office:item", args=[page.rows[0].number]) if page.rows else "",
        "filters": _filters(asked, counts),
        "whose": _whose(asked, counts),
        "items": _items(asked, reader),
        "saved": _saved(asked, reader),
        "total": page.total,
        "text": asked.text,
        "page": Paginator(range(page.total), page.size).get_page(page.number),
        "download": f"{reverse('office:download')}?{asked.query}",
        "may_bulk": asked.slug != "done",
        **around(request, reader, asked.text),
    }


def rows_of(asked: Asked, reader: cases.Reader, holders: Sequence[UUID]) -> cases.Page:
    """Return one page of a list: what is due first, what was done last first."""
    order = "newest" if asked.slug == "done" else "due"
    return cases.authority_list(reader, wanted(asked, reader, holders), asked.text, asked.page, order)


def every_row(asked: Asked, reader: cases.Reader, at_most: int) -> tuple[cases.TaskRow, ...]:
    """Return a whole list, up to so many rows."""
    order = "newest" if asked.slug == "done" else "due"
    kept = wanted(asked, reader, cases.whose_work(reader))
    return cases.authority_list(reader, kept, asked.text, 1, order, at_most).rows


def _filters(asked: Asked, counts: dict[str, int]) -> list[dict[str, object]]:
    return [
        {
            "name": each.name,
            "address": replace(asked, slug=each.slug, page=1).address,
            "count": counts.get(f"list.{each.slug}"),
            "current": each.slug == asked.slug,
            "tone": each.tone if counts.get(f"list.{each.slug}") else "",
        }
        for each in FILTERS.values()
    ]


def _whose(asked: Asked, counts: dict[str, int]) -> list[dict[str, object]]:
    return [
        {
            "name": name,
            "address": replace(asked, who=who, page=1).address,
            "count": counts.get(f"who.{who}"),
            "current": who == asked.who,
        }
        for who, name in WHOSE.items()
    ]


def _items(asked: Asked, reader: cases.Reader) -> list[dict[str, object]]:
    """The items the authority decides, to narrow a list to one kind."""
    own = [each for each in catalogue.current().items.values() if each.authority == reader.actor.authority]
    named = sorted((name_of(each), each.key) for each in own)
    return [{"key": key, "name": name, "chosen": key == asked.item} for name, key in named]


def _saved(asked: Asked, reader: cases.Reader) -> list[dict[str, object]]:
    home = reverse("office:inbox")
    return [
        {
            "id": each.id,
            "name": each.name,
            "address": f"{home}?{each.query}" if each.query else home,
            "current": each.query == asked.query,
            "shared": each.shared,
            "own": each.own,
        }
        for each in worklists.lists_of(reader.actor)
    ]


def _joint(row: cases.TaskRow) -> dict[str, str] | None:
    """The joint act that waits for this authority's opinion, with its day and where the opinion is written."""
    if row.joint is None:
        return None
    said = {"act": together.name_of(row.joint.act), "day": short_day_words(row.joint.held_on)}
    text = _("%(act)s %(day)s，等您提意见") % said
    return {"text": text, "address": reverse("office:act", args=[row.number, "find-jointly"])}


def _row(row: cases.TaskRow) -> dict[str, object]:
    clock = badge(row.clock, reverse("office:clock", args=[row.number]))
    lawful = row.clock.statutory_due_on
    differs = clock and lawful and lawful != row.clock.due_on
    return {
        "number": row.number,
        "title": row.title,
        "address": reverse("office:item", args=[row.number]),
        "state": state_words(row.state),
        "state_tone": TONES.get(row.state, "info"),
        "applicant": row.applicant,
        "holder": row.holder,
        "clock": clock,
        "tone": "late" if clock and clock.state == "late" else "",
        "joint": _joint(row),
        "lawful": _("法定%(day)s") % {"day": short_day_words(lawful)} if differs and lawful else "",
    }
