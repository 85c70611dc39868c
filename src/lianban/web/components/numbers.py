"""Whole numbers out of an address or a form."""

LONGEST = 9
"""Digits: what is longer no page of ours wrote, and what reads it need not."""


def whole_number(text: str) -> int | None:
    """Return the number that is written in the digits 0 to 9, at most LONGEST of them, or None."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST else None
