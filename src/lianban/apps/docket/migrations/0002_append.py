"""The one way into the docket: `docket_append`, and a table of events that only grows.

docket_append(acts) appends the events of one act to any number of proceedings, or to none of them.
acts: [{"id", "expected", "opening": {…}|null, "row": {…}, "events": [{…}]}]. A proceeding with an opening is made;
any other must stand at `expected` and at the digest that the first new event follows. Whoever comes second gets
SQLSTATE LB001 with the number it lost on. Proceedings are taken in the order of their ids, so two acts cannot wait
for each other.
"""

from django.db import migrations

from lianban.apps.docket.migrations._append import FIRST_COLUMNS, append_function
from lianban.apps.storage.guards import only_grows


class Migration(migrations.Migration):
    dependencies = [("docket", "0001_initial"), ("storage", "0002_only_grows")]
    operations = [
        migrations.RunSQL(
            append_function(FIRST_COLUMNS),
            "DROP FUNCTION docket_append(jsonb);",
        ),
        only_grows("docket_event"),
    ]
