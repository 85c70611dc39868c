"""Whole numbers out of an address or a form."""

LONGEST = 9
"""Digits: what is longer no page of ours wrote, and what reads it need not."""

PAGES = 5
"""Digits of the largest page number that is looked at."""


def page_number(text: str) -> int:
    """Return the number of a page as an address says it; the first page where it says nothing that can be read."""
    return (whole_number(text) if len(text) <= PAGES else None) or 1


def whole_number(text: str) -> int | None:
    """Return the number that is written in the digits 0 to 9, at most LONGEST of them, or None."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST else None
