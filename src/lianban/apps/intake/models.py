"""Drafts and what their owners keep for next time."""

from django.conf import settings
from django.db import models

from lianban.apps.storage.encrypted import EncryptedJSON
from lianban.apps.storage.tables import DistrictTable


class Draft(DistrictTable):
    """An application being filled in.

    answers: question key → answer as the address of the guidance spells it. declared: facts stated beside the
    questions, a truth, or an answer as an address spells it. values: element key → value as typed. sources: element
    key, or declared fact → where it is known from. revisions: element key → version of the draft in which it was last
    changed. hall: at whose window it is filled in, empty online. case_number: once submitted.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="drafts")
    chain = models.CharField(max_length=100)
    answers = models.JSONField()
    declared = models.JSONField(default=dict)
    values = EncryptedJSON(default=dict)
    sources = models.JSONField(default=dict)
    revisions = models.JSONField(default=dict)
    delivery = EncryptedJSON(default=dict)
    version = models.PositiveIntegerField(default=1)
    notice_number = models.CharField(max_length=60, blank=True)
    hall = models.CharField(max_length=60, blank=True)
    opened_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    case_number = models.CharField(max_length=50, blank=True)

    class Meta:
        db_table = "intake_draft"
        indexes = [
            models.Index(fields=["owner", "-changed_at"], name="intake_draft_owner"),
            models.Index(fields=["hall", "-changed_at"], name="intake_draft_hall", condition=~models.Q(hall="")),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Visit(DistrictTable):
    """Somebody at a counter, for whom a clerk fills in a draft. The owner of the draft is whom it is for.

    clerk: account of who began it. capacity: in what capacity they came. present: name, id_number and phone of whoever
    stands there. mandate: reference, until (a day) and powers, when they speak for somebody else. business: its credit
    code. printed: digest of what the confirmation sheet said when it was last printed. confirmed: digest of what was
    confirmed; anything changed since then must be confirmed anew. way, confirmed_at, sheet, sheet_name: how, when, and
    the scan of the signed sheet.
    """

    draft = models.OneToOneField(Draft, models.CASCADE, related_name="visit")
    clerk = models.UUIDField()
    capacity = models.CharField(max_length=20)
    present = EncryptedJSON()
    mandate = EncryptedJSON(default=dict)
    business = models.CharField(max_length=18, blank=True)
    printed = models.CharField(max_length=64, blank=True)
    confirmed = models.CharField(max_length=64, blank=True)
    way = models.CharField(max_length=10, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    sheet = models.UUIDField(null=True)
    sheet_name = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "intake_visit"

    def __str__(self) -> str:
        return self.capacity


class HeldMaterial(DistrictTable):
    """A document somebody keeps in the vault (材料库). kind: key of the material kind. file: the stored file."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="held_materials")
    kind = models.CharField(max_length=100)
    file = models.UUIDField()
    file_name = models.CharField(max_length=200)
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "intake_held_material"
        indexes = [models.Index(fields=["owner", "kind"], name="intake_held_owner_kind")]

    def __str__(self) -> str:
        return self.file_name


class DraftMaterial(DistrictTable):
    """What the applicant does about one material. mode: uploaded, reused, commitment, counter or gap."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="materials")
    key = models.CharField(max_length=100)
    mode = models.CharField(max_length=20)
    file = models.UUIDField(null=True)
    file_name = models.CharField(max_length=200, blank=True)
    added_at = models.DateTimeField()

    class Meta:
        db_table = "intake_draft_material"
        constraints = [
            models.UniqueConstraint(fields=["draft", "key", "mode", "file"], name="intake_once", nulls_distinct=False)
        ]

    def __str__(self) -> str:
        return self.key
