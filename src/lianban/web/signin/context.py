"""What every page may show."""

from django.conf import settings
from django.http import HttpRequest


def everywhere(request: HttpRequest) -> dict[str, object]:
    """Return whether stand-ins answer for the outside, and whether staff sign in without a second factor."""
    return {
        "stand_ins": settings.LIANBAN_STAND_INS,
        "second_factor_off": not settings.LIANBAN_STAFF_SECOND_FACTOR,
        "is_staff_member": getattr(request.user, "kind", "") == "staff" if hasattr(request, "user") else False,
    }
