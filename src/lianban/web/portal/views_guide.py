"""Guidance: one question per page, the answers in the address, nothing stored before a notice is asked for."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lianban.apps.accounts import public as accounts
from lianban.apps.catalogue import public as catalogue
from lianban.apps.guides import public as guides
from lianban.apps.guides.public import Ordered
from lianban.apps.intake import public as intake
from lianban.core.chains.model import Chain, Question, QuestionKind
from lianban.core.guidance import Asked, Known, next_question, what_if
from lianban.core.guidance.errors import AnswerRefused
from lianban.core.guidance.spelling import read
from lianban.core.kernel.errors import DomainError
from lianban.web.components.numbers import whole_number
from lianban.web.portal.asking import Address, hidden, read_address, replaced, typed, write_address
from lianban.web.portal.shown_place import PlaceView, place_so_far, place_view
from lianban.web.portal.shown_question import ask_of, cards, changed, effects, is_chosen, picture_of, typed_field, why
from lianban.web.portal.shown_standing import advice, known_text, standing, with_known
from lianban.web.portal.words import name_of, spoken
from lianban.web.signin.entry import entry

NOTICES = accounts.Limit("guidance-notice", 30, timedelta(minutes=10))


@dataclass(frozen=True, slots=True)
class Surface:
    """Where guidance takes place: portal, kiosk, window, studio. All ask the same questions with the same pages.

    guide, tell, start, told: names of the addresses of the questions, of giving the notice, of what comes before the
    first question, and of the notice. frame: the template around the pages. end: the page after the last question.
    rushed: a number key answers and goes on.
    """

    guide: str = "portal:guide"
    tell: str = "portal:tell"
    start: str = "portal:chain"
    told: str = "portal:notice"
    frame: str = "base.html"
    end: str = "portal/guide_end.html"
    rushed: bool = False


PORTAL = Surface()


KnownOf = Callable[[Chain], Mapping[str, Known]]
"""What need not be asked in a chain: fact → what is known, with its source."""


def _nothing(chain: Chain) -> Mapping[str, Known]:
    return {}


@require_GET
def guide(request: HttpRequest, chain: str) -> HttpResponse:
    """Ask the next question, or the one that is to be corrected; at the end, show what it all means."""
    return asking(request, chain, PORTAL, {}, known_to(request))


def known_to(request: HttpRequest) -> KnownOf:
    """Return what is known of the citizen who is signed in; nothing of anybody else."""
    person = request.user
    if not person.is_authenticated or person.kind != "citizen":
        return _nothing
    return lambda chain: intake.known(person.pk, chain, entry(request).now)


def asking(
    request: HttpRequest, chain: str, surface: Surface, around: Mapping[str, object], known_of: KnownOf = _nothing
) -> HttpResponse:
    """Ask on a surface. around: what its frame needs. known_of: what need not be asked in a chain."""
    ordered = guides.ordered_guide(chain, whole_number(request.GET.get("w", "")))
    compiled = ordered.guide
    here = replace(read_address(compiled.chain, request.GET), known=known_of(compiled.chain))
    page = _Page(request, ordered, here, surface, around)
    questions = {question.key: question for question in compiled.chain.questions}
    answering = questions.get(request.GET.get("ask", ""))
    if answering is not None:
        return page.question(answering) if "look" in request.GET else page.answered(answering)
    correcting = questions.get(request.GET.get("edit", ""))
    if correcting is not None:
        return page.question(correcting)
    asked = next_question(compiled, here.given, here.known)
    return page.question(asked.question, asked) if asked else page.end()


@require_POST
def tell(request: HttpRequest, chain: str) -> HttpResponse:
    """Give the one-time notice for the answers and show it."""
    return telling(request, chain, PORTAL, known_to(request))


def telling(request: HttpRequest, chain: str, surface: Surface, known_of: KnownOf = _nothing) -> HttpResponse:
    """Give the notice on a surface. What was known without asking becomes an answer like any other."""
    moment = entry(request)
    try:
        accounts.count(NOTICES, moment.client, moment.now)
    except DomainError:
        return render(request, "429.html", status=429)
    compiled = catalogue.guide(chain)
    here = replace(read_address(compiled.chain, request.POST), known=known_of(compiled.chain))
    try:
        code = guides.issue(chain, with_known(compiled, here), now=moment.now, replaces=request.POST.get("from", ""))
    except guides.NothingAnswered:
        return redirect(write_address(reverse(surface.guide, args=[chain]), here.spelt))
    return redirect(surface.told, code=code)


class _Page:
    """The pages of one guidance, for one request."""

    def __init__(
        self, request: HttpRequest, ordered: Ordered, here: Address, surface: Surface, around: Mapping[str, object]
    ) -> None:
        self.request, self.guide, self.here, self.surface, self.around = request, ordered.guide, here, surface, around
        names = (surface.guide, surface.start)
        self.place, self.start = (reverse(name, args=[self.guide.chain.key]) for name in names)
        self.origin = request.GET.get("from", "")
        self.kept = {"w": str(ordered.weights) if ordered.weights else "", "from": self.origin}

    def to(self, spelt: Mapping[str, str], **more: str) -> str:
        """Return the address of this guidance with these answers; it keeps to the order it began with."""
        return write_address(self.place, spelt, **more, **self.kept)

    def answered(self, question: Question) -> HttpResponse:
        """Take an answer and go on, or ask again and say what is wrong."""
        text = typed(question, self.request.GET.getlist("value"))
        try:
            read(question, text)
        except AnswerRefused:
            wrong = _("请先选一个；拿不准就选“不清楚”。") if is_chosen(question) else _wrong(question, text)
            return self.question(question, text=text, error=wrong)
        was = self.here.spelt.get(question.key, "")
        return redirect(self.to(replaced(self.here.spelt, question.key, text), last=question.key, was=was))

    def question(
        self, question: Question, asked: Asked | None = None, *, text: str = "", error: str = ""
    ) -> HttpResponse:
        """Ask one question."""
        keys, spelt = list(self.here.spelt), self.here.spelt
        at = keys.index(question.key) if question.key in keys else len(keys)
        text = text or spelt.get(question.key, "") or known_text(question, self.here)
        context = {
            **self._frame(),
            "question": {"key": question.key, "ask": ask_of(question), "unit": question.unit},
            "number": at + 1,
            "at_most": asked.at_most if asked else None,
            "is_correction": question.key in keys and asked is None,
            "hidden": hidden(spelt),
            "hint": spoken(question.help, question.help_en),
            "find_out": spoken(question.find_out, question.find_out_en),
            "picture": picture_of(question),
            "why": why(asked.because) if asked else "",
            "error": error,
            "back": self.to(spelt, edit=keys[at - 1]) if at else self.start,
        }
        if is_chosen(question):
            context["cards"] = cards(question, effects(self.guide, question, self.here.given, self.here.known))
            context["chosen"] = text.split(",") if question.kind.value == "multi" else [text]
            context["multiple"] = question.kind.value == "multi"
        elif question.kind is QuestionKind.PLACE:
            context["view"] = self._place(question, text if asked else "")
        else:
            context["field"] = typed_field(question, text, error)
        return render(self.request, "portal/question.html", context, status=422 if error else 200)

    def _place(self, question: Question, text: str) -> PlaceView:
        def answer(code: str) -> str:
            return self.to(self.here.spelt, ask=question.key, value=code)

        searched = self.request.GET.get("find", "") if "look" in self.request.GET else None
        so_far = place_so_far(text or self.request.GET.get("within", ""))
        likely = self.here.spelt.get(question.key, "") or known_text(question, self.here)
        return place_view(so_far, place_so_far(likely), searched, answer)

    def end(self) -> HttpResponse:
        """Show what the answers mean, before the notice is given."""
        keys = list(self.here.spelt)
        context = {
            **self._frame(),
            "hidden": hidden(self.here.spelt),
            "advice": advice(self.guide, self.here),
            "back": self.to(self.here.spelt, edit=keys[-1]) if keys else "",
            "tell_address": reverse(self.surface.tell, args=[self.guide.chain.key]),
        }
        return render(self.request, self.surface.end, context)

    def _frame(self) -> dict[str, object]:
        chain = self.guide.chain
        return {
            **self.around,
            "frame": self.surface.frame,
            "rushed": self.surface.rushed,
            "chain": {"key": chain.key, "name": name_of(chain), "address": self.start},
            "place": self.place,
            "origin": self.origin,
            "weights": self.kept["w"],
            "lost": self.here.lost,
            "effect": self._effect(),
            "standing": standing(self.guide, self.here, lambda key: self.to(self.here.spelt, edit=key)),
        }

    def _effect(self) -> list[str]:
        last = self.request.GET.get("last", "")
        if last not in self.here.given or self.request.GET.get("edit"):
            return []
        before = {key: given for key, given in self.here.given.items() if key != last}
        question = self.guide.consequent.questions[last]
        with suppress(AnswerRefused):
            before[last] = read(question, self.request.GET.get("was", ""))
        return changed(what_if(self.guide, before, {last: self.here.given[last]}, self.here.known))


def _wrong(question: Question, text: str) -> str:
    if question.kind is QuestionKind.PLACE:
        return _("请先选一个；拿不准就选“不清楚”。")
    if not text:
        return _("请填写；拿不准就选“不清楚”。")
    if question.kind.value == "date":
        return _("“%(text)s”不是日期，请写成 2026-11-23 这样。") % {"text": text[:20]}
    return _("“%(text)s”不是数字，请只填数字，例如 120。") % {"text": text[:20]}
