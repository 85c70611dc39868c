"""The access log only grows."""

from django.db import migrations

from lianban.apps.storage.guards import only_grows


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial"), ("storage", "0002_only_grows")]
    operations = [only_grows("access_log")]
