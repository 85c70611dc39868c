"""English words without their endings, just enough that licence finds licences and retire finds retirement."""

_ENDINGS = ("ment", "ing", "ed")
_SHORTEST = 4


def stem(word: str) -> str:
    """Return a lower-case word without plural, `-ment`, `-ing`, `-ed` and a last `e`; short words stay as they are."""
    if len(word) > _SHORTEST and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    for ending in _ENDINGS:
        if len(word) >= len(ending) + _SHORTEST and word.endswith(ending):
            word = word.removesuffix(ending)
            break
    return word.removesuffix("e") if len(word) > _SHORTEST else word
