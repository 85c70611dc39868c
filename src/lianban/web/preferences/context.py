"""What every page is told."""

from django.conf import settings
from django.http import HttpRequest

from lianban.web.preferences.sizes import COOKIE, LARGE, NORMAL


def page(request: HttpRequest) -> dict[str, object]:
    """Return letter size, the name of the place, and whether stand-ins take the place of outside systems."""
    size = LARGE if request.COOKIES.get(COOKIE) == LARGE else NORMAL
    return {
        "page_size": size,
        "place_name": settings.LIANBAN_PLACE_NAME,
        "stand_ins": getattr(settings, "LIANBAN_STAND_INS", False),
    }
