"""Addresses of the gallery: there only in development and demonstrations."""

from django.conf import settings
from django.urls import path

from lianban.web.gallery import views

app_name = "gallery"
urlpatterns = (
    [
        path("", views.index, name="index"),
        path("pages/<slug:page>/", views.sample_page, name="page"),
        path("autosave/", views.autosave, name="autosave"),
        path("<slug:part>/", views.part_page, name="part"),
    ]
    if settings.DEBUG or settings.LIANBAN_STAND_INS
    else []
)
