"""Pinyin as people type it: folded syllables, syllables out of a row of letters, initials."""

from collections.abc import Iterable, Sequence

_FOLDED_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"))


def fold(syllable: str) -> str:
    """Return a syllable without the differences that many speakers do not make (zh and z, n and l, in and ing)."""
    for heard, kept in _FOLDED_INITIALS:
        if syllable.startswith(heard) and len(syllable) > len(heard):
            syllable = kept + syllable[len(heard) :]
            break
    return syllable.removesuffix("g").replace("v", "u") if syllable.endswith("ng") else syllable.replace("v", "u")


def split(letters: str, syllables: frozenset[str], longest: int = 6) -> tuple[str, ...]:
    """Cut letters into known syllables; letters that fit none stand alone (`kaifd` → kai, f, d).

    As few letters as possible stand alone, then as few parts as possible are made, then earlier parts are longer.
    """
    best: list[tuple[int, int, int]] = [(0, 0, 0)] * (len(letters) + 1)
    for start in range(len(letters) - 1, -1, -1):
        alone, parts, _ = best[start + 1]
        best[start] = (alone + 1, parts + 1, -1)
        for size in range(1, min(longest, len(letters) - start) + 1):
            if letters[start : start + size] in syllables:
                alone, parts, _ = best[start + size]
                best[start] = min(best[start], (alone, parts + 1, -size))
    return tuple(_walk(letters, best))


def _walk(letters: str, best: Sequence[tuple[int, int, int]]) -> Iterable[str]:
    start = 0
    while start < len(letters):
        size = -best[start][2]
        yield letters[start : start + size]
        start += size


def initials(syllables: Iterable[str]) -> str:
    """Return the first letters (kai fan dian → kfd)."""
    return "".join(each[0] for each in syllables if each)
