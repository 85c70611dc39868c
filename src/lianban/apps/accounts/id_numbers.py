"""公民身份号码 (GB 11643-1999) as people type it."""

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"


def written(text: str) -> str:
    """Return an ID number without spaces and with a capital X."""
    return "".join(text.split()).upper()


def is_id_number(text: str) -> bool:
    """Whether 18 characters bear the right check character."""
    body, check = text[:17], text[17:]
    if not (body.isascii() and body.isdigit() and len(body) == 17 and len(check) == 1):
        return False
    return CHECKS[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11] == check
