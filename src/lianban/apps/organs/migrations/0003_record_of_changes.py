"""The record of changes to authorities, halls, windows, accounts and posts. It only grows."""

from django.db import migrations, models

import lianban.apps.storage.keys
from lianban.apps.storage.guards import only_grows


class Migration(migrations.Migration):
    dependencies = [
        ("organs", "0002_heads_and_absences"),
        ("storage", "0002_only_grows"),
    ]

    operations = [
        migrations.CreateModel(
            name="ChangeRecord",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lianban.apps.storage.keys.new_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("subject", models.CharField(max_length=10)),
                ("name", models.CharField(max_length=200)),
                ("act", models.CharField(max_length=10)),
                ("differs", models.JSONField(default=dict)),
                ("who", models.CharField(max_length=100)),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "organs_change",
                "ordering": ["-at", "-id"],
                "indexes": [models.Index(fields=["-at", "-id"], name="organs_change_at")],
            },
        ),
        only_grows("organs_change"),
    ]
