"""A root stands for ever, and a day that has one takes no more events."""

from django.db import migrations

from lianban.apps.storage.guards import only_grows

CLOSED = """
CREATE FUNCTION roots_day_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.recorded_at AT TIME ZONE 'Asia/Shanghai')::date <= (SELECT max(day) FROM roots_day) THEN
        RAISE EXCEPTION USING ERRCODE = 'LB003', MESSAGE = (NEW.recorded_at AT TIME ZONE 'Asia/Shanghai')::date::text;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER docket_event_day_is_open BEFORE INSERT ON docket_event
    FOR EACH ROW EXECUTE FUNCTION roots_day_is_open();
"""
OPEN = "DROP TRIGGER docket_event_day_is_open ON docket_event; DROP FUNCTION roots_day_is_open();"


class Migration(migrations.Migration):
    dependencies = [("roots", "0001_initial"), ("docket", "0004_event_format"), ("storage", "0002_only_grows")]
    operations = [only_grows("roots_day"), migrations.RunSQL(CLOSED, OPEN)]
