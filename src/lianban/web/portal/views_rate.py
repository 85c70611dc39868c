"""好差评 in two taps: the level, then what it was about."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lianban.apps.cases import public as cases
from lianban.core.proceedings.events import Actor, Role
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import Choice, FieldView
from lianban.web.signin.doors import requires
from lianban.web.work.who import by_of, key_of, reader_of

TOO_EARLY = ("submitted", "received")
LOWEST_CONTENT = 3
"""Below this level a rating needs a reason."""


@never_cache
@requires(Role.APPLICANT)
@require_safe
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    """My applications, to rate one."""
    rows = [row for row in cases.my_cases(reader_of(request, actor)) if row.state not in TOO_EARLY]
    return render(request, "portal/cases/to_rate.html", {"rows": rows})


@never_cache
@requires(Role.APPLICANT)
@require_http_methods(["GET", "POST"])
def rate(request: HttpRequest, actor: Actor, number: str) -> HttpResponse:
    """First the level, then its own indicators and words."""
    view = cases.case(number, reader_of(request, actor))
    if view.rated:
        messages.info(request, _("您已经评价过这次办理，谢谢。"))
        return redirect("portal:case", number=number)
    if view.stage in TOO_EARLY:
        messages.info(request, _("窗口受理以后就可以评价。"))
        return redirect("portal:case", number=number)
    stars = _stars(request.POST.get("stars") or request.GET.get("stars", ""))
    if request.method == "GET":
        return _page(request, view, stars, "")
    try:
        words = request.POST.get("words", "")[:1000]
        cases.rate(number, stars, request.POST.getlist("indicators"), words, by_of(request, actor))
    except cases.RatingRefused as refused:
        return _page(request, view, stars, refused.message, status=422)
    messages.success(request, _("谢谢您的评价，已经送到承办部门。"))
    return redirect("portal:case", number=number)


def _stars(text: str) -> int:
    return int(text) if text in {str(level) for level in cases.LEVELS} else 0


def _page(request: HttpRequest, view: cases.CaseView, stars: int, error: str, status: int = 200) -> HttpResponse:
    options = tuple(Choice(code, _(words)) for code, words in cases.INDICATORS.get(stars, {}).items())
    is_bad = 0 < stars < LOWEST_CONTENT
    label = _("哪里不满意") if is_bad else _("因为")
    more = {
        "case": view,
        "stars": stars,
        "level": _(cases.LEVELS[stars]) if stars else "",
        "indicators": FieldView(
            "indicators", label, ValueType.CHOICES, request.POST.getlist("indicators"), is_bad, options
        ),
        "words": FieldView(
            "words",
            _("还想说的话"),
            ValueType.LONG_TEXT,
            request.POST.get("words", ""),
            required=False,
            error=error,
        ),
        "errors": [{"anchor": "f-words", "text": error}] if error else [],
        "key": key_of(request),
    }
    return render(request, "portal/cases/rate.html", more, status=status)
