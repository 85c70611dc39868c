"""Lists walk along indexes that hold all they narrow by: a page is found without reading the rows before it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("docket", "0011_indexes_of_figures"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="proceeding",
            name="docket_inbox",
        ),
        migrations.RemoveIndex(
            model_name="proceeding",
            name="docket_authority_parts",
        ),
        migrations.RemoveIndex(
            model_name="proceeding",
            name="docket_hall_open",
        ),
        migrations.RemoveIndex(
            model_name="proceeding",
            name="docket_hall_wholes",
        ),
        migrations.RemoveIndex(
            model_name="proceeding",
            name="docket_due_first",
        ),
        migrations.RemoveIndex(
            model_name="proceeding",
            name="docket_title",
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(
                condition=models.Q(("closed_at", None), ("parent__isnull", False), ("waiting", False)),
                fields=["authority", "statutory_due_on", "promised_due_on", "id"],
                include=("procedure", "item", "title", "state", "holder"),
                name="docket_inbox",
            ),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(
                condition=models.Q(("parent__isnull", False)),
                fields=["authority", "-id"],
                include=("procedure", "waiting", "closed_at", "chain"),
                name="docket_authority_parts",
            ),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(
                condition=models.Q(("parent__isnull", False)),
                fields=["item", "-id"],
                include=("procedure", "waiting", "closed_at", "authority"),
                name="docket_item_parts",
            ),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(
                condition=models.Q(("parent__isnull", False)),
                fields=["chain", "-id"],
                include=("closed_at", "authority"),
                name="docket_chain_parts",
            ),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(
                condition=models.Q(("parent__isnull", False)),
                fields=["-id"],
                include=("closed_at",),
                name="docket_parts",
            ),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(
                condition=models.Q(("closed_at", None), ("parent", None)),
                fields=["hall", "id"],
                include=("state",),
                name="docket_hall_open",
            ),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(
                condition=models.Q(("parent", None)),
                fields=["hall", "id"],
                include=("closed_at",),
                name="docket_hall_wholes",
            ),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(
                condition=models.Q(("closed_at", None), ("parent__isnull", False)),
                fields=["statutory_due_on", "promised_due_on", "id"],
                include=("authority", "chain"),
                name="docket_due_first",
            ),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(
                condition=models.Q(("parent__isnull", False)), fields=["title", "id"], name="docket_title_parts"
            ),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(
                condition=models.Q(("parent", None)), fields=["title", "id"], name="docket_title_wholes"
            ),
        ),
    ]
