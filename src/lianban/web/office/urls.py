"""Addresses of the offices."""

from django.urls import path

from lianban.web.office import views, views_clock

app_name = "office"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("<str:number>/", views.item, name="item"),
    path("<str:number>/clock/", views_clock.clock, name="clock"),
    path("<str:number>/clock.json", views_clock.clock_file, name="clock_file"),
    path("<str:number>/paper/<uuid:document>/", views.paper, name="paper"),
    path("<str:number>/file/<uuid:file>/", views.file, name="file"),
    path("<str:number>/<slug:act>/", views.act, name="act"),
]
