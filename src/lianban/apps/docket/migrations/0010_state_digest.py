"""A proceeding bears the digest of its state, so that the next event knows it without reckoning it anew."""

from django.db import migrations, models

from lianban.apps.docket.migrations._append import FIRST_COLUMNS, append_function

BEFORE = [*FIRST_COLUMNS, "wakes_on", "holder", "asked", "asked_by"]
FILL = """
UPDATE docket_proceeding SET state_digest = docket_event.after FROM docket_event
WHERE docket_event.proceeding_id = docket_proceeding.id AND docket_event.seq = docket_proceeding.version;
"""


class Migration(migrations.Migration):
    dependencies = [("docket", "0009_clock_behind")]
    operations = [
        migrations.AddField("proceeding", "state_digest", models.CharField(blank=True, db_default="", max_length=64)),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RunSQL(append_function([*BEFORE, "state_digest"]), append_function(BEFORE)),
    ]
