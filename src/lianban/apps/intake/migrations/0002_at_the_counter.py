import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import lianban.apps.storage.encrypted
import lianban.apps.storage.keys


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Visit",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lianban.apps.storage.keys.new_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("clerk", models.UUIDField()),
                ("capacity", models.CharField(max_length=20)),
                ("present", lianban.apps.storage.encrypted.EncryptedJSON()),
                ("mandate", lianban.apps.storage.encrypted.EncryptedJSON(default=dict)),
                ("business", models.CharField(blank=True, max_length=18)),
                ("printed", models.CharField(blank=True, max_length=64)),
                ("confirmed", models.CharField(blank=True, max_length=64)),
                ("way", models.CharField(blank=True, max_length=10)),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("sheet", models.UUIDField(null=True)),
                ("sheet_name", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "db_table": "intake_visit",
            },
        ),
        migrations.AddField(
            model_name="draft",
            name="hall",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddIndex(
            model_name="draft",
            index=models.Index(
                condition=models.Q(("hall", ""), _negated=True),
                fields=["hall", "-changed_at"],
                name="intake_draft_hall",
            ),
        ),
        migrations.AddField(
            model_name="visit",
            name="draft",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="visit", to="intake.draft"
            ),
        ),
    ]
