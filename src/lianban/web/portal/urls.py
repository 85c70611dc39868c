"""Addresses of the portal."""

from django.urls import path

from lianban.web.portal import urls_apply, views_chain, views_guide, views_help, views_home, views_notice

app_name = "portal"
urlpatterns = [
    # Find and read
    path("", views_home.home, name="home"),
    path("chains/", views_home.chains, name="chains"),
    path("search/", views_home.search, name="search"),
    path("search/suggestions/", views_home.suggestions, name="suggestions"),
    path("chains/<slug:chain>/", views_chain.chain, name="chain"),
    path("chains/<slug:chain>/figures/", views_chain.figures, name="figures"),
    path("chains/<slug:chain>/papers/<slug:item>/<slug:material>/blank.pdf", views_chain.blank, name="paper_blank"),
    path("chains/<slug:chain>/papers/<slug:item>/<slug:material>/sample.pdf", views_chain.sample, name="paper_sample"),
    # Answer and be told once
    path("chains/<slug:chain>/guide/", views_guide.guide, name="guide"),
    path("chains/<slug:chain>/notice/", views_guide.tell, name="tell"),
    path("notice/<str:code>/", views_notice.notice, name="notice"),
    path("notice/<str:code>/pdf/", views_notice.pdf, name="notice_pdf"),
    path("notice/<str:code>/renew/", views_notice.renew, name="notice_renew"),
    # Be helped
    path("help/", views_help.helpers, name="helpers"),
    path("hearings/", views_help.hearings, name="hearings"),
    path("accessibility/", views_help.accessibility, name="accessibility"),
    # Apply
    *urls_apply.urlpatterns,
]
