"""Addresses of the self-service machine."""

from django.urls import path

from lianban.web.kiosk import views

app_name = "kiosk"
urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("chains/<slug:chain>/", views.begin, name="begin"),
    path("chains/<slug:chain>/guide/", views.guide, name="guide"),
    path("chains/<slug:chain>/notice/", views.tell, name="tell"),
    path("notice/<str:code>/", views.notice, name="notice"),
    path("clear/", views.clear, name="clear"),
]
