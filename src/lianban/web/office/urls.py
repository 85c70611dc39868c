"""Addresses of the offices."""

from django.urls import path

from lianban.web.office import views, views_asked, views_away, views_bulk, views_clock, views_inbox

app_name = "office"
urlpatterns = [
    path("", views_inbox.inbox, name="inbox"),
    path("list.csv", views_inbox.download, name="download"),
    path("lists/", views_inbox.keep, name="keep_list"),
    path("lists/<uuid:saved>/remove/", views_inbox.drop, name="drop_list"),
    path("asked/", views_asked.asked, name="asked"),
    path("asked/<str:number>/", views_asked.question, name="question"),
    path("asked/<str:number>/file/<uuid:file>/", views_asked.file, name="asked_file"),
    path("away/", views_away.away, name="away"),
    path("away/<uuid:absence>/end/", views_away.end, name="end_absence"),
    path("bulk/", views_bulk.preview, name="bulk"),
    path("bulk/begin/", views_bulk.begin, name="begin_run"),
    path("bulk/<uuid:run>/", views_bulk.run, name="run"),
    path("<str:number>/", views.item, name="item"),
    path("<str:number>/clock/", views_clock.clock, name="clock"),
    path("<str:number>/clock.json", views_clock.clock_file, name="clock_file"),
    path("<str:number>/paper/<uuid:document>/", views.paper, name="paper"),
    path("<str:number>/file/<uuid:file>/", views.file, name="file"),
    path("<str:number>/<slug:act>/", views.act, name="act"),
]
