"""What the order of questions learns from finished cases: a night's count stays as it was."""

from django.db import migrations, models

import lianban.apps.storage.keys
from lianban.apps.storage.guards import only_grows


class Migration(migrations.Migration):
    dependencies = [("guides", "0002_only_grows")]

    operations = [
        migrations.CreateModel(
            name="LearnedWeights",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lianban.apps.storage.keys.new_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("chain", models.CharField(max_length=100)),
                ("version", models.PositiveIntegerField()),
                ("counted_on", models.DateField()),
                ("least", models.PositiveIntegerField()),
                ("counts", models.JSONField()),
            ],
            options={"db_table": "guides_learned_weights"},
        ),
        migrations.AddConstraint(
            model_name="learnedweights",
            constraint=models.UniqueConstraint(fields=("chain", "version"), name="guides_weights_once"),
        ),
        only_grows("guides_learned_weights"),
    ]
