"""Who decides, where people come, and who works there."""

from django.conf import settings
from django.db import models

from lianban.apps.storage.tables import DistrictTable
from lianban.core.proceedings.events import Role


class Authority(DistrictTable):
    """A department (部门). seal_name: the name on its seal. short_name: as document numbers carry it.

    credit_code: its 统一社会信用代码, part of every 实施编码 it holds.
    """

    key = models.SlugField(max_length=60, unique=True, allow_unicode=True)
    name = models.CharField(max_length=100)
    name_en = models.CharField(max_length=200, blank=True)
    seal_name = models.CharField(max_length=100)
    short_name = models.CharField(max_length=20)
    credit_code = models.CharField(max_length=18, blank=True)

    class Meta:
        db_table = "organs_authority"
        ordering = ["key"]

    def __str__(self) -> str:
        return self.name


class Hall(DistrictTable):
    """A place people come to: 政务服务大厅 or 镇街便民服务中心. division: its code, 6 digits (county) or 9 (town)."""

    key = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=100)
    name_en = models.CharField(max_length=200, blank=True)
    division = models.CharField(max_length=12)
    address = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "organs_hall"
        ordering = ["division", "key"]

    def __str__(self) -> str:
        return self.name


class Purpose(models.TextChoices):
    """What a window is for."""

    ADVICE = "advice", "咨询帮办"
    RECEPTION = "reception", "综合受理"
    ISSUE = "issue", "统一出证"


class Window(DistrictTable):
    """A window of a hall."""

    hall = models.ForeignKey(Hall, models.PROTECT, related_name="windows")
    number = models.PositiveSmallIntegerField()
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    name = models.CharField(max_length=60)

    class Meta:
        db_table = "organs_window"
        ordering = ["hall", "number"]
        constraints = [models.UniqueConstraint(fields=["hall", "number"], name="organs_window_number")]

    def __str__(self) -> str:
        return self.name


class Assignment(DistrictTable):
    """In what capacity a person works, for which authority or in which hall, and from when until when.

    leads: the person is a head there (负责人): they give work out and arrange who stands in.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    authority = models.ForeignKey(Authority, models.PROTECT, null=True, blank=True)
    hall = models.ForeignKey(Hall, models.PROTECT, null=True, blank=True)
    window = models.ForeignKey(Window, models.PROTECT, null=True, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    leads = models.BooleanField(default=False)

    class Meta:
        db_table = "organs_assignment"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "role", "authority", "hall", "from_on"],
                name="organs_assignment_once",
                nulls_distinct=False,
            )
        ]


class Absence(DistrictTable):
    """Days on which somebody is away from a post, and who stands in for them there (AB 岗). It ends by itself.

    from_on, until_on: the first and the last day. ended_at: when it was taken back before that; nothing is deleted.
    """

    post = models.ForeignKey(Assignment, models.PROTECT, related_name="absences")
    deputy = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="stands_in")
    from_on = models.DateField()
    until_on = models.DateField()
    reason = models.CharField(max_length=200)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "organs_absence"
        ordering = ["-from_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(until_on__gte=models.F("from_on")), name="organs_absence_days")
        ]
        indexes = [models.Index(fields=["deputy", "until_on"], name="organs_absence_deputy")]


class ChangeRecord(DistrictTable):
    """One change to who decides, where people come and who works there. The database refuses to change or delete it.

    who: whoever made it, as the operating system knows them. differs: field → [before, after], no personal values.
    """

    subject = models.CharField(max_length=10)
    name = models.CharField(max_length=200)
    act = models.CharField(max_length=10)
    differs = models.JSONField(default=dict)
    who = models.CharField(max_length=100)
    at = models.DateTimeField()

    class Meta:
        db_table = "organs_change"
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["-at", "-id"], name="organs_change_at")]
