"""The cache that all processes share."""

from django.db import migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.RunSQL(
            """
            CREATE TABLE storage_cache (
                cache_key varchar(255) PRIMARY KEY,
                value text NOT NULL,
                expires timestamptz NOT NULL
            );
            CREATE INDEX storage_cache_expires ON storage_cache (expires);
            """,
            "DROP TABLE storage_cache;",
        )
    ]
