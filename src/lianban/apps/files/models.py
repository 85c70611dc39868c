"""What we know of a kept file; its bytes are in the file store."""

from django.db import models

from lianban.apps.storage.encrypted import EncryptedText
from lianban.apps.storage.tables import DistrictTable


class Trust(models.TextChoices):
    """How far a file may be relied on (国办函〔2016〕108号)."""

    ISSUED = "A", "签发机关提供，可直接使用"
    VERIFIED = "B", "窗口已与原件核对，可重复使用"
    UPLOADED = "C", "用户上传，须核对原件"
    SELF_MADE = "D", "用户自行制作，自负其责"


class StoredFile(DistrictTable):
    """A kept file.

    digest: its SHA-256 and its name in the store. size: bytes. owner: account id, null for the authorities' own.
    name: as the uploader called it, tidied; encrypted, for people put their names there.
    verified_by: the account that compared it with the original.
    """

    digest = models.CharField(max_length=64, db_index=True)
    size = models.PositiveIntegerField()
    media = models.CharField(max_length=40)
    name = EncryptedText()
    owner = models.UUIDField(null=True)
    trust = models.CharField(max_length=1, choices=Trust.choices)
    uploaded_at = models.DateTimeField()
    verified_by = models.UUIDField(null=True)
    verified_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "files_stored_file"
        indexes = [models.Index(fields=["owner", "-uploaded_at"], name="files_owner")]
