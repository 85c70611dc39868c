"""Chains and items as published: what they say, what is wrong with them, what proves them."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from lianban.apps.catalogue import public as catalogue
from lianban.apps.files import public as files
from lianban.core.chains.model import Chain
from lianban.core.guidance import Proof
from lianban.core.items.model import FormField, MaterialNeed, ServiceItem
from lianban.core.proceedings.events import Actor
from lianban.web.portal.shown_chain import homes, pictures
from lianban.web.portal.words import authority_name, limit_words, name_of
from lianban.web.signin.doors import requires
from lianban.web.studio import shown
from lianban.web.studio.frame import READERS, frame

EVERYBODY = "all"


@never_cache
@require_GET
@requires(*READERS)
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Lead to the chains, whose address is no beginning of any other list's."""
    return redirect("studio:chains")


@never_cache
@require_GET
@requires(*READERS)
def chains(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show every chain with its version and what is wrong with it."""
    definitions = catalogue.current()
    told = {
        **shown.chains_table(definitions, run="run" in request.GET),
        "release": definitions.release,
        "waiting": len(catalogue.open_changes()),
    }
    return render(request, "studio/chains.html", {**frame(actor), **told})


@never_cache
@require_GET
@requires(*READERS)
def items(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the items of one's authority, or all."""
    definitions, text = catalogue.current(), request.GET.get("q", "").strip()
    chosen = request.GET.get("of", EVERYBODY if text or not actor.authority else actor.authority)
    found = list(_fitting(definitions.items.values(), chosen, text))
    told = {
        "filters": _filters(definitions, actor, chosen),
        **shown.items_table(definitions, found),
        "text": text,
    }
    return render(request, "studio/items.html", {**frame(actor, text), **told})


def _fitting(found: Iterable[ServiceItem], authority: str, text: str) -> Iterable[ServiceItem]:
    ranked = sorted(found, key=lambda each: (each.authority, each.key))
    ours = (each for each in ranked if authority in (EVERYBODY, each.authority))
    return (each for each in ours if text.lower() in f"{each.name} {each.name_en} {each.key}".lower())


def _filters(definitions: catalogue.Definitions, actor: Actor, chosen: str) -> list[dict[str, object]]:
    every = list(definitions.items.values())
    ways = [(EVERYBODY, _("全部"), len(every))]
    if actor.authority:
        own = sum(each.authority == actor.authority for each in every)
        ways.insert(0, (actor.authority, authority_name(definitions, actor.authority), own))
    return [
        {"name": name, "address": f"?of={key}", "count": count, "current": key == chosen} for key, name, count in ways
    ]


@never_cache
@require_GET
@requires(*READERS)
def item(request: HttpRequest, actor: Actor, key: str) -> HttpResponse:
    """Show an item as people read it, where it is used, and what is wrong with it."""
    definitions = catalogue.current()
    found, used_in = definitions.item(key), homes(definitions, key)
    first = used_in[0] if used_in else None
    told = {
        "item": found,
        "name": name_of(found),
        "authority": authority_name(definitions, found.authority),
        "version": shown.version_words(catalogue.standings("item").get(key)),
        "findings": shown.findings(catalogue.item_findings(definitions)[key]),
        "limits": shown.limits(found),
        "materials": [_material(definitions, first, each) for each in found.materials],
        "fields": [_field(definitions, first, each) for each in (found.form.fields if found.form else ())],
        "steps": [{"name": each.name, "role": each.role, "limit": limit_words(each.limit)} for each in found.steps],
        "homes": [{"name": name_of(each), "address": reverse("studio:chain", args=[each.key])} for each in used_in],
    }
    return render(request, "studio/item.html", {**frame(actor), **told})


def _material(definitions: catalogue.Definitions, chain: Chain | None, each: MaterialNeed) -> dict[str, str]:
    kind = definitions.vocabulary.kinds.get(each.kind)
    return {
        "name": name_of(each),
        "kind": name_of(kind) if kind else "",
        "necessity": each.necessity.value,
        "form": each.form.value,
        "when": shown.circumstances(definitions, chain, each.when),
    }


def _field(definitions: catalogue.Definitions, chain: Chain | None, each: FormField) -> dict[str, object]:
    element = definitions.vocabulary.elements.get(each.element)
    return {
        "name": name_of(each),
        "element": name_of(element) if element else "",
        "key": each.element,
        "required": each.required,
        "when": shown.circumstances(definitions, chain, each.when),
    }


@never_cache
@require_GET
@requires(*READERS)
def chain(request: HttpRequest, actor: Actor, key: str) -> HttpResponse:
    """Show a chain: certificate, findings, numbers, members, picture, questions in the computed order."""
    definitions = catalogue.current()
    found, report = definitions.chain(key), catalogue.chain_report(definitions, key)
    runs = catalogue.run_paths(key)
    told = {
        "chain": found,
        "name": name_of(found),
        "authority": authority_name(definitions, found.lead_authority),
        "version": shown.version_words(catalogue.standings("chain").get(key)),
        "objections": report.objections,
        "claims": _claims(report),
        "findings": shown.findings(report.findings),
        "reductions": list(shown.reductions(report.plan.reductions)),
        "members": [_member(definitions, found, each.item, each.when) for each in found.members],
        "picture": pictures(key, {}),
        "questions": shown.questions_in_order(report.guide),
        "numbers": _numbers(report.proof),
        "paths": len(runs),
        "broken": sum(bool(each.findings) for each in runs),
    }
    return render(request, "studio/chain.html", {**frame(actor), **told})


def _claims(report: catalogue.ChainReport) -> dict[str, int]:
    """Count what the departments ask for and what serves it."""
    fields = [field for section in report.plan.sections for field in section.fields]
    return {
        "demanded": len({(use.item, use.field) for field in fields for use in field.uses}),
        "fields": len(fields),
        "listed": len({(use.item, use.material) for each in report.plan.materials for use in each.uses}),
        "materials": len(report.plan.materials),
    }


def _member(definitions: catalogue.Definitions, chain: Chain, key: str, when: object) -> dict[str, object]:
    found = definitions.items.get(key)
    count = len(catalogue.item_findings(definitions).get(key, ()))
    return {
        "name": name_of(found) if found else key,
        "address": reverse("studio:item", args=[key]) if found else "",
        "authority": authority_name(definitions, found.authority) if found else "",
        "when": shown.circumstances(definitions, chain, when),  # type: ignore[arg-type]
        "findings": count,
    }


def _numbers(proof: Proof) -> list[dict[str, str]]:
    covered = _("%(n)s 种答法，全部核对过") if proof.covered else _("%(n)s 种答法，太多，没有逐一核对")
    gap = _("离最少至多差 %(n)s 题") % {"n": f"{proof.gap:.2f}"}
    rows = (
        (_("写了几题"), f"{proof.authored}", covered % {"n": proof.combinations}),
        (_("应问尽问"), f"{proof.asked_all:.2f}", _("凡适用的都问")),
        (_("按原顺序跳问"), f"{proof.in_order:.2f}", _("最多 %(n)s 题") % {"n": proof.in_order_worst}),
        (_("本导引平均"), f"{proof.expected:.2f}", _("最多 %(n)s 题") % {"n": proof.worst}),
        (_("下界"), f"{proof.lower_bound:.2f}", _("不可能更少，已证明") if not proof.gap else gap),
    )  # fmt: skip
    return [{"name": name, "value": value, "note": note} for name, value, note in rows]


@never_cache
@require_GET
@requires(*READERS)
def item_text(request: HttpRequest, actor: Actor, key: str) -> HttpResponse:
    """Hand out an item as text, to be changed and uploaded."""
    return _text("item", key)


@never_cache
@require_GET
@requires(*READERS)
def chain_text(request: HttpRequest, actor: Actor, key: str) -> HttpResponse:
    """Hand out a chain as text, to be changed and uploaded."""
    return _text("chain", key)


def _text(kind: str, key: str) -> HttpResponse:
    media = "application/yaml; charset=utf-8"
    return files.served(catalogue.text_of(kind, key), media, f"{key}.yaml", attachment=True)
