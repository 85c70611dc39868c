"""Why an item is due when it is, for the offices."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from lianban.core.proceedings.events import Actor, Role
from lianban.web.office import frame as around
from lianban.web.signin.doors import requires
from lianban.web.work import clockpage
from lianban.web.work.who import reader_of


@never_cache
@require_GET
@requires(Role.APPROVER)
def clock(request: HttpRequest, actor: Actor, number: str) -> HttpResponse:
    """The clock certificate of an item."""
    reader = reader_of(request, actor)
    back, download = reverse("office:item", args=[number]), reverse("office:clock_file", args=[number])
    return clockpage.page(
        request, number, reader, "work.html", back=back, download=download, **around.around(request, reader)
    )


@never_cache
@require_GET
@requires(Role.APPROVER)
def clock_file(request: HttpRequest, actor: Actor, number: str) -> HttpResponse:
    """The same, as a file that `lianban verify-clock` reads."""
    return clockpage.download(number, reader_of(request, actor))
