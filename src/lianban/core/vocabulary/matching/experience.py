"""What confirmed names teach: which key a sense, a form's field or a name has had so far."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from lianban.core.vocabulary.matching import facts
from lianban.core.vocabulary.matching.asked import Asked, Kind
from lianban.core.vocabulary.matching.fields import Reading
from lianban.core.vocabulary.matching.wording import Likeness, bare, outside_brackets, plain

AGREED = 0.8
"""The share of confirmed names that must agree on a key before a sense stands for it."""

ALIKE = 0.9
"""How alike a name must be to a confirmed one to be taken for the same, when nothing else is known."""

APART = 0.15
"""By how much the best likeness must exceed that of the next key."""

_STANDS_FOR = "guardian"
_PERSONS = frozenset(["applicant", "child", "staff", "legal_rep", "agent", "spouse", "mother", "father"])
_NO_TITLE = re.compile(r"(申请|登记|备案|审批|审核|信息|申报|核验|办理|业务)*(表|书|单|参数|信息)?")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A key that experience suggests. score: 0 to 1. why: for a person to judge."""

    key: str
    score: float
    why: str


class Experience:
    """Statistics over names whose keys are known."""

    def __init__(self, known: Iterable[tuple[Asked, Reading]]) -> None:
        self._of_entry: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        self._of_form: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        self._of_document: dict[str, Counter[str]] = defaultdict(Counter)
        self._of_sense: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._broadly: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._names: dict[tuple[str, str], dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        for asked, reading in known:
            if asked.key:
                self._learn(asked, reading)
        self._likeness = {group: Likeness(name for name in names if name) for group, names in self._names.items()}

    def _learn(self, asked: Asked, reading: Reading) -> None:
        self._of_entry[_entry(asked, reading)][asked.key] += 1
        if asked.kind is Kind.MATERIAL:
            self._of_document[plain(asked.name)][asked.key] += 1
        elif not _NO_TITLE.fullmatch(outside_brackets(asked.form)):
            self._of_form[_form(asked, reading)][asked.key] += 1
        self._of_sense[asked.kind, reading.sense][asked.key] += 1
        if reading.broader not in ("", reading.sense):
            self._broadly[asked.kind, reading.broader][asked.key] += 1
        if not reading.known_head:
            self._names[_group(asked)][bare(asked.name)][asked.key] += 1

    def lesson(self, asked: Asked, reading: Reading) -> Lesson | None:
        """Return what is known about a name: from the same item, the same form, the same sense, or a name alike."""
        return (
            _one(self._of_entry.get(_entry(asked, reading)), 0.99, "同一事项的同一说法已确认")
            or _one(self._of_form.get(_form(asked, reading)), 0.97, "同名表单的同一说法已确认")
            or self._by_document(asked, reading)
            or self._by_sense(asked, reading)
            or self._by_likeness(asked, reading)
        )

    def nearest(self, asked: Asked) -> list[tuple[str, float]]:
        """Return the keys of the three most alike confirmed names, best first, as suggestions for a person."""
        group, best = _group(asked), dict[str, float]()
        if group not in self._likeness:
            return []
        for name, likeness in self._likeness[group].to_all(bare(asked.name)).items():
            for key in self._names[group][name]:
                best[key] = max(best.get(key, 0.0), likeness)
        return sorted(best.items(), key=lambda each: (-each[1], each[0]))[:3]

    def _by_document(self, asked: Asked, reading: Reading) -> Lesson | None:
        if asked.kind is Kind.FIELD or reading.alone:
            return None
        return _one(self._of_document.get(plain(asked.name)), 0.95, "同名材料已确认")

    def _by_sense(self, asked: Asked, reading: Reading) -> Lesson | None:
        keys = self._of_sense.get((asked.kind, reading.sense))
        if not keys and reading.broader:
            keys = self._broadly.get((asked.kind, reading.broader))
        if not keys:
            return None
        key, count = keys.most_common(1)[0]
        if reading.sense.startswith(_STANDS_FOR) and not key.startswith(_STANDS_FOR):
            return None  # a guardian is the mother here and the father there: only the same form tells
        if count == 1 and _another_person(reading.sense, key):
            return None  # one form may have its reasons; two are a custom
        share = count / keys.total()
        return Lesson(key, round(0.96 * share, 3), f"{reading.why}，已确认 {count} 次") if share >= AGREED else None

    def _by_likeness(self, asked: Asked, reading: Reading) -> Lesson | None:
        if reading.known_head or reading.alone:
            return None
        if asked.kind is Kind.FIELD and facts.says_little(asked.name):
            return None
        (key, best), *rest = self.nearest(asked) or [("", 0.0)]
        if best < ALIKE or (rest and best - rest[0][1] < APART):
            return None
        return Lesson(key, round(0.9 * best, 3), "与已确认的说法几乎相同")


def _another_person(sense: str, key: str) -> bool:
    role = sense.partition(".")[0]
    return role in _PERSONS and key.partition(".")[0] != role


def _one(keys: Counter[str] | None, score: float, why: str) -> Lesson | None:
    return Lesson(next(iter(keys)), score, why) if keys and len(keys) == 1 else None


def _entry(asked: Asked, reading: Reading) -> tuple[str, ...]:
    return asked.kind, asked.item_name, asked.name, asked.type, reading.subject


def _form(asked: Asked, reading: Reading) -> tuple[str, ...]:
    return asked.kind, outside_brackets(asked.form), asked.name, asked.type, reading.subject


def _group(asked: Asked) -> tuple[str, str]:
    return asked.kind, facts.type_group(asked.type) if asked.kind is Kind.FIELD else ""
