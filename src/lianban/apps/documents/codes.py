"""Verification codes: short enough to type, too many to guess."""

import secrets

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without 0, 1, I and O, which people mistake for one another."""

LENGTH = 16
LIKELY = str.maketrans("", "", " -－—　")


def new_code() -> str:
    """Return a new code: 80 bits of chance."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def shown(code: str) -> str:
    """Return a code in groups of four, as it is printed."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def read(text: str) -> str:
    """Return the code in what somebody typed: groups, spaces and small letters are forgiven."""
    return text.translate(LIKELY).upper()
