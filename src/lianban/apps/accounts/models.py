"""People who may sign in. Their personal values are encrypted; a person is found through keyed digests."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from lianban.apps.storage.encrypted import EncryptedText
from lianban.apps.storage.tables import DistrictTable
from lianban.core.kernel.masking import MaskKind, mask


class Kind(models.TextChoices):
    """What somebody signs in as."""

    CITIZEN = "citizen", "群众"
    STAFF = "staff", "工作人员"


class People(BaseUserManager["Person"]):
    """Finds people for Django's sign-in; people are made by the services only."""


class Person(DistrictTable, AbstractBaseUser):
    """Somebody who may sign in.

    sign_in_name: a staff member's user name, or the keyed digest of a citizen's ID number.
    phone_digest: not unique, a family may share one phone. identity_level: 2 self-declared, 3 checked with the phone,
    4 seen in person (facts 7.1). must_change_password: somebody else knows the password, it opens nothing but the page
    that sets a new one.
    """

    kind = models.CharField(max_length=10, choices=Kind.choices)
    sign_in_name = models.CharField(max_length=100, unique=True)
    name = EncryptedText()
    id_number = EncryptedText(null=True)
    phone = EncryptedText(null=True)
    phone_digest = models.CharField(max_length=64, blank=True, db_index=True)
    identity_level = models.PositiveSmallIntegerField(default=2)
    must_change_password = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    objects = People()
    USERNAME_FIELD = "sign_in_name"
    REQUIRED_FIELDS = []

    class Meta:
        db_table = "accounts_person"

    def __str__(self) -> str:
        return self.name if self.kind == Kind.STAFF else mask(MaskKind.NAME, self.name)


class SignInCode(DistrictTable):
    """A one-time code on its way to a phone. Only its digest is kept.

    purpose: what it opens (sign_in, register) or confirms (confirm). subject: the digest of the ID number or phone it
    was asked for, or of what is confirmed.
    tries: how often somebody guessed wrong.
    """

    purpose = models.CharField(max_length=20)
    subject = models.CharField(max_length=64, db_index=True)
    code_digest = models.CharField(max_length=64)
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "accounts_sign_in_code"


class Quota(DistrictTable):
    """How often something was done in the current window of time: the memory of every rate limit."""

    scope = models.CharField(max_length=120, unique=True)
    count = models.PositiveIntegerField()
    ends_at = models.DateTimeField()

    class Meta:
        db_table = "accounts_quota"
