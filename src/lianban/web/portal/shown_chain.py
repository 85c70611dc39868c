"""A 一件事 as cards and pages show it."""

from collections.abc import Iterator
from decimal import Decimal

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from lianban.apps.catalogue import public as catalogue
from lianban.core.chains.model import Chain
from lianban.core.chains.plan import Figure, Need, Plan
from lianban.core.conditions.algebra import Facts
from lianban.web.portal.life_stages import BUSINESS, PERSON, STAGES
from lianban.web.portal.words import language, name_of, number, spoken

PERSONS = "自然人"


FOUR = ("visits", "materials", "steps", "days")
"""四减, in the order they are told."""
SHAPES = ("wide", "tall")


def address(chain: Chain) -> str:
    """Return where a chain's page is."""
    return reverse("portal:chain", args=[chain.key])


def audience_of(chain: Chain) -> str:
    """Return whom a chain is for: person or business."""
    if chain.key in STAGES:
        return STAGES[chain.key].audience
    return PERSON if chain.service_object.startswith(PERSONS) else BUSINESS


def tile(chain: Chain) -> dict[str, object]:
    """Return the tile of a chain: the event of life, or its own name where nobody named one."""
    stage = STAGES.get(chain.key)
    name = str(stage.name) if stage else name_of(chain)
    return {
        "name": name,
        "icon": stage.icon if stage else "file-text",
        "note": stage.note if stage else "",
        "address": address(chain),
    }


def card(chain: Chain) -> dict[str, object]:
    """Return the card of a chain, with its four figures."""
    plan = catalogue.plan(chain.key, {})
    return {
        "name": name_of(chain),
        "address": address(chain),
        "summary": summary(chain, plan),
        "figures": list(four(plan)),
    }


def summary(chain: Chain, plan: Plan) -> str:
    """Return what a chain is: what its author wrote, or how much of it there is."""
    if chain.summary:
        return spoken(chain.summary, chain.summary_en)
    needed = [each for each in plan.items if each.need is not Need.NOT_NEEDED]
    counts = {"items": len(needed), "departments": len({each.authority for each in needed})}
    return _("%(departments)s 个部门的 %(items)s 个事项，一张表、一套材料、一次申请。") % counts


def four(plan: Plan) -> Iterator[dict[str, object]]:
    """Yield 四减: visits, materials, steps, days."""
    for key in FOUR:
        figure: Figure = getattr(plan.reductions, key)
        name, unit = measured(key)
        yield {
            "key": key,
            "name": name,
            "unit": unit,
            "before": number(figure.before) if figure.before != figure.after else None,
            "after": number(figure.after),
            "rate": saved(figure.rate),
        }


def measured(key: str) -> tuple[str, str]:
    """Return what a figure measures, and in what. key: of FOUR, or fields."""
    return {
        "visits": (_("跑动"), _("次")),
        "materials": (_("材料"), _("份")),
        "steps": (_("环节"), _("个")),
        "days": (_("时限"), _("天")),
        "fields": (_("填写"), _("项")),
    }[key]


def saved(rate: Decimal | None) -> str:
    """Return a share that was saved, such as 75%; empty where nothing was."""
    return f"{rate:.0%}" if rate and rate > 0 else ""


def pictures(chain: str, facts: Facts) -> dict[str, SafeString]:
    """Return the flow of a chain for these facts as SVG, once for a wide page and once for a phone."""
    drawn = {kind: catalogue.flow_picture(chain, facts, narrow=kind == "tall", language=language()) for kind in SHAPES}
    return {kind: mark_safe(svg) for kind, svg in drawn.items()}  # noqa: S308 drawn by us, every word in it escaped


def homes(definitions: catalogue.Definitions, item: str) -> list[Chain]:
    """Return the chains that hold an item."""
    return [each for each in definitions.chains.values() if any(member.item == item for member in each.members)]
