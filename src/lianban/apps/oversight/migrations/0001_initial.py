"""What is watched because time alone may make it late."""

import django.db.models.deletion
from django.db import migrations, models

import lianban.apps.storage.keys


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("docket", "0011_indexes_of_figures"),
    ]

    operations = [
        migrations.CreateModel(
            name="Watched",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lianban.apps.storage.keys.new_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                ("reckoned_on", models.DateField()),
                ("level", models.PositiveSmallIntegerField()),
                ("days", models.IntegerField()),
                (
                    "proceeding",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="watched", to="docket.proceeding"
                    ),
                ),
            ],
            options={
                "db_table": "oversight_watched",
                "indexes": [
                    models.Index(
                        condition=models.Q(("level__gt", 0)),
                        fields=["-level", "days", "proceeding"],
                        name="oversight_loudest",
                    )
                ],
            },
        ),
    ]
