"""Each plan is kept once, under its digest, instead of once per application."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.migrations.state import StateApps

import lianban.apps.storage.keys
from lianban.apps.storage.guards import only_grows
from lianban.core.kernel.canonical import digest


def share(apps: StateApps, _schema: object) -> None:
    """Give every application the plan it held."""
    files, plans = apps.get_model("cases", "CaseFile"), apps.get_model("cases", "CasePlan")
    for file in files.objects.only("plan").iterator(chunk_size=200):
        stamp = digest(file.plan)
        plans.objects.bulk_create([plans(digest=stamp, content=file.plan)], ignore_conflicts=True)
        files.objects.filter(pk=file.pk).update(shared_id=stamp)


def a_pointer(*, null: bool) -> models.ForeignKey:
    """The field that names an application's plan."""
    return models.ForeignKey(
        to="cases.caseplan",
        to_field="digest",
        on_delete=django.db.models.deletion.PROTECT,
        db_index=False,
        null=null,
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial"), ("storage", "0002_only_grows")]
    operations = [
        migrations.CreateModel(
            name="CasePlan",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lianban.apps.storage.keys.new_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("content", models.JSONField()),
            ],
            options={"db_table": "cases_plan"},
        ),
        migrations.AddField("casefile", "shared", a_pointer(null=True)),
        migrations.RunPython(share),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE"),
        migrations.RemoveField("casefile", "plan"),
        migrations.RenameField("casefile", "shared", "plan"),
        migrations.AlterField("casefile", "plan", a_pointer(null=False)),
        only_grows("cases_plan"),
    ]
