"""What has been published, when, and in which version."""

from django.db import models

from lianban.apps.storage.tables import DistrictTable


class Release(DistrictTable):
    """One act of publishing. number: counts up from 1; whoever holds an older number reads the definitions again."""

    number = models.PositiveIntegerField(unique=True)
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=100)

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
