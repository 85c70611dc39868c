"""Each list has the index it walks along, and the number of a case is found by any part of it."""

import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("docket", "0005_holder_and_asked"),
    ]

    operations = [
        migrations.RunSQL("CREATE EXTENSION IF NOT EXISTS pg_trgm", migrations.RunSQL.noop),
        migrations.RemoveIndex(
            model_name="proceeding",
            name="docket_authority_inbox",
        ),
        migrations.RemoveIndex(
            model_name="proceeding",
            name="docket_hall",
        ),
        migrations.RemoveIndex(
            model_name="proceeding",
            name="docket_applicant",
        ),
        migrations.RemoveIndex(
            model_name="proceeding",
            name="docket_procedure_state",
        ),
        migrations.RemoveIndex(
            model_name="proceeding",
            name="docket_due",
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(
                condition=models.Q(("closed_at", None), ("parent__isnull", False), ("waiting", False)),
                fields=["authority", "statutory_due_on", "promised_due_on", "id"],
                name="docket_inbox",
            ),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(
                condition=models.Q(("parent__isnull", False), ("waiting", False)),
                fields=["authority", "-id"],
                name="docket_authority_parts",
            ),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(
                condition=models.Q(("closed_at", None), ("parent", None)),
                fields=["hall", "id"],
                name="docket_hall_open",
            ),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(condition=models.Q(("parent", None)), fields=["hall", "id"], name="docket_hall_wholes"),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(
                condition=models.Q(("parent__isnull", False), ("state__in", ("certified", "granted", "refused"))),
                fields=["hall", "id"],
                name="docket_hall_results",
            ),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(fields=["applicant", "-id"], name="docket_applicant_newest"),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(
                condition=models.Q(
                    ("closed_at", None),
                    models.Q(("parent__isnull", False), ("state__in", ("certified", "granted", "refused"))),
                    _connector="OR",
                ),
                fields=["promised_due_on", "id"],
                name="docket_watched",
            ),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(
                condition=models.Q(("closed_at", None), ("parent__isnull", False)),
                fields=["statutory_due_on", "promised_due_on", "id"],
                name="docket_due_first",
            ),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["number"], name="docket_number_part", opclasses=["gin_trgm_ops"]
            ),
        ),
    ]
