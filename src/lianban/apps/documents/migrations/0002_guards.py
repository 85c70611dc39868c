"""What was issued stays as it was issued; a use of a seal is never unwritten."""

from django.db import migrations

from lianban.apps.storage.guards import only_grows

FROZEN = (
    "kind", "title", "number", "proceeding", "item", "authority", "authority_name", "content", "content_digest",
    "holder_masked", "verification_code", "issued_at",
)  # fmt: skip
CHANGED = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in FROZEN)


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial"), ("storage", "0002_only_grows")]
    operations = [
        only_grows("documents_seal_use"),
        migrations.RunSQL(
            f"""
            CREATE FUNCTION documents_stay_as_issued() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF TG_OP = 'DELETE' THEN
                    RAISE EXCEPTION 'an issued document is never deleted: %', OLD.number;
                END IF;
                IF {CHANGED} OR (OLD.file IS NOT NULL AND NEW.file IS DISTINCT FROM OLD.file) THEN
                    RAISE EXCEPTION 'an issued document never changes: %', OLD.number;
                END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER documents_stay_as_issued BEFORE UPDATE OR DELETE ON documents_document
                FOR EACH ROW EXECUTE FUNCTION documents_stay_as_issued();
            """,
            """
            DROP TRIGGER documents_stay_as_issued ON documents_document;
            DROP FUNCTION documents_stay_as_issued();
            """,
        ),
    ]
