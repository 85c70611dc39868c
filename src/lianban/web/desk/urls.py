"""Addresses of the window."""

from django.urls import path

from lianban.web.desk import guiding, views, views_clock

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("help/", guiding.assist, name="assist"),
    path("help/<slug:chain>/", guiding.begin, name="begin"),
    path("help/<slug:chain>/questions/", guiding.guide, name="guide"),
    path("help/<slug:chain>/notice/", guiding.tell, name="tell"),
    path("notice/<str:code>/", guiding.notice, name="notice"),
    path("case/<str:number>/", views.find, name="find"),
    path("case/<str:number>/clock/", views_clock.clock, name="clock"),
    path("case/<str:number>/clock.json", views_clock.clock_file, name="clock_file"),
    path("case/<str:number>/paper/<uuid:document>/", views.paper, name="paper"),
    path("case/<str:number>/file/<uuid:file>/", views.file, name="file"),
    path("<slug:slug>/", views.queue, name="queue"),
    path("<slug:slug>/<str:number>/", views.case, name="case"),
    path("<slug:slug>/<str:number>/check/", views.check, name="check"),
    path("<slug:slug>/<str:number>/full/", views.full, name="full"),
    path("<slug:slug>/<str:number>/<slug:act>/", views.act, name="act"),
]
