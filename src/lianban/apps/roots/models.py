"""The roots of the days."""

from django.db import models

from lianban.apps.storage.tables import DistrictTable


class DayRoot(DistrictTable):
    """The signed root of one local day. The database refuses to change or delete it, and to add events to the day.

    leaves: which events it covers, 52 bytes each: id of the proceeding, sequence number, digest; so that a row that was
    changed, dropped or added later is named. Its digests are proved by `root` itself.
    signature, certificates: see ports.log_key. signer: name of the key as shown to people.
    """

    county = models.CharField(max_length=6)
    day = models.DateField(unique=True)
    number = models.PositiveIntegerField(unique=True)
    events = models.PositiveIntegerField()
    root = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    leaves = models.BinaryField()
    signature = models.TextField()
    certificates = models.JSONField()
    signer = models.CharField(max_length=60)
    signed_at = models.DateTimeField()

    class Meta:
        db_table = "roots_day"
        ordering = ["number"]

    def __str__(self) -> str:
        return str(self.day)
