"""Who leads an authority, and who is away from a post and who stands in."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import lianban.apps.storage.keys


class Migration(migrations.Migration):
    dependencies = [
        ("organs", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="assignment",
            name="leads",
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name="Absence",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lianban.apps.storage.keys.new_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("from_on", models.DateField()),
                ("until_on", models.DateField()),
                ("reason", models.CharField(max_length=200)),
                ("recorded_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "deputy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stands_in",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="absences", to="organs.assignment"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "db_table": "organs_absence",
                "ordering": ["-from_on", "-id"],
                "indexes": [models.Index(fields=["deputy", "until_on"], name="organs_absence_deputy")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until_on__gte", models.F("from_on"))), name="organs_absence_days"
                    )
                ],
            },
        ),
    ]
