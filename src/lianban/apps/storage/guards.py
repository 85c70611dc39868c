"""What migrations use to protect a table."""

from django.db import migrations


def only_grows(table: str) -> migrations.RunSQL:
    """Return the migration step after which the database refuses to change or delete a row of a table.

    The migration that uses it depends on ("storage", "0002_only_grows").
    """
    return migrations.RunSQL(
        f"""
        CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION storage_only_grows();
        CREATE TRIGGER {table}_is_not_emptied BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION storage_only_grows();
        """,
        f"DROP TRIGGER {table}_is_not_emptied ON {table}; DROP TRIGGER {table}_only_grows ON {table};",
    )
