"""The text of `docket_append`, as each migration that changes the columns makes it anew."""

APPEND = """
CREATE OR REPLACE FUNCTION docket_append(acts jsonb) RETURNS void LANGUAGE plpgsql AS $$
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
            IF (act->'events'->0->>'recorded_at')::timestamptz < (
                SELECT recorded_at FROM docket_event WHERE proceeding_id = state.id AND seq = state.version
            ) - interval '5 minutes' THEN
                RAISE EXCEPTION USING ERRCODE = 'LB004', MESSAGE = state.number;
            END IF;
            state := jsonb_populate_record(state, act->'row');
            UPDATE docket_proceeding SET (%(columns)s) = (SELECT %(values)s) WHERE id = state.id;
        END IF;
        INSERT INTO docket_event SELECT * FROM jsonb_populate_recordset(NULL::docket_event, act->'events');%(texts)s
    END LOOP;
END $$;
"""

TEXTS = """
        IF jsonb_array_length(act->'texts') > 0 THEN
            INSERT INTO docket_event_texts
                SELECT * FROM jsonb_populate_recordset(NULL::docket_event_texts, act->'texts');
        END IF;"""

FIRST_COLUMNS = [
    "version", "head", "state", "snapshot", "title", "chain", "item", "authority", "hall", "applicant", "waiting",
    "received_at", "accepted_on", "promised_due_on", "statutory_due_on", "provisional", "paused", "closed_at",
    "plan_digest",
]  # fmt: skip


def append_function(columns: list[str], *, texts: bool = False) -> str:
    """Return the SQL that defines `docket_append` for a proceeding with these columns.

    texts: acts bring what people wrote in their own words, for a table beside the events.
    """
    said = {"columns": ", ".join(columns), "values": ", ".join(f"state.{each}" for each in columns)}
    return APPEND % {**said, "texts": TEXTS if texts else ""}
