"""What the importer knows about the words of surveys: authorities, wordings of conditions, names of facts."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lianban.adapters.catalogue_files import yaml_text
from lianban.core.conditions.algebra import facts_of
from lianban.core.conditions.text import parse

Entry = dict[str, Any]


class Words:
    """The known words of a catalogue folder, and those that an import adds.

    `vocabulary/wordings.yaml` maps a department's wording to a condition, a question to the name of its fact, a
    result's name to the material kind that it is to other items, and an entry of one item (`gjj_open: 缴存人数`) to the
    data element or material kind that it is where the survey's own key says too little, and a chain to the summary and
    the names that people use for it. `vocabulary/english.yaml` maps what people read to its English.
    """

    def __init__(self, folder: Path) -> None:
        wordings = _read(folder / "vocabulary" / "wordings.yaml")
        self._conditions: Mapping[str, str] = wordings.get("conditions", {})
        self._facts: Mapping[str, str] = wordings.get("questions", {})
        self._results: Mapping[str, str] = wordings.get("results", {})
        self._keys: Mapping[str, str] = wordings.get("keys", {})
        self._chains: Mapping[str, Entry] = wordings.get("chains", {})
        self._english: Mapping[str, str] = _read(folder / "vocabulary" / "english.yaml")
        self.authorities: dict[str, Entry] = dict(_read(folder / "authorities.yaml"))
        self.situations: dict[str, Entry] = dict(_read(folder / "vocabulary" / "situations.yaml"))
        self._authority_of = {
            text: key for key, entry in self.authorities.items() for text in (entry["name"], *entry.get("synonyms", ()))
        }

    def authority(self, text: str) -> str:
        """Return the key of the authority that a survey writes as `text`; an unknown one is added."""
        if text not in self._authority_of:
            key = f"authority_{_digest(text)}"
            self.authorities[key] = {"name": text}
            self._authority_of[text] = key
        return self._authority_of[text]

    def condition(self, text: str) -> str:
        """Return the condition that a wording means, in the catalogue's notation.

        An unknown wording becomes a situation of its own, asked as yes or no.
        """
        known = self._conditions.get(text)
        if known:
            return known
        fact = f"situation.{_digest(text)}"
        entry = self.situations.setdefault(fact, {"ask": f"是否属于：{text}？", "synonyms": []})
        if text not in entry["synonyms"]:
            entry["synonyms"].append(text)
        return fact

    def question_fact(self, ask: str, chain: str, question: str) -> str:
        """Return the name of the fact that a question of a chain settles."""
        slug = chain.replace("-", "_")
        return self._facts.get(f"{chain} {question}") or self._facts.get(ask) or f"{slug}.{question}"

    def key(self, item: str, name: str, concept: str) -> str:
        """Return the data element or material kind that an entry of an item is."""
        return self._keys.get(f"{item}: {name}", concept)

    def english(self, text: str) -> str:
        """Return the English of something that people read, or nothing."""
        return self._english.get(text, "")

    def chain(self, key: str) -> Entry:
        """Return a chain's summary, its English and the names people use, as far as they are known."""
        return dict(self._chains.get(key, {}))

    def result_kind(self, name: str) -> str:
        """Return the material kind that a result is to other items, or nothing."""
        return self._results.get(name, "")

    def situation_of(self, condition: str) -> tuple[str, bool | str] | None:
        """Return the single fact and value that make a condition true, if it is as simple as that."""
        facts = facts_of(parse(condition))
        if len(facts) != 1:
            return None
        fact = next(iter(facts))
        if condition == fact:
            return fact, True
        if condition == f"非 {fact}":
            return fact, False
        name, sign, value = condition.partition(" = ")
        return (fact, value) if sign and name == fact and parse(condition) else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _read(path: Path) -> Entry:
    if not path.exists():
        return {}
    written, _ = yaml_text.load(path.read_text(encoding="utf-8"))
    return written if isinstance(written, dict) else {}
