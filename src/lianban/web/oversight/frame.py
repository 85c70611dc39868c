"""What surrounds every page of supervision, and what its addresses may ask for."""

import re
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from lianban.apps.catalogue import public as catalogue
from lianban.apps.organs import public as organs
from lianban.apps.oversight import public as oversight
from lianban.web.components.numbers import page_number
from lianban.web.portal.words import name_of
from lianban.web.signin.entry import entry


@dataclass(frozen=True, slots=True)
class Names:
    """What the keys of authorities and chains are called in the language of the page."""

    authorities: dict[str, str]
    chains: dict[str, str]

    def authority(self, key: str) -> str:
        """Name of an authority; its key where nobody described it."""
        return self.authorities.get(key, key)

    def chain(self, key: str) -> str:
        """Name of a chain."""
        return self.chains.get(key, key)


def names() -> Names:
    """Return the names of all authorities and chains."""
    chains = catalogue.current().chains.values()
    return Names(
        {each.key: name_of(each) for each in organs.authorities()},
        {each.key: name_of(each) for each in chains},
    )


def frame(request: HttpRequest) -> dict[str, object]:
    """Return the navigation and the search box."""
    pages = (
        ("oversight:today", _("今日")),
        ("oversight:warnings", _("预警")),
        ("oversight:cases", _("办件")),
        ("oversight:figures", _("指标")),
        ("oversight:ratings", _("好差评")),
        ("oversight:beyond", _("清单之外")),
        ("oversight:access", _("查阅记录")),
    )
    text = request.GET.get("q", "").strip()
    return {
        "work_nav": [{"address": reverse(name), "name": title} for name, title in pages],
        "work_search": {"address": reverse("oversight:cases"), "label": _("办件编号、事项名称"), "value": text},
    }


def narrowed(request: HttpRequest) -> oversight.Narrowed:
    """Return which authority and chain the address asks for."""
    return oversight.Narrowed(request.GET.get("authority", "").strip(), request.GET.get("chain", "").strip())


def month_of(request: HttpRequest) -> oversight.Month:
    """Return the month the address asks for, or the present one."""
    today = entry(request).today
    if match := re.fullmatch(r"(20\d\d)-(0[1-9]|1[0-2])", request.GET.get("month", "")):
        return oversight.Month(int(match[1]), int(match[2]))
    return oversight.Month(today.year, today.month)


def page_of(request: HttpRequest) -> int:
    """Return the number of the page the address asks for."""
    return page_number(request.GET.get("page", ""))


def first_page_with(request: HttpRequest, name: str, value: str) -> str:
    """Return the address of the same list, its first page, with one thing asked for otherwise."""
    kept = request.GET.copy()
    kept.pop("page", None)
    kept[name] = value
    return f"?{kept.urlencode()}"


def choices(names: Names, asked: oversight.Narrowed) -> list[dict[str, object]]:
    """Return the two choices that narrow a list: the authority and the chain."""
    return [
        _choice("authority", _("部门"), _("全部部门"), names.authorities, asked.authority),
        _choice("chain", _("一件事"), _("全部“一件事”"), names.chains, asked.chain),
    ]


def _choice(name: str, label: str, every: str, known: dict[str, str], chosen: str) -> dict[str, object]:
    options = [{"value": "", "label": every, "chosen": not chosen}]
    ordered = sorted(known.items(), key=lambda pair: pair[1])
    options += [{"value": key, "label": title, "chosen": key == chosen} for key, title in ordered]
    return {"name": name, "label": label, "options": options}
