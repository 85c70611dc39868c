"""Addresses of verification; the second is what stands in every QR code."""

from django.urls import path

from lianban.web.verify import views

app_name = "verify"
urlpatterns = [
    path("", views.home, name="home"),
    path("file/", views.by_file, name="file"),
    path("log/", views.log, name="log"),
    path("<str:code>/", views.by_code, name="code"),
]
