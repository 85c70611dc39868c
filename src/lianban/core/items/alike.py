"""One item, one definition: what several definitions of the same thing say differently (三级四同, facts 1.5)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lianban.core.items.model import ServiceItem
from lianban.core.kernel.finding import Finding

_ELEMENTS = {"name": "事项名称", "type": "事项类型", "code": "基本编码", "basis": "设定依据"}
"""What must be the same at every level of government."""


class Face(NamedTuple):
    """What others are compared with: a few hundred bytes of an item. basis: the laws, without their articles."""

    key: str
    authority: str
    level: str
    name: str
    type: str
    code: str
    basis: tuple[str, ...]


def face_of(item: ServiceItem) -> Face:
    """Return what an item is compared by."""
    laws = tuple(sorted({each.document.removeprefix("中华人民共和国") for each in item.legal_basis}))
    return Face(item.key, item.authority, item.level, item.name, item.type, item.code, laws)


def check_alike(items: Iterable[ServiceItem]) -> list[Finding]:
    """Return where several definitions describe one item, and where its levels say different things about it."""
    alike = Alike()
    return [found for item in items for found in alike.twins(face_of(item))]


class Alike:
    """Remembers the faces seen, so that items can be looked at one by one."""

    def __init__(self) -> None:
        self._named: dict[tuple[str, str, str], str] = {}
        self._first: dict[str, Face] = {}

    def twins(self, face: Face) -> Iterator[Finding]:
        """Yield what is wrong with an item beside those seen before."""
        twin = self._named.setdefault((face.authority, face.name, face.level), face.key)
        if twin != face.key:
            yield Finding(
                rule="SAME_ITEM_DIFFERENT_DATA",
                level="error",
                where=f"items/{face.key}/name",
                message=f"“{face.name}”与事项“{twin}”同名同部门，内容却各写一份。",
                remedy="合并为一个事项，或改名说明区别。",
            )
        known = (self._first.setdefault(word, face) for word in (face.name, face.code) if word)
        for other in dict.fromkeys(known):
            if other.level != face.level:
                yield from _differing(face, other)


def _differing(face: Face, other: Face) -> Iterator[Finding]:
    wrong = [word for key, word in _ELEMENTS.items() if getattr(face, key) != getattr(other, key)]
    if wrong:
        yield Finding(
            rule="LEVELS_DIFFER",
            level="warning",
            where=f"items/{face.key}/level",
            message=f"“{face.name}”在{face.level}与{other.level}（{other.key}）的{'、'.join(wrong)}不同。",
            remedy="各层级同一事项的名称、类型、编码和依据应当相同；不是同一事项的，改名说明区别。",
        )
