"""Every address of the platform. A package of pages brings its own; it is included when it is there."""

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

PLACES = {
    "signin": "",
    "preferences": "preferences/",
    "gallery": "_gallery/",
    "desk": "desk/",
    "office": "office/",
    "oversight": "oversight/",
    "studio": "studio/",
    "verify": "verify/",
    "portal": "",
}


def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Answer when pages and database are ready."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz),
    path("language/", set_language, name="set_language"),
    path("api/v1/", include("lianban.rest.urls")),
]
urlpatterns += [
    path(prefix, include(f"lianban.web.{name}.urls"))
    for name, prefix in PLACES.items()
    if (settings.SOURCE / "web" / name / "urls.py").exists()
]
if settings.LIANBAN_STAND_INS and (settings.SOURCE / "web" / "standin" / "urls.py").exists():
    urlpatterns.append(path("standin/", include("lianban.web.standin.urls")))
