"""Administrative divisions (行政区划) as a tree: province, city, county, town, village.

A code of 2, 4, 6, 9 or 12 digits begins with the code of the division above it (GB/T 2260, GB/T 10114, and the codes
the National Bureau of Statistics gives to villages).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

NOWHERE = ""
"""The code above all provinces."""
_PLACEHOLDERS = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")
"""Names that stand in lists where there is no city of its own; nobody writes them in an address."""


@dataclass(frozen=True, slots=True)
class Division:
    """One division."""

    code: str
    name: str


class Divisions:
    """The divisions an installation knows; some towns may be known down to their villages, others not.

    names: code → name, every division after the one above it.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._below: dict[str, list[str]] = {}
        for code in names:
            self._below.setdefault(_above(code), []).append(code)

    def __contains__(self, code: object) -> bool:
        return code in self._names

    def name(self, code: str) -> str:
        """Return the name of a division; its code where it is not known."""
        return self._names.get(code, code)

    def below(self, code: str = NOWHERE) -> tuple[Division, ...]:
        """Return the divisions directly below one; the provinces without a code."""
        return tuple(Division(each, self._names[each]) for each in self._below.get(code, ()))

    def path(self, code: str) -> tuple[Division, ...]:
        """Return a division with those above it, the province first; without those that are not known."""
        chain = [code]
        while above := _above(chain[-1]):
            chain.append(above)
        return tuple(Division(each, self._names[each]) for each in reversed(chain) if each in self._names)

    def spoken(self, code: str) -> str:
        """Return a place as an address writes it: 山东省淄博市博山区; the code itself where nothing is known."""
        return "".join(each.name for each in self.path(code) if each.name not in _PLACEHOLDERS) or code

    def located(self, address: str) -> str:
        """Return the smallest division that a written address certainly lies in; empty when not even the province."""
        rest, code = address.strip().replace(" ", ""), NOWHERE
        while (found := self._first(rest, code)) is not None:
            code, rest = found
        return code

    def _first(self, address: str, code: str) -> tuple[str, str] | None:
        for each in self.below(code):
            if address.startswith(each.name):
                return each.code, address[len(each.name) :]
        for each in self.below(code):
            if each.name in _PLACEHOLDERS and (found := self._first(address, each.code)) is not None:
                return found
        return None

    def search(self, text: str, limit: int = 10, within: str = NOWHERE) -> tuple[Division, ...]:
        """Return the divisions whose name holds what was typed: larger ones first, of these the shortest names."""
        wanted = text.strip()
        if not wanted:
            return ()
        found = ((code, name) for code, name in self._names.items() if wanted in name and code.startswith(within))
        ranked = sorted(found, key=lambda pair: (len(pair[0]), not pair[1].startswith(wanted), len(pair[1]), pair[0]))
        return tuple(Division(code, name) for code, name in ranked[:limit])


def _above(code: str) -> str:
    shorter: Iterable[int] = (digits for digits in (9, 6, 4, 2) if digits < len(code))
    return code[: next(iter(shorter), 0)]
