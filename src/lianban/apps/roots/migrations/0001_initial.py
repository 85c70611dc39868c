"""Roots of the days."""

from django.db import migrations, models

import lianban.apps.storage.keys


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="DayRoot",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lianban.apps.storage.keys.new_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("county", models.CharField(max_length=6)),
                ("day", models.DateField(unique=True)),
                ("number", models.PositiveIntegerField(unique=True)),
                ("events", models.PositiveIntegerField()),
                ("root", models.CharField(max_length=64)),
                ("previous", models.CharField(max_length=64)),
                ("leaves", models.BinaryField()),
                ("signature", models.TextField()),
                ("certificates", models.JSONField()),
                ("signer", models.CharField(max_length=60)),
                ("signed_at", models.DateTimeField()),
            ],
            options={
                "db_table": "roots_day",
                "ordering": ["number"],
            },
        ),
    ]
