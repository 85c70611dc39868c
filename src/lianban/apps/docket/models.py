"""Proceedings, their events, the numbers they bear and the commands that were already obeyed."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex, GinIndex
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from lianban.apps.storage.encrypted import EncryptedJSON
from lianban.apps.storage.tables import DistrictTable

PART, WHOLE = Q(parent__isnull=False), Q(parent=None)
DUE = Coalesce("promised_due_on", "statutory_due_on")
"""The promised day, the lawful one where nothing is promised."""
DECIDED = ("granted", "refused", "certified", "delivered", "archived")
"""Status words of items that a person's decision ended."""
MEASURED = Q(parent__isnull=False, accepted_on__isnull=False)
FINISHED = MEASURED & Q(closed_at__isnull=False, state__in=DECIDED)
LATE_OR_OPEN = Q(closed_at=None) | Q(closed_at__date__gt=DUE, state__in=DECIDED)
"""What figures count: each has an index whose condition is written the same way, or PostgreSQL would not use it."""


class Proceeding(DistrictTable):
    """The present state of a proceeding: everything here can be rebuilt from its events.

    procedure: the table it moves through (`chain_case`, `item_case`). parent: the whole thing a part belongs to.
    version: how many events it has. snapshot: the procedure's own state. state_digest: what the last event says of it.
    waiting: it may not begin yet.
    authority, hall: keys of who decides and where it was received. applicant: account id, or null.
    provisional: a due date crosses a year without a holiday notice. wakes_on: from this day on, time alone changes it.
    holder: account id of who has it in hand. asked: keys of other authorities whose view is waited for; asked_by: the
    earliest day by which one of them is to answer, null when none is asked.
    """

    number = models.CharField(max_length=50, unique=True)
    procedure = models.CharField(max_length=40)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    version = models.PositiveIntegerField()
    head = models.CharField(max_length=64)
    state = models.CharField(max_length=40)
    snapshot = models.JSONField()
    title = models.CharField(max_length=200)
    chain = models.CharField(max_length=100, blank=True)
    item = models.CharField(max_length=100, blank=True)
    authority = models.CharField(max_length=60, blank=True)
    hall = models.CharField(max_length=60, blank=True)
    applicant = models.UUIDField(null=True)
    waiting = models.BooleanField(default=False)
    received_at = models.DateTimeField(null=True)
    accepted_on = models.DateField(null=True)
    promised_due_on = models.DateField(null=True)
    statutory_due_on = models.DateField(null=True)
    provisional = models.BooleanField(default=False)
    paused = models.BooleanField(default=False)
    closed_at = models.DateTimeField(null=True)
    plan_digest = models.CharField(max_length=64, blank=True)
    wakes_on = models.DateField(null=True)
    opened_at = models.DateTimeField()
    holder = models.UUIDField(null=True)
    asked = ArrayField(models.CharField(max_length=60), default=list)
    asked_by = models.DateField(null=True)
    state_digest = models.CharField(max_length=64, blank=True, db_default="")

    class Meta:
        db_table = "docket_proceeding"
        indexes = [
            models.Index(
                fields=["authority", "statutory_due_on", "promised_due_on", "id"],
                include=["procedure", "item", "title", "state", "holder"],
                name="docket_inbox",
                condition=Q(closed_at=None, waiting=False, parent__isnull=False),
            ),
            models.Index(
                fields=["authority", "-id"],
                include=["procedure", "waiting", "closed_at", "chain"],
                name="docket_authority_parts",
                condition=PART,
            ),
            models.Index(
                fields=["item", "-id"],
                include=["procedure", "waiting", "closed_at", "authority"],
                name="docket_item_parts",
                condition=PART,
            ),
            models.Index(
                fields=["chain", "-id"], include=["closed_at", "authority"], name="docket_chain_parts", condition=PART
            ),
            models.Index(fields=["-id"], include=["closed_at"], name="docket_parts", condition=PART),
            models.Index(
                fields=["hall", "id"],
                include=["state"],
                name="docket_hall_open",
                condition=Q(closed_at=None, parent=None),
            ),
            models.Index(fields=["hall", "id"], include=["closed_at"], name="docket_hall_wholes", condition=WHOLE),
            models.Index(
                fields=["hall", "id"],
                name="docket_hall_results",
                condition=Q(parent__isnull=False, state__in=("certified", "granted", "refused")),
            ),
            models.Index(fields=["applicant", "-id"], name="docket_applicant_newest"),
            models.Index(
                fields=["promised_due_on", "id"],
                name="docket_watched",
                condition=Q(closed_at=None) | Q(parent__isnull=False, state__in=("certified", "granted", "refused")),
            ),
            models.Index(
                fields=["statutory_due_on", "promised_due_on", "id"],
                include=["authority", "chain"],
                name="docket_due_first",
                condition=Q(closed_at=None, parent__isnull=False),
            ),
            models.Index(fields=["wakes_on"], name="docket_wakes", condition=Q(wakes_on__isnull=False)),
            models.Index(
                fields=["holder", "statutory_due_on"],
                name="docket_holder",
                condition=Q(closed_at=None, holder__isnull=False),
            ),
            GinIndex(fields=["asked"], name="docket_asked", condition=Q(asked_by__isnull=False)),
            GinIndex(fields=["number"], name="docket_number_part", opclasses=["gin_trgm_ops"]),
            models.Index(fields=["title", "id"], name="docket_title_parts", condition=PART),
            models.Index(fields=["title", "id"], name="docket_title_wholes", condition=WHOLE),
            models.Index(
                fields=["closed_at"],
                include=["authority", "chain", "accepted_on", "promised_due_on", "statutory_due_on"],
                name="docket_finished",
                condition=FINISHED,
            ),
            models.Index(DUE, name="docket_late_or_open", condition=MEASURED & LATE_OR_OPEN),
        ]

    def __str__(self) -> str:
        return self.number


class EventRow(DistrictTable):
    """An event as it was appended. The database refuses to change or delete it.

    format: which fields its digest covers. before, after: digests of the state that it left and that it led to.
    """

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="events")
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=60)
    payload = models.JSONField()
    actor = models.JSONField()
    effective_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    request_id = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    format = models.PositiveSmallIntegerField(db_default=1)
    before = models.CharField(max_length=64, blank=True, db_default="")
    after = models.CharField(max_length=64, blank=True, db_default="")

    class Meta:
        db_table = "docket_event"
        ordering = ["proceeding", "seq"]
        constraints = [models.UniqueConstraint(fields=["proceeding", "seq"], name="docket_event_seq")]
        indexes = [
            models.Index(fields=["kind", "recorded_at"], name="docket_event_kind"),
            BrinIndex(fields=["recorded_at"], name="docket_event_recorded", autosummarize=True),
        ]


class EventTexts(DistrictTable):
    """What people wrote in their own words in one event: the event itself holds references. It can be erased.

    words: reference → salt and text.
    """

    event = models.OneToOneField(EventRow, models.PROTECT, related_name="texts")
    words = EncryptedJSON()

    class Meta:
        db_table = "docket_event_texts"

    def __str__(self) -> str:
        return str(self.event_id)


class Counter(DistrictTable):
    """The last number given out in a series; taken inside the transaction that needs it, so none is ever skipped."""

    series = models.CharField(max_length=120, unique=True)
    value = models.PositiveIntegerField()

    class Meta:
        db_table = "docket_counter"


class ObeyedCommand(DistrictTable):
    """A command that was obeyed, and what was answered: sent twice, it is obeyed once."""

    key = models.CharField(max_length=64)
    person = models.CharField(max_length=64)
    command = models.CharField(max_length=64)
    reply = models.JSONField(null=True)
    obeyed_at = models.DateTimeField()

    class Meta:
        db_table = "docket_obeyed_command"
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="docket_obeyed_once")]
