"""Messages on their way."""

from django.db import models
from django.db.models import Q

from lianban.apps.storage.encrypted import EncryptedText
from lianban.apps.storage.tables import DistrictTable


class OutboxMessage(DistrictTable):
    """A message written in the transaction that caused it. Address and text are encrypted.

    kind: what it is about (`sign_in_code`, `accepted`). person: the account it is for, if there is one.
    sender, reference: who carried it and the carrier's number, once it is sent. refusal: why it cannot be delivered.
    """

    kind = models.CharField(max_length=40)
    person = models.UUIDField(null=True, db_index=True)
    address = EncryptedText()
    text = EncryptedText()
    written_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    sender = models.CharField(max_length=60, blank=True)
    reference = models.CharField(max_length=100, blank=True)
    refusal = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "messages_outbox"
        indexes = [
            models.Index(fields=["written_at"], name="messages_due", condition=Q(sent_at=None, refusal="")),
            models.Index(fields=["-written_at"], name="messages_written"),
        ]
