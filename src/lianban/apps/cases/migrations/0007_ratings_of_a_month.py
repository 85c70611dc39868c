"""The ratings of a month are found and counted along an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0006_hearing_notices"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="rating",
            index=models.Index(fields=["rated_at"], include=("stars",), name="cases_rating_rated"),
        ),
    ]
