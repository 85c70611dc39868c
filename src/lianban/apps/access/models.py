"""The access log."""

from django.db import models

from lianban.apps.storage.tables import DistrictTable


class Access(DistrictTable):
    """One look at somebody's personal values. The database refuses to change or delete it.

    person, role: who looked and in what capacity. whose: the account looked at. what: which values. reason: in the
    looker's words.
    """

    person = models.UUIDField()
    role = models.CharField(max_length=20)
    authority = models.CharField(max_length=60, blank=True)
    hall = models.CharField(max_length=60, blank=True)
    what = models.CharField(max_length=200)
    whose = models.UUIDField(null=True)
    proceeding = models.CharField(max_length=50, blank=True)
    reason = models.CharField(max_length=500)
    at = models.DateTimeField()
    request_id = models.CharField(max_length=64)

    class Meta:
        db_table = "access_log"
        ordering = ["-at"]
        indexes = [
            models.Index(fields=["-at"], name="access_at"),
            models.Index(fields=["whose", "-at"], name="access_whose"),
            models.Index(fields=["person", "-at"], name="access_person"),
        ]
