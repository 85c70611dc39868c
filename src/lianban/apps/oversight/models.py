"""What is watched because time alone may make it late."""

from django.db import models

from lianban.apps.docket.models import Proceeding
from lianban.apps.storage.tables import DistrictTable


class Watched(DistrictTable):
    """How loud the warnings on one proceeding are on a day. All of it is worked out from the record and can be again.

    version: of the proceeding that was looked at. reckoned_on: the local day it was looked at for. level: see
    WarningLevel. days: working days left by the loudest warning, negative past it.
    """

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, related_name="watched")
    version = models.PositiveIntegerField()
    reckoned_on = models.DateField()
    level = models.PositiveSmallIntegerField()
    days = models.IntegerField()

    class Meta:
        db_table = "oversight_watched"
        indexes = [
            models.Index(
                fields=["-level", "days", "proceeding"], name="oversight_loudest", condition=models.Q(level__gt=0)
            )
        ]

    def __str__(self) -> str:
        return str(self.proceeding_id)
