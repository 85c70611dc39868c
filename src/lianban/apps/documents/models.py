"""Issued documents, licences, and every use of a seal."""

from django.db import models

from lianban.apps.storage.encrypted import EncryptedJSON, EncryptedText
from lianban.apps.storage.tables import DistrictTable


class Document(DistrictTable):
    """A document as it was issued. Everything down to `issued_at` never changes: the database refuses it.

    number: 文号. content: what the template is given; encrypted. content_digest: SHA-256 over number, kind, code and
    content. verification_code: 16 letters and digits, printed on the paper and in its QR code. holder_masked: what a
    stranger may see of the person it is for. file: key of the sealed file, null until it is made.
    certificate: serial number of the seal's certificate. issued_by: the account whose act it is, empty for the
    platform.
    """

    kind = models.CharField(max_length=30)
    title = models.CharField(max_length=200)
    number = models.CharField(max_length=80, unique=True)
    proceeding = models.UUIDField(null=True, db_index=True)
    item = models.CharField(max_length=100, blank=True)
    authority = models.CharField(max_length=60)
    authority_name = models.CharField(max_length=100)
    content = EncryptedJSON()
    content_digest = models.CharField(max_length=64)
    holder_masked = models.CharField(max_length=100, blank=True)
    verification_code = models.CharField(max_length=20, unique=True)
    issued_at = models.DateTimeField()
    issued_by = models.CharField(max_length=64, blank=True)
    template_version = models.CharField(max_length=12, blank=True)
    file = models.UUIDField(null=True)
    file_digest = models.CharField(max_length=64, blank=True, db_index=True)
    sealed_at = models.DateTimeField(null=True)
    certificate = models.CharField(max_length=64, blank=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "documents_document"
        ordering = ["issued_at", "id"]

    def __str__(self) -> str:
        return self.number


class TemplateVersion(DistrictTable):
    """A county's own template of a paper. It never changes once it is kept; `published_at` puts it into force.

    kind: Chinese name of the paper. version: 1, 2, 3 … of its kind. source: typst. note: what was changed and why.
    """

    kind = models.CharField(max_length=30)
    version = models.PositiveIntegerField()
    source = models.TextField()
    note = models.CharField(max_length=300, blank=True)
    proposed_by = models.UUIDField()
    proposed_at = models.DateTimeField()
    published_by = models.UUIDField(null=True)
    published_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "documents_template"
        constraints = [models.UniqueConstraint(fields=["kind", "version"], name="documents_template_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.version}"


class LicenceState(models.TextChoices):
    """证照状态 (facts 6.4)."""

    VALID = "01", "有效"
    HELD = "02", "暂扣"
    REVOKED = "03", "撤销"
    CANCELLED = "04", "注销"
    LAPSED = "05", "失效"
    STRIPPED = "07", "吊销"


class LicenceKind(DistrictTable):
    """A kind of licence and its serial among the kinds, part of every identifier (GB/T 36904)."""

    name = models.CharField(max_length=200, unique=True)
    serial = models.PositiveSmallIntegerField(unique=True)

    class Meta:
        db_table = "documents_licence_kind"


class Licence(DistrictTable):
    """A licence (证照) and its present state. identifier: 证照标识. holder_digest: finds what one holder has."""

    document = models.OneToOneField(Document, models.PROTECT, related_name="licence")
    name = models.CharField(max_length=200)
    number = models.CharField(max_length=80)
    identifier = models.CharField(max_length=120, unique=True)
    holder = EncryptedText()
    holder_code = EncryptedText()
    holder_masked = models.CharField(max_length=100)
    holder_digest = models.CharField(max_length=64, db_index=True)
    issued_on = models.DateField()
    valid_until = models.DateField(null=True)
    state = models.CharField(max_length=2, choices=LicenceState.choices, default=LicenceState.VALID)
    state_at = models.DateTimeField()
    state_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "documents_licence"
        ordering = ["issued_on", "id"]

    def __str__(self) -> str:
        return self.identifier


class SealUse(DistrictTable):
    """One use of a seal. The database refuses to change or delete it.

    document_digest: SHA-256 of the file as sealed. person: the account that caused it, empty for the platform.
    """

    document = models.ForeignKey(Document, models.PROTECT, related_name="seal_uses")
    document_digest = models.CharField(max_length=64)
    proceeding = models.UUIDField(null=True)
    authority = models.CharField(max_length=60)
    certificate = models.CharField(max_length=64)
    reason = models.CharField(max_length=200)
    person = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "documents_seal_use"
        indexes = [models.Index(fields=["authority", "-at"], name="documents_seal_use_of")]
