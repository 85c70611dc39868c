"""A machine whose clock is behind appends nothing: no step may stand before the one that it follows."""

from django.db import migrations

from lianban.apps.docket.migrations._append import FIRST_COLUMNS, append_function

COLUMNS = [*FIRST_COLUMNS, "wakes_on", "holder", "asked", "asked_by"]


class Migration(migrations.Migration):
    dependencies = [("docket", "0008_hold_case")]
    operations = [migrations.RunSQL(append_function(COLUMNS), migrations.RunSQL.noop)]
