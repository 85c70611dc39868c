"""Addresses of the page preferences."""

from django.urls import path

from lianban.web.preferences import views

app_name = "preferences"
urlpatterns = [path("size/", views.choose_size, name="size")]
