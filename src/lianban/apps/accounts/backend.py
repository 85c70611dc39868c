"""How Django turns a session, or a name and a password, into a person."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from lianban.apps.accounts.models import Person


class PersonBackend(BaseBackend):
    """Knows people by sign-in name and password; rights come from assignments, not from here."""

    def authenticate(
        self, request: HttpRequest | None, sign_in_name: str = "", password: str = "", **_: Any
    ) -> Person | None:
        """Return the person whose password this is. An unknown name costs as much time as a wrong password."""
        person = Person.objects.filter(sign_in_name=sign_in_name, is_active=True).first() if sign_in_name else None
        if person is None:
            Person().set_password(password)
            return None
        return person if person.check_password(password) else None

    def get_user(self, user_id: Any) -> Person | None:
        """Return the person of a session; nobody once the account is closed."""
        return Person.objects.filter(pk=user_id, is_active=True).first()
