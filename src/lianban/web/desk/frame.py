"""What surrounds every page of the window: the lists, the queue, the post one works at."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lianban.apps.cases import public as cases
from lianban.core.proceedings.events import Actor, Role
from lianban.web.components.numbers import page_number
from lianban.web.desk.tabs import TABS, Tab
from lianban.web.portal.words import join, named, state_words
from lianban.web.signin.doors import POST_KEY, posts_held
from lianban.web.work.clocks import badge


def frame(request: HttpRequest, reader: cases.Reader, tab: Tab, number: str = "") -> dict[str, object]:
    """Return the context of the frame. number: of the case that is open."""
    text = request.GET.get("q", "").strip() if not number else ""
    page = cases.desk_list(reader, tab.key, text, page_number(request.GET.get("page", "")))
    counts = cases.desk_counts(reader)
    entries = _entries(page.rows, tab, number)
    return {
        "tab": tab,
        "total": page.total,
        "entries": entries,
        "next_address": next((each["address"] for each in entries if not each["current"]), ""),
        "page": Paginator(range(page.total), page.size).get_page(page.number),
        "counts": counts,
        "open_number": number,
        **_bars(request, reader, counts, text),
    }


def outside(request: HttpRequest, reader: cases.Reader) -> dict[str, object]:
    """Return the context of a page of the window that shows no list."""
    return _bars(request, reader, cases.desk_counts(reader), "")


def _bars(request: HttpRequest, reader: cases.Reader, counts: dict[str, int], text: str) -> dict[str, object]:
    search = {"address": reverse("desk:queue", args=["all"]), "label": _("编号、名称、身份证号"), "value": text}
    return {"work_nav": _nav(counts, reader.actor), "work_search": search, **posts(request, reader.actor)}


def posts(request: HttpRequest, actor: Actor) -> dict[str, object]:
    """Return the post somebody works at on this page, and all they hold when there are several."""
    held = posts_held(request)
    fitting = [
        each for each in held if (each.role, each.hall, each.authority) == (actor.role, actor.hall, actor.authority)
    ]
    wanted = request.session.get(POST_KEY)
    chosen = next((each for each in fitting if str(each.id) == wanted), fitting[0] if fitting else None)
    return {"post": chosen, "posts": held if len(held) > 1 else ()}


def _nav(counts: dict[str, int], actor: Actor) -> list[dict[str, object]]:
    listed = [
        {"address": reverse("desk:queue", args=[tab.slug]), "name": tab.name, "count": counts.get(tab.key)}
        for tab in TABS.values()
    ]
    taking_down = {"address": reverse("desk:apply_list"), "name": _("代录"), "key": "d"}
    mine = [taking_down] if actor.role is Role.CLERK else []
    return [*listed, {"address": reverse("desk:assist"), "name": _("导引"), "key": "t"}, *mine]


def _entries(rows: Iterable[cases.TaskRow], tab: Tab, number: str) -> list[dict[str, Any]]:
    """One line per application, however many of its items are on the list."""
    return [_entry(key, list(group), tab, number) for key, group in groupby(rows, key=lambda row: row.case_number)]


def _entry(key: str, rows: list[cases.TaskRow], tab: Tab, number: str) -> dict[str, Any]:
    first = rows[0]
    came = timezone.localtime(first.opened_at)
    is_part = first.number != first.case_number
    results = ngettext("%(n)s 项结果", "%(n)s 项结果", len(rows)) % {"n": len(rows)}
    titles = join([named(row.title) for row in rows])
    return {
        "name": f"{first.applicant} · {results}" if is_part else named(first.title),
        "address": reverse("desk:case", args=[tab.slug, key]),
        "clock": badge(first.answer or (None if is_part else first.clock)),
        "tag": "" if is_part or tab.key == "to_accept" else state_words(first.state),
        "note": " · ".join((key, titles) if is_part else (first.applicant, key, f"{came:%m-%d %H:%M}")),
        "current": key == number,
    }
