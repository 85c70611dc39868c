"""What an application holds beside its record: the plan it was made under, the form's values, the materials."""

from uuid import UUID

from django.db import models

from lianban.apps.docket.models import Proceeding
from lianban.apps.storage.encrypted import EncryptedJSON, EncryptedText
from lianban.apps.storage.tables import DistrictTable


class CasePlan(DistrictTable):
    """A plan as it was compiled. The database refuses to change it. digest: of the content; it is the plan's name."""

    digest = models.CharField(max_length=64, unique=True)
    content = models.JSONField()

    class Meta:
        db_table = "cases_plan"

    def __str__(self) -> str:
        return self.digest


class CaseFile(DistrictTable):
    """The content of one application.

    plan: as it was compiled for these answers; it never changes when definitions do. values: element key → value.
    sources: element key → where a prefilled value came from. delivery: how the results are to reach the applicant.
    release: number of the catalogue's release the plan was compiled from.
    """

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, related_name="file")
    plan = models.ForeignKey(CasePlan, models.PROTECT, to_field="digest", db_index=False)
    release = models.PositiveIntegerField()
    values = EncryptedJSON()
    sources = models.JSONField(default=dict)
    applicant_name = EncryptedJSON()
    delivery = EncryptedJSON()
    notice_number = models.CharField(max_length=60, blank=True)

    class Meta:
        db_table = "cases_file"

    def __str__(self) -> str:
        return str(self.proceeding_id)


class CaseMaterial(DistrictTable):
    """One material of an application. mode: uploaded, reused, fetched, internal, commitment, counter, gap or form.

    file: the stored file, null where nothing was handed in as a file. checked: None until the window looked at it.
    """

    case = models.ForeignKey(CaseFile, models.PROTECT, related_name="materials")
    key = models.CharField(max_length=100)
    mode = models.CharField(max_length=20)
    file = models.UUIDField(null=True)
    file_name = models.CharField(max_length=200, blank=True)
    supplied_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)
    checked = models.BooleanField(null=True)
    check_note = models.CharField(max_length=500, blank=True)

    class Meta:
        db_table = "cases_material"
        indexes = [models.Index(fields=["case", "key"], name="cases_material_key")]

    def __str__(self) -> str:
        return self.key


class CalendarRun(DistrictTable):
    """One pass over the open cases under one calendar. version: of the calendar. reached: the last case looked at.

    left: numbers of cases that were busy or could not be dealt with; they are tried again. changed: how many cases.
    """

    version = models.CharField(max_length=60)
    started_at = models.DateTimeField()
    reached = models.UUIDField(default=UUID(int=0))
    left = models.JSONField(default=list)
    changed = models.PositiveIntegerField(default=0)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "cases_calendar_run"

    def __str__(self) -> str:
        return self.version


class JointFinding(DistrictTable):
    """Who looked, for one item of a joint act: the record holds digests only. inspectors: certificate numbers."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="joint_findings")
    session = models.PositiveIntegerField()
    item = models.CharField(max_length=100)
    inspectors = EncryptedJSON()
    said_at = models.DateTimeField()

    class Meta:
        db_table = "cases_joint_finding"
        constraints = [
            models.UniqueConstraint(fields=["proceeding", "session", "item"], name="cases_joint_finding_once")
        ]

    def __str__(self) -> str:
        return f"{self.session} {self.item}"


class Rating(DistrictTable):
    """好差评. stars: 5 非常满意 … 1 非常不满意 (facts 4.7). indicators: codes of facts 4.8 that belong to the level."""

    case = models.ForeignKey(CaseFile, models.PROTECT, related_name="ratings")
    stars = models.PositiveSmallIntegerField()
    indicators = models.JSONField(default=list)
    words = models.CharField(max_length=1000, blank=True)
    rated_at = models.DateTimeField()

    class Meta:
        db_table = "cases_rating"
        indexes = [models.Index(fields=["rated_at"], include=["stars"], name="cases_rating_rated")]

    def __str__(self) -> str:
        return str(self.stars)


class Party(DistrictTable):
    """Somebody with a major interest in an item (Art. 36). digest: how the record names them."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="parties")
    digest = models.CharField(max_length=64)
    name = EncryptedText()
    phone = EncryptedText()
    interest = models.CharField(max_length=500)
    told_at = models.DateTimeField()

    class Meta:
        db_table = "cases_party"

    def __str__(self) -> str:
        return self.digest


class Statement(DistrictTable):
    """What somebody said about an item: a statement (陈述申辩), or a holder's request.

    party: digest of the person who was told; empty for the applicant. about: 变更 or 注销; empty for a statement.
    """

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="statements")
    party = models.CharField(max_length=64, blank=True)
    about = models.CharField(max_length=20, blank=True)
    words = EncryptedText()
    said_at = models.DateTimeField()

    class Meta:
        db_table = "cases_statement"
        ordering = ["said_at"]

    def __str__(self) -> str:
        return self.about or "陈述申辩"


class HearingNotice(DistrictTable):
    """A hearing that the authority holds of its own accord, as it is announced to everybody (Art. 46).

    proceeding: the item it is about. title, authority_name: as strangers read them; no applicant is named.
    """

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, related_name="hearing_notice")
    title = models.CharField(max_length=200)
    authority_name = models.CharField(max_length=200)
    held_at = models.DateTimeField(db_index=True)
    place = models.CharField(max_length=200)
    announced_at = models.DateTimeField()

    class Meta:
        db_table = "cases_hearing_notice"

    def __str__(self) -> str:
        return f"{self.title} {self.held_at:%Y-%m-%d}"
