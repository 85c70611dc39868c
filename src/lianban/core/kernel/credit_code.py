"""统一社会信用代码 (GB 32100-2015) and the organisation code inside it (GB 11714)."""

from typing import NamedTuple

from lianban.core.kernel.identifiers import InvalidIdentifier, require_length, spelled

NAME = "统一社会信用代码"
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""Thirty-one characters; I, O, S, V and Z are left out because they look like others."""
LOOKALIKES = {"I": "1", "O": "0", "S": "5", "V": "U", "Z": "2"}
REGISTRARS = {
    "11": "机关", "12": "事业单位", "13": "编办直接管理机构编制的群众团体", "19": "机构编制其他",
    "51": "社会团体", "52": "民办非企业单位", "53": "基金会", "59": "民政其他",
    "91": "企业", "92": "个体工商户", "93": "农民专业合作社", "Y1": "其他",
}  # fmt: skip
WEIGHTS = tuple(pow(3, power, 31) for power in range(17))
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


class CreditCode(NamedTuple):
    """A sound code. kind: what is registered, "" when the first two characters are not in the table.

    area: six-digit division code of the registrar. organisation: the nine characters of GB 11714.
    """

    text: str
    kind: str
    area: str
    organisation: str


def parse_credit_code(text: str) -> CreditCode:
    """Return a unified social credit code with its parts. Raises InvalidIdentifier with the wrong position."""
    code = spelled(text)
    require_length(NAME, code, 18)
    for position, character in enumerate(code, 1):
        if character in LOOKALIKES:
            raise InvalidIdentifier(NAME, f"不用字母{character}，可能是“{LOOKALIKES[character]}”", position)
        if character not in ALPHABET or (3 <= position <= 8 and not character.isdigit()):
            raise InvalidIdentifier(NAME, f"不能是“{character}”", position)
    if check_character(code) != code[17]:
        raise InvalidIdentifier(NAME, "校验码不符，前17位或末位有误", 18)
    return CreditCode(code, REGISTRARS.get(code[:2], ""), code[2:8], code[8:17])


def check_character(code: str) -> str:
    """Return the eighteenth character that belongs to the first seventeen."""
    total = sum(weight * ALPHABET.index(each) for weight, each in zip(WEIGHTS, code[:17], strict=True))
    return ALPHABET[-total % 31]


def organisation_check(body: str) -> str:
    """Return the ninth character that belongs to the eight of an organisation code (digits and A to Z)."""
    total = sum(weight * int(each, 36) for weight, each in zip(ORGANISATION_WEIGHTS, body[:8], strict=True))
    return "0123456789X"[-total % 11]
