"""What figures count is read from indexes made for it, and so is what bears a title."""

import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("docket", "0010_state_digest"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(fields=["title", "id"], name="docket_title"),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(
                condition=models.Q(
                    ("accepted_on__isnull", False),
                    ("parent__isnull", False),
                    ("closed_at__isnull", False),
                    ("state__in", ("granted", "refused", "certified", "delivered", "archived")),
                ),
                fields=["closed_at"],
                include=("authority", "chain", "accepted_on", "promised_due_on", "statutory_due_on"),
                name="docket_finished",
            ),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(
                django.db.models.functions.comparison.Coalesce("promised_due_on", "statutory_due_on"),
                condition=models.Q(
                    ("accepted_on__isnull", False),
                    ("parent__isnull", False),
                    models.Q(
                        ("closed_at", None),
                        models.Q(
                            (
                                "closed_at__date__gt",
                                django.db.models.functions.comparison.Coalesce("promised_due_on", "statutory_due_on"),
                            ),
                            ("state__in", ("granted", "refused", "certified", "delivered", "archived")),
                        ),
                        _connector="OR",
                    ),
                ),
                name="docket_late_or_open",
            ),
        ),
    ]
