"""The words people use beside the words of the law."""

from lianban.core.kernel.value import Value


class Lexicon(Value):
    """Words that mean the same, and words that mean nothing for the search.

    meanings: a key → every word, official or everyday, that stands for it; a word may stand for several.
    departures: keys of meanings that make a matter a special one (变更, 注销).
    asides: phrases that carry no subject (我想, 怎么办理, 需要什么材料).
    english_asides: the same in English, one word each.
    """

    meanings: dict[str, tuple[str, ...]] = {}
    departures: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    english_asides: tuple[str, ...] = ()
