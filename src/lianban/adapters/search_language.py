"""The search's language: words from the catalogue's `search.yaml`, sounds from pypinyin."""

from functools import cached_property, lru_cache
from pathlib import Path

import yaml
from pypinyin import lazy_pinyin

from lianban.core.search.lexicon import Lexicon
from lianban.core.search.measuring import Phrasing, phrasings_in

SHIPPED = Path(__file__).resolve().parents[3] / "data" / "catalogue" / "search.yaml"
"""The words that come with the platform."""

TEXTS_KEPT = 20_000


class PinyinLanguage:
    """Reads a file of words once."""

    def __init__(self, file: Path = SHIPPED) -> None:
        self._file = file

    @cached_property
    def lexicon(self) -> Lexicon:
        """Everyday words and what they stand for."""
        return Lexicon.model_validate(yaml.safe_load(self._file.read_text(encoding="utf-8")))

    def syllables(self, text: str) -> tuple[str, ...]:
        """Return one syllable for each character; a character without a known sound stands for itself."""
        return _syllables(text)


def read_phrasings(file: Path) -> tuple[Phrasing, ...]:
    """Return the phrasings of a file: groups of `{ask: text, wants: [keys]}`."""
    return phrasings_in(yaml.safe_load(file.read_text(encoding="utf-8")))


@lru_cache(maxsize=TEXTS_KEPT)
def _syllables(text: str) -> tuple[str, ...]:
    return tuple(lazy_pinyin(text, errors=list))
