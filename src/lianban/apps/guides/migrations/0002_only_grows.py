"""A notice stays as it was given."""

from django.db import migrations

from lianban.apps.storage.guards import only_grows


class Migration(migrations.Migration):
    dependencies = [("guides", "0001_initial"), ("storage", "0002_only_grows")]
    operations = [only_grows("guides_notice")]
