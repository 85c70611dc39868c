"""From which day on the passing of time alone changes a proceeding."""

from django.db import migrations, models

from lianban.apps.docket.migrations._append import FIRST_COLUMNS, append_function


class Migration(migrations.Migration):
    dependencies = [("docket", "0002_append")]
    operations = [
        migrations.AddField(
            model_name="proceeding",
            name="wakes_on",
            field=models.DateField(null=True),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(
                condition=models.Q(("wakes_on__isnull", False)), fields=["wakes_on"], name="docket_wakes"
            ),
        ),
        migrations.RunSQL(append_function([*FIRST_COLUMNS, "wakes_on"]), append_function(FIRST_COLUMNS)),
    ]
