"""The two kinds of tables: a district's own, and shared reference tables. Nothing may point from one district to
another, nor from a shared table into a district's, so that a district can move to another machine as it is.
"""

from django.db import models

from lianban.apps.storage.keys import new_key


class DistrictTable(models.Model):
    """A table of which every district (县区) has its own."""

    belongs_to = "district"
    id = models.UUIDField(primary_key=True, default=new_key, editable=False)

    class Meta:
        abstract = True


class SharedTable(models.Model):
    """A reference table that all districts read: calendars, divisions, national lists."""

    belongs_to = "shared"
    id = models.UUIDField(primary_key=True, default=new_key, editable=False)

    class Meta:
        abstract = True


THIRD_PARTY = {
    "account": "district",
    "auth": "district",
    "contenttypes": "district",
    "mfa": "district",
    "procrastinate": "district",
    "sessions": "district",
    "socialaccount": "district",
}
"""Where the tables of other people's apps belong, by app label."""


def place_of(model: type[models.Model]) -> str | None:
    """Return `district` or `shared`, or None when nobody declared it."""
    return getattr(model, "belongs_to", None) or THIRD_PARTY.get(model._meta.app_label)
