"""Fields whose values the database cannot read.

A value is encrypted when its row is saved and decrypted when somebody asks for it, not when the row is loaded. It is
bound to its table, column and row: moved anywhere else, it no longer opens.
"""

import json
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from lianban.apps.storage.wired import ports


class Sealed(bytes):
    """An encrypted value as the database holds it."""


class _Opening(DeferredAttribute):
    """Opens a sealed value at its first reading."""

    def __get__(self, instance: models.Model | None, cls: type | None = None) -> Any:
        value = super().__get__(instance, cls)
        if isinstance(value, Sealed):
            value = self.field.open(instance, value)
            instance.__dict__[self.field.attname] = value
        return value

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class EncryptedText(models.Field):
    """A text that is encrypted at rest. It cannot be searched: store a keyed digest beside it."""

    descriptor_class = _Opening

    def db_type(self, connection: Any) -> str:
        return "bytea"

    def from_db_value(self, value: Any, *_: Any) -> Sealed | None:
        return None if value is None else Sealed(value)

    def pre_save(self, model_instance: models.Model, add: bool) -> Sealed | None:
        value = getattr(model_instance, self.attname)
        return None if value is None else self.seal(model_instance, value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if value is None or isinstance(value, Sealed):
            return connection.Database.Binary(value) if value is not None else None
        raise TypeError(f"{self} is sealed for its row: save the object instead of updating or filtering a queryset")

    def seal(self, instance: models.Model, value: Any) -> Sealed:
        """Return the value encrypted for its place."""
        return Sealed(ports().cipher.encrypt(self.to_bytes(value), self._context(instance)))

    def open(self, instance: models.Model, sealed: Sealed) -> Any:
        """Return the plain value. Raises SealedValueBroken when it was changed or moved."""
        return self.of_bytes(ports().cipher.decrypt(bytes(sealed), self._context(instance)))

    def to_bytes(self, value: Any) -> bytes:
        return str(value).encode()

    def of_bytes(self, plain: bytes) -> Any:
        return plain.decode()

    def _context(self, instance: models.Model) -> bytes:
        table = self.model._meta.db_table
        return f"{settings.LIANBAN_SCHEMA}|{table}|{self.column}|{instance.pk}".encode()


class EncryptedJSON(EncryptedText):
    """A JSON value (form values, answers) that is encrypted at rest."""

    def to_bytes(self, value: Any) -> bytes:
        return json.dumps(value, ensure_ascii=False).encode()

    def of_bytes(self, plain: bytes) -> Any:
        return json.loads(plain)


def findable(text: str) -> str:
    """Return the keyed digest under which a personal value is found again."""
    return ports().cipher.keyed_digest(text.encode())
