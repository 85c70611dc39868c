"""`docket_lock_case`: one call finds the whole thing a number belongs to, locks it, and reads it with its parts."""

from django.db import migrations

LOCK = """
CREATE FUNCTION docket_lock_case(wanted text) RETURNS SETOF docket_proceeding LANGUAGE plpgsql AS $$
DECLARE
    top uuid;
BEGIN
    SELECT coalesce(parent_id, id) INTO top FROM docket_proceeding WHERE number = wanted;
    RETURN QUERY SELECT * FROM docket_proceeding WHERE id = top FOR UPDATE;
    RETURN QUERY SELECT * FROM docket_proceeding WHERE parent_id = top ORDER BY id;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("docket", "0006_indexes_of_lists")]
    operations = [migrations.RunSQL(LOCK, "DROP FUNCTION docket_lock_case(text);")]
