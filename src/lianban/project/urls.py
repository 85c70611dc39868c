"""Every address of the platform; each package of pages brings its own."""

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language


def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 Django hands it over
    """Answer when pages and database are ready."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz),
    path("language/", set_language, name="set_language"),
    path("api/v1/", include("lianban.rest.urls")),
    path("preferences/", include("lianban.web.preferences.urls")),
    path("_gallery/", include("lianban.web.gallery.urls")),
    path("desk/", include("lianban.web.desk.urls")),
    path("office/", include("lianban.web.office.urls")),
    path("oversight/", include("lianban.web.oversight.urls")),
    path("kiosk/", include("lianban.web.kiosk.urls")),
    path("studio/", include("lianban.web.studio.urls")),
    path("verify/", include("lianban.web.verify.urls")),
    path("", include("lianban.web.signin.urls")),
    path("", include("lianban.web.portal.urls")),
]
if settings.LIANBAN_STAND_INS:
    urlpatterns.append(path("standin/", include("lianban.web.standin.urls")))
