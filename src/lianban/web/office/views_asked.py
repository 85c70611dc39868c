"""What other authorities ask this one for: the question, what it is about, the answer, until a day."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from lianban.apps.cases import public as cases
from lianban.core.proceedings.events import Actor, Role
from lianban.core.proceedings.item_case.state import Consultation
from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import Choice, FieldView
from lianban.web.components.tables import Line, table
from lianban.web.components.times import ClockView
from lianban.web.desk.shown import rows
from lianban.web.office.acts import answer
from lianban.web.office.frame import ASKED, around
from lianban.web.signin.doors import requires
from lianban.web.signin.entry import entry
from lianban.web.work import offers, opening
from lianban.web.work.actpage import Stage, show
from lianban.web.work.acts import Act, Fields
from lianban.web.work.who import reader_of

READING = "答复征询意见"
"""Why a consulted authority opens a material, as the access log keeps it."""


def unanswered(view: cases.ItemCaseView, authority: str) -> tuple[Consultation, ...]:
    """Return what an authority still has to answer on an item of another."""
    return tuple(each for each in view.state.consultations if each.authority == authority and each.answer is None)


def _answer_fields(view: cases.ItemCaseView, reader: cases.Reader) -> Fields:
    open_ones = unanswered(view, reader.actor.authority)
    options = tuple(Choice(str(each.number), each.question) for each in open_ones)
    chosen = options[0].value if len(options) == 1 else ""
    return (
        FieldView("number", str(_("答复哪一项")), ValueType.CHOICE, chosen, options=options),
        FieldView("answer", str(_("本部门的意见")), ValueType.LONG_TEXT, max_length=500),
    )


ANSWER = Act(
    "answer", "answer_consultation", gettext_lazy("答复征询"), gettext_lazy("发出答复"),
    gettext_lazy("答复后，本件不再向本部门公开；答复记入办理经过"), answer, _answer_fields,
)  # fmt: skip


@never_cache
@require_GET
@requires(Role.APPROVER)
def asked(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Everything this authority is asked for its view on, the earliest day first."""
    reader = reader_of(request, actor)
    page = cases.authority_list(reader, ASKED, order="asked", size=100)
    heads = (_("事项"), _("编号"), _("哪个部门问"), _("答复期限"))
    shown = {
        **table(heads, (_line(row, reader) for row in page.rows)),
        "answered": request.GET.get("done") == ANSWER.slug,
        **around(request, reader),
    }
    return render(request, "office/asked_list.html", shown)


@never_cache
@require_http_methods(["GET", "POST"])
@requires(Role.APPROVER)
def question(request: HttpRequest, actor: Actor, number: str) -> HttpResponse:
    """One question: what it is about, and the answer."""
    reader = reader_of(request, actor)
    view = _asked_about(number, reader)

    def surroundings() -> dict[str, object]:
        return {
            "view": view,
            "questions": unanswered(view, actor.authority),
            "form_rows": rows(view.form),
            "materials": [(each, _files(view.number, each)) for each in view.materials],
            **around(request, reader),
        }

    stage = Stage(offers.item(view), reverse("office:asked"), "office/asked.html", surroundings)
    return show(request, ANSWER, view, reader, stage)


@never_cache
@require_GET
@requires(Role.APPROVER)
def file(request: HttpRequest, actor: Actor, number: str, file: UUID) -> HttpResponse:
    """A material of what this authority is asked about; the look goes into the access log."""
    reader = reader_of(request, actor)
    view = _asked_about(number, reader)
    return opening.material(number, view.materials, file, reader, READING, entry(request).request_id)


def _asked_about(number: str, reader: cases.Reader) -> cases.ItemCaseView:
    """Return an item of another authority that the reader's is asked about. Raises Http404 for any other."""
    view = cases.item_case(number, reader)
    if not unanswered(view, reader.actor.authority):
        raise Http404
    return view


def _files(number: str, each: cases.MaterialView) -> list[tuple[str, str]]:
    return [(reverse("office:asked_file", args=[number, key]), name) for key, name in each.files]


def _line(row: cases.TaskRow, reader: cases.Reader) -> Line:
    named = {"text": row.title, "address": reverse("office:question", args=[row.number])}
    until = {"clock": _until(row, reader), "text": "—"}
    is_late = row.asked_by is not None and row.asked_by < reader.today
    return Line((named, row.number, row.authority_name, until), "late" if is_late else "")


def _until(row: cases.TaskRow, reader: cases.Reader) -> ClockView | None:
    if row.asked_by is None:
        return None
    left = reader.calendar.working_days_between(reader.today, row.asked_by)
    state = "late" if row.asked_by < reader.today else "soon" if left <= 1 else "running"
    return ClockView(state, abs(left), row.asked_by)
