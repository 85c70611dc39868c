"""What every page may show of who is signed in."""

from django.conf import settings
from django.http import HttpRequest


def everywhere(request: HttpRequest) -> dict[str, object]:
    """Return whether a member of staff is signed in, and whether staff need no second factor here."""
    person = getattr(request, "user", None)
    return {
        "is_staff_member": getattr(person, "kind", "") == "staff",
        "second_factor_off": not settings.LIANBAN_STAFF_SECOND_FACTOR,
    }
