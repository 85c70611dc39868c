"""`docket_hold_case`: one call finds and locks the whole thing, and reads it with the one part that was named."""

from django.db import migrations

HOLD = """
CREATE FUNCTION docket_hold_case(wanted text) RETURNS SETOF docket_proceeding LANGUAGE plpgsql AS $$
DECLARE
    top uuid;
BEGIN
    SELECT coalesce(parent_id, id) INTO top FROM docket_proceeding WHERE number = wanted;
    RETURN QUERY SELECT * FROM docket_proceeding WHERE id = top FOR UPDATE;
    RETURN QUERY SELECT * FROM docket_proceeding WHERE number = wanted AND parent_id = top;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("docket", "0007_lock_case")]
    operations = [migrations.RunSQL(HOLD, "DROP FUNCTION docket_hold_case(text);")]
