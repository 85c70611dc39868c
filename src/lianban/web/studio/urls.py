"""Addresses of the studio."""

from django.urls import path

from lianban.web.studio import views_changes, views_definitions, views_papers, views_paths, views_words

app_name = "studio"
urlpatterns = [
    path("", views_definitions.home, name="home"),
    path("chains/", views_definitions.chains, name="chains"),
    path("items/", views_definitions.items, name="items"),
    path("items/<slug:key>/", views_definitions.item, name="item"),
    path("items/<slug:key>/text/", views_definitions.item_text, name="item_text"),
    path("chains/<slug:key>/", views_definitions.chain, name="chain"),
    path("chains/<slug:key>/text/", views_definitions.chain_text, name="chain_text"),
    path("chains/<slug:chain>/paths/", views_paths.paths, name="paths"),
    path("chains/<slug:chain>/paths/record/", views_paths.record, name="record"),
    path("chains/<slug:chain>/paths/keep/", views_paths.keep, name="keep_path"),
    path("chains/<slug:chain>/paths/<uuid:path>/remove/", views_paths.remove, name="remove_path"),
    path("words/", views_words.words, name="words"),
    path("names/", views_words.names, name="names"),
    path("names/confirm/", views_words.confirm, name="confirm_names"),
    path("changes/", views_changes.changes, name="changes"),
    path("changes/propose/", views_changes.propose, name="propose"),
    path("changes/<uuid:change>/", views_changes.change, name="change"),
    path("changes/<uuid:change>/publish/", views_changes.publish, name="publish"),
    path("changes/<uuid:change>/take-back/", views_changes.take_back, name="take_back"),
    path("papers/", views_papers.papers, name="papers"),
    path("papers/<slug:kind>/", views_papers.paper, name="paper"),
    path("papers/<slug:kind>/sample/", views_papers.sample, name="sample_paper"),
    path("papers/<slug:kind>/propose/", views_papers.propose, name="propose_paper"),
    path("papers/<slug:kind>/<uuid:version>/publish/", views_papers.publish, name="publish_paper"),
]
