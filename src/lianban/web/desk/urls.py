"""Addresses of the window."""

from django.urls import path

from lianban.web.desk import confirming, guiding, representing, taking_down, views, views_clock

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("help/", guiding.assist, name="assist"),
    path("help/<slug:chain>/", guiding.begin, name="begin"),
    path("help/<slug:chain>/questions/", guiding.guide, name="guide"),
    path("help/<slug:chain>/notice/", guiding.tell, name="tell"),
    path("notice/<str:code>/", guiding.notice, name="notice"),
    path("notice/<str:code>/apply/", taking_down.begin, name="apply_begin"),
    path("apply/", taking_down.unfinished, name="apply_list"),
    path("apply/file/<uuid:file>/", taking_down.file, name="apply_file"),
    path("apply/<uuid:draft>/", taking_down.resume, name="apply"),
    path("apply/<uuid:draft>/form/<str:section>/", taking_down.form, name="apply_form"),
    path("apply/<uuid:draft>/form/<str:section>/save/", taking_down.save, name="apply_save"),
    path("apply/<uuid:draft>/materials/", taking_down.materials, name="apply_materials"),
    path("apply/<uuid:draft>/materials/<str:key>/", taking_down.material, name="apply_material"),
    path("apply/<uuid:draft>/circumstance/", taking_down.circumstance, name="apply_circumstance"),
    path("apply/<uuid:draft>/review/", confirming.review, name="apply_review"),
    path("apply/<uuid:draft>/sheet/", confirming.sheet, name="apply_sheet"),
    path("apply/<uuid:draft>/discard/", taking_down.discard, name="apply_discard"),
    path("apply/done/<str:number>/", confirming.done, name="apply_receipt"),
    path("case/<str:number>/", views.find, name="find"),
    path("case/<str:number>/own/<slug:act>/", representing.own_act, name="own_act"),
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
