"""Addresses of the API."""

from django.urls import URLPattern, path, re_path
from django.views.decorators.csrf import csrf_exempt

from lianban.rest.api import api
from lianban.rest.docs import docs, unknown
from lianban.rest.methods import served

nowhere = csrf_exempt(unknown)
patterns, api_name, api_namespace = api.urls
operations = [
    path(str(each.pattern), served(each.callback), name=each.name) for each in patterns if isinstance(each, URLPattern)
]
urlpatterns = [
    path("", nowhere),
    path("docs", docs, name="rest_docs"),
    path("", (operations, api_name, api_namespace)),
    re_path("", nowhere),
]
