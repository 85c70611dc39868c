"""电子证照标识 (GB/T 36904-2018) with its ISO 7064 MOD 37,36 check character."""

from typing import NamedTuple

from lianban.core.kernel.identifiers import InvalidIdentifier, require_characters, require_length, spelled

NAME = "证照标识"
ROOT = "1.2.156.3005.2"
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class LicenceIdentifier(NamedTuple):
    """kind: 证照类型代码, 21 characters. issuer: code of the issuing body. serial: up to 32. version: 001 to 999."""

    kind: str
    issuer: str
    serial: str
    version: int

    @property
    def check(self) -> str:
        """The check character over kind, issuer, serial and version."""
        return check_character(f"{self.kind}{self.issuer}{self.serial}{self.version:03d}")

    def __str__(self) -> str:
        return f"{ROOT}.{self.kind}.{self.issuer}.{self.serial}.{self.version:03d}.{self.check}"


def licence_identifier(kind: str, issuer: str, serial: str, version: int = 1) -> LicenceIdentifier:
    """Return the identifier of a licence. Raises InvalidIdentifier when a part has the wrong form."""
    kind, issuer, serial = spelled(kind), spelled(issuer), spelled(serial)
    require_length(f"{NAME}的证照类型代码", kind, 21)
    for name, part in (("证照类型代码", kind), ("颁发机构代码", issuer), ("流水号", serial)):
        require_characters(f"{NAME}的{name}", part, ALPHABET)
    if not issuer or not 1 <= len(serial) <= 32:
        raise InvalidIdentifier(NAME, "的颁发机构代码不能为空，流水号应为1至32位")
    if not 1 <= version <= 999:
        raise InvalidIdentifier(NAME, "的版本号应在001至999之间")
    return LicenceIdentifier(kind, issuer, serial, version)


def parse_licence_identifier(text: str) -> LicenceIdentifier:
    """Return an identifier with its parts. Raises InvalidIdentifier, also when the check character differs."""
    whole = spelled(text)
    parts = whole.removeprefix(f"{ROOT}.").split(".")
    if not whole.startswith(f"{ROOT}.") or len(parts) != 5:
        raise InvalidIdentifier(NAME, f"应以{ROOT}.开头，并有五段")
    require_length(f"{NAME}的版本号", parts[3], 3)
    require_characters(f"{NAME}的版本号", parts[3], "0123456789")
    found = licence_identifier(parts[0], parts[1], parts[2], int(parts[3]))
    if parts[4] != found.check:
        raise InvalidIdentifier(NAME, "校验位不符", len(whole))
    return found


def check_character(text: str) -> str:
    """Return the ISO 7064 MOD 37,36 check character of digits and upper-case letters."""
    product = 36
    for character in text:
        product = ((product + ALPHABET.index(character)) % 36 or 36) * 2 % 37
    return ALPHABET[(37 - product) % 36]
