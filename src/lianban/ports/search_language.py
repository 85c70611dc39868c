"""The words and sounds that the search knows."""

from typing import Protocol

from lianban.core.search.lexicon import Lexicon


class SearchLanguage(Protocol):
    """The language of the people who search."""

    @property
    def lexicon(self) -> Lexicon:
        """Everyday words and what they stand for."""
        ...

    def syllables(self, text: str) -> tuple[str, ...]:
        """Return one pinyin syllable without tone for each character of a Chinese text."""
        ...
