"""Every table has its place, so that a district can move to another machine as it is."""

from django.apps import apps

from lianban.apps.storage.tables import place_of

MODELS = apps.get_models(include_auto_created=True)


def test_every_table_is_declared_district_or_shared():
    undeclared = [model._meta.label for model in MODELS if place_of(model) not in {"district", "shared"}]
    assert undeclared == []


def test_no_shared_table_points_into_a_district():
    pointing = [
        f"{model._meta.label}.{field.name}"
        for model in MODELS
        if place_of(model) == "shared"
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and place_of(field.related_model) == "district"
    ]
    assert pointing == []


def test_no_table_names_a_schema_so_nothing_points_from_one_district_to_another():
    named = [model._meta.db_table for model in MODELS if "." in model._meta.db_table or '"' in model._meta.db_table]
    assert named == []


def test_our_own_tables_derive_from_a_base_and_have_keys_made_here():
    ours = [model for model in MODELS if model.__module__.startswith("lianban.")]
    assert ours
    for model in ours:
        assert "belongs_to" in dir(model), model
        assert model._meta.pk.default().version == 7, model
