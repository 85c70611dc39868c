"""The least that Django can do: one view that says ok. What every page is measured against."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, SECRET_KEY="bare", MIDDLEWARE=[])


def ok(_request: HttpRequest) -> HttpResponse:
    """Say ok."""
    return HttpResponse("ok")


urlpatterns = [path("", ok)]
application = get_wsgi_application()
