"""Lists that were kept, and acts on many items with what became of each."""

from django.conf import settings
from django.db import models

from lianban.apps.storage.encrypted import EncryptedJSON
from lianban.apps.storage.tables import DistrictTable


class SavedList(DistrictTable):
    """A list somebody keeps under a name. query: the part of its address after the question mark.

    authority: key; whose work it narrows. shared: everybody of the authority sees it; only its owner changes it.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    authority = models.CharField(max_length=60)
    name = models.CharField(max_length=30)
    query = models.CharField(max_length=500)
    shared = models.BooleanField(default=False)
    kept_at = models.DateTimeField()

    class Meta:
        db_table = "worklists_list"
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["owner", "authority", "name"], name="worklists_list_name")]
        indexes = [models.Index(fields=["authority", "name"], name="worklists_list_authority")]

    def __str__(self) -> str:
        return self.name


class Run(DistrictTable):
    """One act wanted on many items. act: review, grant, sign, claim or assign. said: what its form said.

    key: made by the page that asked; sent twice, it is one run. Each line is an act of its own.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    authority = models.CharField(max_length=60)
    act = models.CharField(max_length=20)
    said = EncryptedJSON()
    key = models.CharField(max_length=64)
    begun_at = models.DateTimeField()

    class Meta:
        db_table = "worklists_run"
        ordering = ["-begun_at"]
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="worklists_run_once")]

    def __str__(self) -> str:
        return self.act


class Outcome(models.TextChoices):
    """What became of one item."""

    WAITING = "waiting", "未办"
    DONE = "done", "已办"
    OVERTAKEN = "overtaken", "已有变化"
    REFUSED = "refused", "不能办"


class RunLine(DistrictTable):
    """One item of a run. version: as its page showed it. step: the step of a review. sentence: why it was not done."""

    run = models.ForeignKey(Run, models.PROTECT, related_name="lines")
    place = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=50)
    title = models.CharField(max_length=200)
    version = models.PositiveIntegerField()
    step = models.CharField(max_length=100, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.WAITING)
    sentence = models.CharField(max_length=500, blank=True)
    document = models.CharField(max_length=80, blank=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "worklists_run_line"
        ordering = ["run", "place"]
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="worklists_run_line_once")]

    def __str__(self) -> str:
        return self.number
