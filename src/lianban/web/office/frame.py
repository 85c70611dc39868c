"""What surrounds the pages of an office: where else there is work, the search, the post one works at."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.web.desk.frame import posts

OPEN = docket.Wanted(procedure="item_case", parts=True, asked=False, open=True)
ASKED = docket.Wanted(procedure="item_case", parts=True, asked=True, open=True)


def around(request: HttpRequest, reader: cases.Reader, text: str = "") -> dict[str, object]:
    """Return the context of the frame. text: what is searched for."""
    waiting = docket.count_lists(reader.actor, {"open": OPEN, "asked": ASKED})
    nav: list[dict[str, object]] = [
        {"address": reverse("office:inbox"), "name": _("收件箱"), "count": waiting["open"]},
        {"address": reverse("office:asked"), "name": _("征询我部门"), "count": waiting["asked"]},
        {"address": reverse("office:away"), "name": _("外出与代办")},
    ]
    here = max((str(each["address"]) for each in nav if request.path.startswith(str(each["address"]))), key=len)
    return {
        "work_nav": [{**each, "current": each["address"] == here} for each in nav],
        "work_search": {"address": reverse("office:inbox"), "label": _("编号、事项名称"), "value": text},
        **posts(request, reader.actor),
    }
