"""Addresses of supervision."""

from django.urls import path

from lianban.web.oversight import views_beyond, views_case, views_clock, views_figures, views_home, views_logs

app_name = "oversight"
urlpatterns = [
    path("", views_home.home, name="home"),
    path("today/", views_home.today, name="today"),
    path("warnings/", views_home.warnings, name="warnings"),
    path("rules/", views_home.rules, name="rules"),
    path("cases/", views_case.listed, name="cases"),
    path("cases/<str:number>/", views_case.case, name="case"),
    path("cases/<str:number>/clock/", views_clock.clock, name="clock"),
    path("cases/<str:number>/clock.json", views_clock.clock_file, name="clock_file"),
    path("cases/<str:number>/evidence.zip", views_case.evidence, name="evidence"),
    path("figures/", views_figures.figures, name="figures"),
    path("figures/shortened/", views_figures.shortened, name="shortened"),
    path("figures/<slug:measure>/", views_figures.measure, name="measure"),
    path("ratings/", views_logs.ratings, name="ratings"),
    path("beyond/", views_beyond.beyond, name="beyond"),
    path("access/", views_logs.access_log, name="access"),
]
