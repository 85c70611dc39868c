"""Addresses of the stand-ins' pages."""

from django.urls import path

from lianban.web.standin import views

app_name = "standin"
urlpatterns = [path("messages/", views.sent_messages, name="messages")]
