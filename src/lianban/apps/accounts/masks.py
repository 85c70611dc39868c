"""How personal values look to those who need not know them (facts 13.2)."""


def name(text: str) -> str:
    """Keep the surname: 张** — two characters: 张*."""
    return text[:1] + "*" * max(1, len(text) - 1) if text else ""


def id_number(text: str) -> str:
    """Keep six and four: 370304********1234."""
    return f"{text[:6]}********{text[-4:]}" if len(text) == 18 else "*" * len(text)


def phone(text: str) -> str:
    """Keep three and four: 138****5678."""
    return f"{text[:3]}****{text[-4:]}" if len(text) == 11 else "*" * len(text)
