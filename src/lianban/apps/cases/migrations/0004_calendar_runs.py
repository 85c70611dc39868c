"""Passes over the open cases, one a calendar."""

import uuid

from django.db import migrations, models

import lianban.apps.storage.keys


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0003_speaking"),
    ]

    operations = [
        migrations.CreateModel(
            name="CalendarRun",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lianban.apps.storage.keys.new_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.CharField(max_length=60)),
                ("started_at", models.DateTimeField()),
                ("reached", models.UUIDField(default=uuid.UUID("00000000-0000-0000-0000-000000000000"))),
                ("left", models.JSONField(default=list)),
                ("changed", models.PositiveIntegerField(default=0)),
                ("finished_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "cases_calendar_run",
            },
        ),
    ]
