"""Notices as they were given."""

from django.db import models

from lianban.apps.storage.tables import DistrictTable


class GuidanceNotice(DistrictTable):
    """A one-time notice. The database refuses to change or delete it; nothing in it says who asked.

    number: 文号. code: 12 letters and digits, part of its address. answers: question key → answer as an address spells
    it. facts: what follows from them. release: of the catalogue. plan: the compiled plan. plan_digest: its SHA-256.
    sheet: what the notice tells. document: key of the sealed paper. previous: the notice that this one replaces.
    """

    number = models.CharField(max_length=80, unique=True)
    code = models.CharField(max_length=20, unique=True)
    chain = models.CharField(max_length=100, db_index=True)
    answers = models.JSONField()
    answers_digest = models.CharField(max_length=64)
    facts = models.JSONField()
    release = models.PositiveIntegerField()
    plan = models.JSONField()
    plan_digest = models.CharField(max_length=64)
    sheet = models.JSONField()
    document = models.UUIDField()
    issued_on = models.DateField()
    issued_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    previous = models.ForeignKey("self", models.PROTECT, null=True, related_name="later")

    class Meta:
        db_table = "guides_notice"
        ordering = ["issued_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["chain", "answers_digest", "release", "issued_on", "previous"],
                name="guides_same_answers_same_notice",
                nulls_distinct=False,
            )
        ]

    def __str__(self) -> str:
        return self.number


class LearnedWeights(DistrictTable):
    """How many people gave which answer in a chain, as counted one night. A later night is a new version.

    counts: question key → answer → people, without any answer of fewer than `least` people, rounded down to multiples
    of it. version: counts up from 1 for each chain.
    """

    chain = models.CharField(max_length=100)
    version = models.PositiveIntegerField()
    counted_on = models.DateField()
    least = models.PositiveIntegerField()
    counts = models.JSONField()

    class Meta:
        db_table = "guides_learned_weights"
        constraints = [models.UniqueConstraint(fields=["chain", "version"], name="guides_weights_once")]

    def __str__(self) -> str:
        return f"{self.chain} v{self.version}"
