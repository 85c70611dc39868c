"""Addresses of the API."""

from django.urls import path, re_path
from django.views.decorators.csrf import csrf_exempt

from lianban.rest.api import api
from lianban.rest.docs import docs, unknown

nowhere = csrf_exempt(unknown)
urlpatterns = [path("", nowhere), path("docs", docs, name="rest_docs"), path("", api.urls), re_path("", nowhere)]
