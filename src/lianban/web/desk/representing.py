"""What is the applicant's to do, done at the window for them: they, or their agent, are there and ask in writing."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lianban.apps.cases import public as cases
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.events import Actor, Role
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import FieldView
from lianban.web.desk import frame as around
from lianban.web.desk import shown
from lianban.web.desk.tabs import OF_STAGE, TABS
from lianban.web.portal.case_page import own_acts
from lianban.web.portal.own_acts import OWN_ACTS
from lianban.web.signin.doors import requires
from lianban.web.work import offers
from lianban.web.work.actpage import Stage, show
from lianban.web.work.acts import Act, Asked, Fields
from lianban.web.work.who import reader_of

PRESENT = "present"
OWN = "own-"
"""What the name of such an act begins with, where the page of the case says that it is done."""


class NotAsked(DomainError):
    """Nobody stands there who asked for it in writing."""

    code = "NOT_ASKED"

    def __init__(self) -> None:
        said = _("申请人本人或者其代理人到场、书面提出，窗口才能代办。请先核对证件，收下书面申请。")
        super().__init__(said, field=PRESENT)


def present() -> FieldView:
    """Return the question whether the person is there and asked in writing."""
    words = _("申请人本人或者有授权的代理人在场，已核对证件，并已书面提出")
    return FieldView(PRESENT, words, ValueType.BOOLEAN, "")


def once_asked(perform: Callable[[Asked], Any]) -> Callable[[Asked], Any]:
    """Return an act that is done only for somebody who is there and asked in writing. It raises NotAsked."""

    def performed(asked: Asked) -> Any:
        if not asked.is_yes(PRESENT):
            raise NotAsked
        return perform(asked)

    return performed


def at_window(act: Act) -> Act:
    """Return an act of the applicant as a window does it for them."""

    def fields(view: Any, reader: cases.Reader) -> Fields:
        return (present(), *act.fields(view, reader))

    return replace(act, slug=OWN + act.slug, fields=fields, perform=once_asked(act.perform))


def done(slug: str) -> Act | None:
    """Return the act that was done for the applicant, by its name there; None for any other."""
    return OWN_ACTS.get(slug.removeprefix(OWN)) if slug.startswith(OWN) else None


def offered(view: cases.CaseView) -> list[dict[str, object]]:
    """Return, item by item, what a window may do for the applicant now."""
    return own_acts(view, "desk:own_act", tuple(OWN_ACTS.values()))


@never_cache
@require_http_methods(["GET", "POST"])
@requires(Role.CLERK)
def own_act(request: HttpRequest, actor: Actor, number: str, act: str) -> HttpResponse:
    """One act of the applicant on one of their items. number: of the item."""
    if act not in OWN_ACTS or "-" not in number:
        raise Http404
    chosen, reader = at_window(OWN_ACTS[act]), reader_of(request, actor)
    view = cases.item_case(number, reader)
    slug = OF_STAGE.get(view.case.stage, "closed")

    def surroundings() -> dict[str, object]:
        tab = TABS[slug]
        return {**around.frame(request, reader, tab, view.case.number), **shown.case_context(view.case, slug)}

    back = reverse("desk:case", args=[slug, view.case.number])
    return show(request, chosen, view, reader, Stage(offers.item(view), back, "desk/act.html", surroundings))
