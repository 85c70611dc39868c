"""The shared words: data elements, kinds of material; and names that wait for somebody to say what they mean."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from lianban.apps.catalogue import public as catalogue
from lianban.core.proceedings.events import Actor, Role
from lianban.core.vocabulary.matching import Kind
from lianban.core.vocabulary.matching.confirming import Confirmed
from lianban.core.vocabulary.model import DataElement, MaterialKind
from lianban.web.components.numbers import page_number
from lianban.web.components.tables import Line, table
from lianban.web.portal.words import name_of
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry
from lianban.web.studio.frame import READERS, editor, frame

PAGE_SIZE, LONGEST = 40, 8000
MARK = "|"
"""Between kind, key and name of a name that is ticked."""


@never_cache
@require_GET
@requires(*READERS)
def words(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Browse the vocabulary."""
    vocabulary = catalogue.current().vocabulary
    kind, text = request.GET.get("kind", Kind.FIELD.value), request.GET.get("text", "").strip()
    known = vocabulary.kinds if kind == Kind.MATERIAL else vocabulary.elements
    found = [each for each in known.values() if text.lower() in _written(each).lower()]
    page = Paginator(found, PAGE_SIZE).get_page(page_number(request.GET.get("page", "")))
    told = {
        "filters": [_filter(Kind.FIELD, _("数据元"), len(vocabulary.elements), kind, text),
                    _filter(Kind.MATERIAL, _("材料目录"), len(vocabulary.kinds), kind, text)],
        **table((_("名称"), _("键"), _("也叫")), (_line(each) for each in page.object_list)),
        "page": page,
        "text": text,
        "kind": kind,
    }  # fmt: skip
    return render(request, "studio/words.html", {**frame(actor), **told})


def _written(each: DataElement | MaterialKind) -> str:
    return " ".join((each.key, each.name, each.name_en, *each.synonyms))


def _filter(kind: Kind, name: str, count: int, chosen: str, text: str) -> dict[str, object]:
    address = f"?kind={kind.value}&text={text}" if text else f"?kind={kind.value}"
    return {"name": name, "address": address, "count": count, "current": kind.value == chosen}


def _line(each: DataElement | MaterialKind) -> Line:
    return Line((name_of(each), each.key, "、".join(each.synonyms) or "—"))


@never_cache
@require_GET
@requires(*READERS)
def names(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show names that items use and the vocabulary does not know, and what is proposed for names typed in."""
    definitions, text = catalogue.current(), request.GET.get("names", "")[:LONGEST]
    kind = Kind.MATERIAL if request.GET.get("kind") == Kind.MATERIAL.value else Kind.FIELD
    proposed = catalogue.proposed_names(definitions, kind, text.splitlines()) if text.strip() else ()
    told = {
        "typed": text,
        "kind": kind.value,
        "proposed": [_match(definitions, each) for each in proposed],
        "waiting": [_match(definitions, each) for each in catalogue.names_to_confirm(definitions, actor.authority)],
    }
    return render(request, "studio/names.html", {**frame(actor), **told})


def _match(definitions: catalogue.Definitions, match: catalogue.NameMatch) -> dict[str, object]:
    keys = [match.key] if match.key else list(match.suggestions)
    return {
        "name": match.name,
        "kind": _("材料") if match.kind is Kind.MATERIAL else _("填写项"),
        "why": match.why,
        "sure": f"{match.score:.0%}" if match.key else "",
        "items": [
            {"name": name_of(definitions.items[key]), "address": reverse("studio:item", args=[key])}
            for key in match.items
        ],
        "choices": [
            {
                "value": MARK.join((match.kind.value, key, match.name)),
                "name": _called(definitions, match.kind, key),
                "key": key,
                "chosen": key == match.key and bool(match.items or match.score >= SURE),
            }
            for key in keys
        ],
    }


SURE = 0.9


def _called(definitions: catalogue.Definitions, kind: Kind, key: str) -> str:
    vocabulary = definitions.vocabulary
    entry_ = vocabulary.kinds.get(key) if kind is Kind.MATERIAL else vocabulary.elements.get(key)
    return name_of(entry_) if entry_ else key


@never_cache
@require_POST
@requires(Role.ITEM_ADMIN)
def confirm(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Keep the ticked names and publish the vocabulary with them."""
    ticked = [each.split(MARK, 2) for each in request.POST.getlist("match")]
    confirmed = [
        Confirmed(kind=Kind(kind), id=key, name=name)
        for kind, key, name in (each for each in ticked if len(each) == 3 and each[0] in set(Kind))
    ]
    count = catalogue.confirm_names(confirmed, editor(actor), entry(request).now)
    said = ngettext("已确认并发布 %(n)s 个名称。", "已确认并发布 %(n)s 个名称。", count) % {"n": count}
    messages.success(request, said)
    return redirect("studio:names")
