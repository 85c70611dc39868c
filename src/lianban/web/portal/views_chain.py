"""The page of one 一件事: what one gets, how long, how much, who; and the whole guide."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lianban.apps.catalogue import public as catalogue
from lianban.apps.files import public as files
from lianban.apps.guides import public as guides
from lianban.web.portal.shown_chain import pictures, summary
from lianban.web.portal.shown_sheet import departments, facts, figures_of, questions_and_answers, results
from lianban.web.portal.words import name_of
from lianban.web.signin.entry import entry


@require_GET
def chain(request: HttpRequest, chain: str) -> HttpResponse:
    """Show a 一件事 for somebody of whom nothing is known yet."""
    definitions = catalogue.current()
    wanted, told = definitions.chain(chain), guides.told(chain, {})
    sheet = told.sheet
    context = {
        "crumbs": _crumbs(name_of(wanted)),
        "chain": {"key": chain, "name": name_of(wanted), "summary": summary(wanted, told.plan)},
        "sheet": sheet,
        "start_address": reverse("portal:guide", args=[chain]),
        "facts": facts(sheet),
        "figures": figures_of(sheet),
        "figures_address": reverse("portal:figures", args=[chain]),
        "results": results(sheet),
        "departments": departments(sheet, definitions, wanted),
        "questions": questions_and_answers(sheet, wanted),
        "picture": pictures(chain, {}),
    }
    return render(request, "portal/chain.html", context)


@require_GET
def figures(request: HttpRequest, chain: str) -> HttpResponse:
    """Show how each figure is counted, entry by entry."""
    wanted = catalogue.current().chain(chain)
    sheet = guides.told(chain, {}).sheet
    back = reverse("portal:chain", args=[chain])
    context = {
        "crumbs": [*_crumbs(name_of(wanted), back), {"name": _("怎么算的"), "address": ""}],
        "chain": {"name": name_of(wanted)},
        "figures": figures_of(sheet),
    }
    return render(request, "portal/figures.html", context)


@require_GET
def blank(request: HttpRequest, chain: str, item: str, material: str) -> HttpResponse:
    """Send a blank form to print (空白表格)."""
    return _paper(request, chain, item, material, is_sample=False)


@require_GET
def sample(request: HttpRequest, chain: str, item: str, material: str) -> HttpResponse:
    """Send the same form filled in with examples (示例样表)."""
    return _paper(request, chain, item, material, is_sample=True)


def _paper(request: HttpRequest, chain: str, item: str, material: str, *, is_sample: bool) -> HttpResponse:
    content = guides.paper_pdf(chain, item, material, sample=is_sample, now=entry(request).now)
    reply = files.served(content, files.Media.PDF, f"{item}-{material}-{'sample' if is_sample else 'blank'}.pdf")
    reply["Cache-Control"] = "public, max-age=3600"
    return reply


def _crumbs(name: str, address: str = "") -> list[dict[str, str]]:
    return [
        {"name": _("首页"), "address": reverse("portal:home")},
        {"name": _("我要办"), "address": reverse("portal:chains")},
        {"name": name, "address": address},
    ]
