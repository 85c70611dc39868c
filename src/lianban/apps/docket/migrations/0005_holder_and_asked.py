"""Who has an item in hand, and which other authorities are asked for their view."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

from lianban.apps.docket.migrations._append import FIRST_COLUMNS, append_function

BEFORE = [*FIRST_COLUMNS, "wakes_on"]


class Migration(migrations.Migration):
    dependencies = [("docket", "0004_event_format")]
    operations = [
        migrations.AddField("proceeding", "holder", models.UUIDField(null=True)),
        migrations.AddField(
            "proceeding",
            "asked",
            django.contrib.postgres.fields.ArrayField(models.CharField(max_length=60), default=list, size=None),
        ),
        migrations.AddField("proceeding", "asked_by", models.DateField(null=True)),
        migrations.AddIndex(
            "proceeding",
            models.Index(
                fields=["holder", "statutory_due_on"],
                name="docket_holder",
                condition=models.Q(("closed_at", None), ("holder__isnull", False)),
            ),
        ),
        migrations.AddIndex(
            "proceeding",
            django.contrib.postgres.indexes.GinIndex(
                fields=["asked"], name="docket_asked", condition=models.Q(("asked_by__isnull", False))
            ),
        ),
        migrations.RunSQL(append_function([*BEFORE, "holder", "asked", "asked_by"]), append_function(BEFORE)),
    ]
