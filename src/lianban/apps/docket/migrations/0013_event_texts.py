"""From here on people's own words are kept beside the events, encrypted; earlier events stay as they are."""

import django.db.models.deletion
from django.db import migrations, models

import lianban.apps.storage.encrypted
import lianban.apps.storage.keys
from lianban.apps.docket.migrations._append import FIRST_COLUMNS, append_function

COLUMNS = [*FIRST_COLUMNS, "wakes_on", "holder", "asked", "asked_by", "state_digest"]


class Migration(migrations.Migration):
    dependencies = [("docket", "0012_lists_along_indexes")]
    operations = [
        migrations.CreateModel(
            name="EventTexts",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lianban.apps.storage.keys.new_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("words", lianban.apps.storage.encrypted.EncryptedJSON()),
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="texts", to="docket.eventrow"
                    ),
                ),
            ],
            options={"db_table": "docket_event_texts"},
        ),
        migrations.RunSQL(append_function(COLUMNS, texts=True), append_function(COLUMNS)),
    ]
