"""A guard for tables that only grow. Tests may empty them; nothing may change a row."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("storage", "0001_cache")]
    operations = [
        migrations.RunSQL(
            """
            CREATE FUNCTION storage_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF TG_OP = 'TRUNCATE' AND current_setting('lianban.allow_truncate', true) = 'on' THEN
                    RETURN NULL;
                END IF;
                RAISE EXCEPTION USING ERRCODE = 'LB002', MESSAGE = TG_TABLE_NAME || ' only grows';
            END $$;
            """,
            "DROP FUNCTION storage_only_grows();",
        )
    ]
