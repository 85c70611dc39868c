"""Addresses of applying, following and rating."""

from django.urls import path

from lianban.web.portal import (
    views_apply,
    views_cases,
    views_clock,
    views_lookup,
    views_materials,
    views_own,
    views_rate,
    views_review,
    views_supply,
    views_vault,
)

urlpatterns = [
    path("apply/start/", views_apply.start, name="apply_start"),
    path("apply/<uuid:draft>/", views_apply.resume, name="apply"),
    path("apply/<uuid:draft>/form/<str:section>/", views_apply.form, name="apply_form"),
    path("apply/<uuid:draft>/form/<str:section>/save/", views_apply.save, name="apply_save"),
    path("apply/<uuid:draft>/materials/", views_materials.materials, name="apply_materials"),
    path("apply/<uuid:draft>/materials/<str:key>/", views_materials.act, name="apply_material"),
    path("apply/<uuid:draft>/circumstance/", views_materials.circumstance, name="apply_circumstance"),
    path("apply/<uuid:draft>/review/", views_review.review, name="apply_review"),
    path("apply/<uuid:draft>/discard/", views_apply.discard, name="apply_discard"),
    path("my/", views_cases.my_cases, name="my_cases"),
    path("my/<str:number>/", views_cases.case, name="case"),
    path("my/<str:number>/submitted/", views_review.submitted, name="submitted"),
    path("my/<str:number>/composite/", views_cases.composite, name="composite"),
    path("my/<str:number>/withdraw/", views_cases.withdraw, name="withdraw"),
    path("my/<str:number>/own/<slug:act>/", views_own.act, name="own_act"),
    path("my/<str:number>/supply/", views_supply.supply, name="supply"),
    path("my/<str:number>/rate/", views_rate.rate, name="rate_case"),
    path("my/<str:number>/clock/", views_clock.clock, name="clock"),
    path("my/<str:number>/clock.json", views_clock.clock_file, name="clock_file"),
    path("my/<str:number>/documents/<uuid:document>/", views_cases.document, name="document"),
    path("rate/", views_rate.home, name="rate"),
    path("vault/", views_vault.vault, name="vault"),
    path("vault/<uuid:held>/remove/", views_vault.remove, name="vault_remove"),
    path("files/<uuid:file>/", views_vault.file, name="file"),
    path("track/", views_lookup.track, name="track"),
]
