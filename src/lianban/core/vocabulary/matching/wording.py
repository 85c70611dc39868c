"""Chinese names laid bare: width, brackets, units and filler removed; likeness of two names."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

_BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
_MARKS = re.compile(r"[\s《》“”\"'‘’·、，,。；;:：/\\|.\-—]+")
_FILLER = re.compile(r"的|是否|有无|申请表中|拟(?=[一-鿿]{2})")


def plain(name: str) -> str:
    """Return a name in one width, without spaces and quotation marks."""
    return re.sub(r"[\s《》“”\"]", "", unicodedata.normalize("NFKC", name))


def outside_brackets(name: str) -> str:
    """Return a name without what stands in brackets, unless all of it does."""
    text, shorter = plain(name), ""
    while (shorter := _BRACKETS.sub("", text)) != text:
        text = shorter
    return text or plain(name).strip("()")


def in_brackets(name: str) -> list[str]:
    """Return what stands in brackets, first to last."""
    return [match.strip("()[]【】") for match in _BRACKETS.findall(plain(name))]


def bare(name: str) -> str:
    """Return the words that make the difference: no brackets, marks or filler."""
    text = outside_brackets(name)
    return _FILLER.sub("", _MARKS.sub("", text)) or text


def pairs_of(text: str) -> Counter[str]:
    """Return the pairs of neighbouring characters, ends marked."""
    marked = f"^{text}$"
    return Counter(marked[at : at + 2] for at in range(len(marked) - 1))


class Likeness:
    """How alike names are, 0 to 1: the cosine of their character pairs, rare pairs weighing more."""

    def __init__(self, names: Iterable[str]) -> None:
        known = set(names)
        counts = Counter(pair for name in known for pair in set(pairs_of(name)))
        self._rare = math.log(1 + len(known))
        self._weights = {pair: math.log((1 + len(known)) / count) for pair, count in counts.items()}
        self._vectors = {name: self._vector(name) for name in known}

    def to_all(self, wanted: str) -> dict[str, float]:
        """Return how alike every known name is: 1 for the same, 0 for one without a pair in common."""
        vector = self._vector(wanted)
        return {name: 1.0 if name == wanted else _product(vector, other) for name, other in self._vectors.items()}

    def _vector(self, name: str) -> dict[str, float]:
        weights = {pair: count * self._weights.get(pair, self._rare) for pair, count in pairs_of(name).items()}
        length = math.hypot(*weights.values())
        return {pair: weight / length for pair, weight in weights.items()} if length else {}


def _product(one: dict[str, float], other: dict[str, float]) -> float:
    return sum(one[pair] * other[pair] for pair in one.keys() & other.keys())
