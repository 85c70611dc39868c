"""In which language a page is written."""

from django.utils.translation import get_language


def is_english() -> bool:
    """Whether the page is in English."""
    return (get_language() or "").startswith("en")
