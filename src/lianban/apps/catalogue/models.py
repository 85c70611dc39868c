"""What has been published, when, and in which version."""

from django.db import models

from lianban.apps.storage.tables import DistrictTable


class Release(DistrictTable):
    """One act of publishing. number: counts up from 1; whoever holds an older number reads the definitions again.

    person: who published in the studio; null where files were published. What a person published, files do not replace.
    """

    number = models.PositiveIntegerField(unique=True)
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=100)
    person = models.UUIDField(null=True)

    class Meta:
        db_table = "catalogue_release"

    def __str__(self) -> str:
        return str(self.number)


class DefinitionVersion(DistrictTable):
    """A definition as it was published. It never changes; a change is a new version.

    kind: item, chain or vocabulary. withdrawn: from this version on the definition is no longer offered.
    """

    class Kind(models.TextChoices):
        ITEM = "item"
        CHAIN = "chain"
        VOCABULARY = "vocabulary"

    kind = models.CharField(max_length=20, choices=Kind)
    key = models.CharField(max_length=100)
    version = models.PositiveIntegerField()
    release = models.ForeignKey(Release, models.PROTECT, related_name="definitions")
    digest = models.CharField(max_length=64)
    content = models.JSONField()
    withdrawn = models.BooleanField(default=False)

    class Meta:
        db_table = "catalogue_definition_version"
        constraints = [
            models.UniqueConstraint(fields=["kind", "key", "version"], name="catalogue_definition_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} v{self.version}"


class KeptPath(DistrictTable):
    """A path somebody recorded in the studio (这样回答 → 应当得到), checked at every publication.

    content: a RecordedPath. chain_version: of the chain when it was recorded. person: who recorded it.
    removed_at, removed_by: since when and by whom it counts no more.
    """

    chain = models.CharField(max_length=100, db_index=True)
    name = models.CharField(max_length=100)
    content = models.JSONField()
    chain_version = models.PositiveIntegerField()
    person = models.UUIDField()
    recorded_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)
    removed_by = models.UUIDField(null=True)

    class Meta:
        db_table = "catalogue_kept_path"
        ordering = ["recorded_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["chain", "name"], condition=models.Q(removed_at=None), name="catalogue_path_name_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.chain} {self.name}"


class KeptSynonym(DistrictTable):
    """A name that a person confirmed for an entry of the vocabulary; every publication adds it.

    kind: field or material. key: of the data element or the material kind.
    """

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=100)
    name = models.CharField(max_length=200)
    person = models.UUIDField()
    confirmed_at = models.DateTimeField()

    class Meta:
        db_table = "catalogue_kept_synonym"
        ordering = ["confirmed_at", "id"]
        constraints = [models.UniqueConstraint(fields=["kind", "key", "name"], name="catalogue_synonym_once")]

    def __str__(self) -> str:
        return f"{self.name} → {self.key}"


class ProposedChange(DistrictTable):
    """A definition as somebody wants it, waiting for a second person.

    kind: item or chain. content: the definition. text: as it was uploaded. based_on: the version it was made from, 0
    for a new definition. decided_by: who published it or took it back; release: the one it was published in.
    """

    kind = models.CharField(max_length=20, choices=DefinitionVersion.Kind)
    key = models.CharField(max_length=100)
    content = models.JSONField()
    text = models.TextField()
    based_on = models.PositiveIntegerField()
    person = models.UUIDField()
    proposed_at = models.DateTimeField()
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    release = models.ForeignKey(Release, models.PROTECT, null=True, related_name="changes")

    class Meta:
        db_table = "catalogue_proposed_change"
        ordering = ["-proposed_at", "-id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} after v{self.based_on}"
