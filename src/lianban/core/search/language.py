"""What is known about words: which mean the same, which mean nothing, how they sound."""

from collections.abc import Callable, Iterator
from functools import cached_property

from lianban.core.search.lexicon import Lexicon
from lianban.core.search.sounds import fold, initials
from lianban.core.search.stems import stem

Syllables = Callable[[str], tuple[str, ...]]
"""Gives one pinyin syllable without tone for each character of a Chinese text."""

Sound = tuple[str, ...]


class Language:
    """A lexicon with its sounds."""

    def __init__(self, lexicon: Lexicon, syllables: Syllables) -> None:
        self._lexicon = lexicon
        self.syllables = syllables
        self.english_asides = frozenset(lexicon.english_asides)
        self.asides = frozenset(lexicon.asides)
        self.departures = lexicon.departures
        self._longest = max(map(len, (*self.words, *self.asides)), default=0)

    @cached_property
    def words(self) -> dict[str, tuple[str, ...]]:
        """Every word of the lexicon and the meanings it stands for."""
        found: dict[str, tuple[str, ...]] = {}
        for meaning, words in self._lexicon.meanings.items():
            for word in words:
                found[word.lower()] = (*found.get(word.lower(), ()), meaning)
        return found

    @cached_property
    def _english(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for word, meanings in self.words.items():
            if word.isascii():
                found[stem(word)] = (*found.get(stem(word), ()), *meanings)
        return found

    @cached_property
    def sounds(self) -> dict[Sound, tuple[str, ...]]:
        """How words of two characters or more sound, and what they stand for."""
        found: dict[Sound, tuple[str, ...]] = {}
        for word, meanings in self.words.items():
            if len(word) > 1 and not word.isascii():
                sound = tuple(map(fold, self.syllables(word)))
                found[sound] = (*found.get(sound, ()), *meanings)
        return found

    @cached_property
    def initials(self) -> dict[str, tuple[str, ...]]:
        """First letters of words of three characters or more, and what they stand for."""
        found: dict[str, tuple[str, ...]] = {}
        for word, meanings in self.words.items():
            if len(word) > 2 and not word.isascii():
                letters = initials(self.syllables(word))
                found[letters] = (*found.get(letters, ()), *meanings)
        return found

    def meanings_of(self, word: str) -> tuple[str, ...]:
        """Return what a word in Latin letters stands for, whatever its endings."""
        return self._english.get(stem(word), ())

    def found_words(self, text: str, *, asides: bool = False) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Yield start, stop and meanings of the longest known word at each place; words inside it are left out.

        asides: yield phrases without a subject too; they have no meanings.
        """
        reached = 0
        for start in range(len(text)):
            for stop in range(min(len(text), start + self._longest), max(start, reached), -1):
                word = text[start:stop]
                if word in self.words or (asides and word in self.asides):
                    yield start, stop, self.words.get(word, ())
                    reached = stop
                    break

    def heard_words(self, sound: Sound) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Yield start, stop and meanings of the longest word heard at each place of folded syllables."""
        reached = 0
        for start in range(len(sound)):
            for stop in range(min(len(sound), start + self._longest), max(start + 1, reached), -1):
                if sound[start:stop] in self.sounds:
                    yield start, stop, self.sounds[sound[start:stop]]
                    reached = stop
                    break
