"""Events say of which format they are, and between which states they stand."""

import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("docket", "0003_wakes_on"),
    ]

    operations = [
        migrations.AddField(
            model_name="eventrow",
            name="after",
            field=models.CharField(blank=True, db_default="", max_length=64),
        ),
        migrations.AddField(
            model_name="eventrow",
            name="before",
            field=models.CharField(blank=True, db_default="", max_length=64),
        ),
        migrations.AddField(
            model_name="eventrow",
            name="format",
            field=models.PositiveSmallIntegerField(db_default=1),
        ),
        migrations.AddIndex(
            model_name="eventrow",
            index=django.contrib.postgres.indexes.BrinIndex(
                autosummarize=True, fields=["recorded_at"], name="docket_event_recorded"
            ),
        ),
    ]
