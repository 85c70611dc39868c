"""The one way into the docket: `docket_append`, and a table of events that only grows.

docket_append(acts) appends the events of one act to any number of proceedings, or to none of them.
acts: [{"id", "expected", "opening": {…}|null, "row": {…}, "events": [{…}]}]. A proceeding with an opening is made;
any other must stand at `expected` and at the digest that the first new event follows. Whoever comes second gets
SQLSTATE LB001 with the number it lost on. Proceedings are taken in the order of their ids, so two acts cannot wait
for each other.
"""

from django.db import migrations

from lianban.apps.storage.guards import only_grows

APPEND = """
CREATE FUNCTION docket_append(acts jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    act jsonb;
    state docket_proceeding;
BEGIN
    FOR act IN SELECT value FROM jsonb_array_elements(acts) ORDER BY value->>'id' LOOP
        IF act->'opening' <> 'null'::jsonb THEN
            state := jsonb_populate_record(NULL::docket_proceeding, (act->'opening') || (act->'row'));
            INSERT INTO docket_proceeding SELECT state.*;
        ELSE
            SELECT * INTO state FROM docket_proceeding WHERE id = (act->>'id')::uuid FOR UPDATE;
            IF NOT FOUND OR state.version <> (act->>'expected')::int
                    OR state.head <> act->'events'->0->>'previous' THEN
                RAISE EXCEPTION USING ERRCODE = 'LB001', MESSAGE = coalesce(state.number, act->>'id');
            END IF;
            state := jsonb_populate_record(state, act->'row');
            UPDATE docket_proceeding SET (%(columns)s) = (SELECT %(values)s) WHERE id = state.id;
        END IF;
        INSERT INTO docket_event SELECT * FROM jsonb_populate_recordset(NULL::docket_event, act->'events');
    END LOOP;
END $$;
"""

COLUMNS = [
    "version", "head", "state", "snapshot", "title", "chain", "item", "authority", "hall", "applicant", "waiting",
    "received_at", "accepted_on", "promised_due_on", "statutory_due_on", "provisional", "paused", "closed_at",
    "plan_digest",
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("docket", "0001_initial"), ("storage", "0002_only_grows")]
    operations = [
        migrations.RunSQL(
            APPEND % {"columns": ", ".join(COLUMNS), "values": ", ".join(f"state.{column}" for column in COLUMNS)},
            "DROP FUNCTION docket_append(jsonb);",
        ),
        only_grows("docket_event"),
    ]
