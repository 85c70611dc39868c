"""A survey's chain: members and their circumstances, questions, dependencies, material rules."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lianban.adapters.catalogue_files.survey_items import filled
from lianban.adapters.catalogue_files.survey_words import Entry, Words


def chain_of(survey: Entry, items: Mapping[str, Entry], words: Words, *, concepts: bool = True) -> Entry:
    """Return a survey's chain as the catalogue writes it. items: the chain's items, already read."""
    return _Chain(survey, items, words, concepts).read()


class _Chain:
    def __init__(self, survey: Entry, items: Mapping[str, Entry], words: Words, concepts: bool) -> None:
        self._survey = survey
        self._slug: str = survey["chain"]["slug"]
        self._items = items
        self._words = words
        self._concepts = concepts
        self._guidance: list[Entry] = survey["guidance"]
        self._facts = {each["id"]: words.question_fact(each["ask"], self._slug, each["id"]) for each in self._guidance}

    def read(self) -> Entry:
        survey, head = self._survey, self._survey["chain"]
        lead = self._words.authority(survey["lead_department"])
        others = [self._words.authority(each) for each in survey["cooperating_departments"]]
        known = self._words.chain(self._slug)
        return filled(
            key=self._slug,
            code=head["code"],
            name=head["name"],
            name_en=known.get("name_en"),
            summary=known.get("summary"),
            summary_en=known.get("summary_en"),
            aliases=_unique([*head["aliases"], *known.get("aliases", ())]),
            service_object=head["service_object"],
            lead_authority=lead,
            cooperating_authorities=[each for each in dict.fromkeys(others) if each != lead],
            members=[filled(item=each["key"], when=self._needed(each["key"])) for each in survey["items"]],
            questions=[self._question(each) for each in self._guidance],
            dependencies=[self._dependency(each) for each in survey["dependencies"]],
            material_rules=list(self._material_rules()),
            published_reductions=[_reduction(each) for each in survey["reductions"]],
            visits_before=survey["visits"].get("before"),
            visits_after=survey["visits"].get("after"),
            sources=survey["sources"],
        )

    def _needed(self, item: str) -> str | None:
        """When an item is needed: some answer that adds it, or none ever does; and no answer that removes it."""
        return self._circumstances("items", {item})

    def _circumstances(self, what: str, names: set[str]) -> str | None:
        adding = self._answers(f"adds_{what}", names)
        removing = self._answers(f"removes_{what}", names)
        if list(adding) == list(removing) and self._is_single(*adding):
            removing = {}  # the same question, answered once, cannot both add and remove
        some = " 或 ".join(adding.values())
        parts = [f"({some})" if " 或 " in some and removing else some] if adding else []
        return " 且 ".join([*parts, *(f"非 {_bracketed(each)}" for each in removing.values())]) or None

    def _answers(self, effect: str, names: set[str]) -> dict[str, str]:
        """Return, per question, the condition that an answer with this effect on one of the names is given."""
        found = {}
        for question in self._guidance:
            values = [each["value"] for each in question["options"] if names & set(each.get(effect, ()))]
            if values:
                found[question["id"]] = self._answered(question, values)
        return found

    def _is_single(self, *questions: str) -> bool:
        return len(questions) == 1 and all(
            each["type"] == "single" for each in self._guidance if each["id"] in questions
        )

    def _answered(self, question: Entry, values: list[str]) -> str:
        fact = self._facts[question["id"]]
        if question["type"] == "multi":
            return " 或 ".join(f"{fact} 含 {_word(each)}" for each in values)
        if _is_yes_no(question):
            return " 或 ".join(fact if each == "yes" else f"非 {fact}" for each in values)
        if len(values) == 1:
            return f"{fact} = {_word(values[0])}"
        return f"{fact} 属于 [{', '.join(map(_word, values))}]"

    def _question(self, survey: Entry) -> Entry:
        kind = "yes_no" if _is_yes_no(survey) else survey["type"]
        return filled(
            key=survey["id"],
            fact=self._facts[survey["id"]],
            ask=survey["ask"],
            ask_en=self._words.english(survey["ask"]),
            kind=kind,
            answers=[self._answer(survey, each) for each in survey["options"]],
            when=self._shown(survey.get("show_if")),
            source=survey["src"],
        )

    def _shown(self, text: str | None) -> str | None:
        if text is None:
            return None
        left, _, right = text.partition(" in ") if " in " in text else text.partition("==")
        if right == "items":
            return self._needed(left)
        question = next(each for each in self._guidance if each["id"] == left)
        return self._answered(question, [right.strip("'\"")])

    def _answer(self, question: Entry, survey: Entry) -> Entry:
        return filled(
            value=survey["value"],
            label=survey["label"],
            label_en=self._words.english(survey["label"]),
            note=survey.get("note"),
            sets=self._sets(question, survey),
        )

    def _sets(self, question: Entry, answer: Entry) -> dict[str, bool | str]:
        """Return the situations that an answer settles: those of the materials that its question adds or removes."""
        if question["type"] == "multi":
            return {}
        sets: dict[str, bool | str] = {}
        for other in question["options"]:
            for name in other.get("adds_materials", ()):
                for fact, value in self._situations(name):
                    if fact == self._facts[question["id"]]:
                        continue
                    if other is answer:
                        sets[fact] = value
                    elif isinstance(value, bool):
                        sets.setdefault(fact, not value)
        return sets

    def _situations(self, name: str) -> Iterator[tuple[str, bool | str]]:
        for _, material in self._materials(name):
            if "when" in material and (settled := self._words.situation_of(material["when"])):
                yield settled

    def _materials(self, name: str) -> Iterator[tuple[str, Entry]]:
        for key, item in self._items.items():
            yield from ((key, each) for each in item.get("materials", ()) if each["name"] == name)

    def _material_rules(self) -> Iterator[Entry]:
        added = {each["name"]: each for each in self._survey.get("situational_materials", ())}
        names = _unique(self._named_materials())
        for name in names:
            needed = self._circumstances("materials", {name})
            if needed is None:
                continue
            if name in added:
                yield self._rule(added[name]["attach_to"], added[name]["concept"], name, needed)
            for item, material in self._materials(name):
                if "when" not in material:
                    kind = material.get("kind", "")
                    alike = {each for each in names if each in added and self._is_like(added[each], item, kind)}
                    needed = self._circumstances("materials", {name} | alike) or "真"
                    yield self._rule(item, kind, name, f"非 {_bracketed(needed)}", adds=False)

    def _is_like(self, added: Entry, item: str, kind: str) -> bool:
        """Whether an added material is another form of a listed one, so that either is the document that is meant."""
        return self._concepts and added["attach_to"] == item and added["concept"] == kind

    def _rule(self, item: str, kind: str, name: str, when: str, *, adds: bool = True) -> Entry:
        rule = {"item": item, "kind": kind if self._concepts else "", "name": name}
        return rule | ({} if adds else {"adds": False}) | {"when": when}

    def _named_materials(self) -> Iterator[str]:
        for question in self._guidance:
            for option in question["options"]:
                yield from option.get("adds_materials", ())
                yield from option.get("removes_materials", ())

    def _dependency(self, survey: Entry) -> Entry:
        return filled(
            before=survey["from"],
            after=survey["to"],
            kind=survey["type"],
            via=survey.get("via"),
            via_en=self._words.english(survey.get("via") or ""),
            note=survey.get("condition"),
            source=survey["src"],
        )


def _is_yes_no(question: Entry) -> bool:
    return question["type"] == "single" and sorted(each["value"] for each in question["options"]) == ["no", "yes"]


def _word(value: Any) -> str:
    text = str(value)
    return f"'{text}'" if text in ("yes", "no", "true", "false") or text[:1].isdigit() else text


def _bracketed(condition: str) -> str:
    return f"({condition})" if any(sign in condition for sign in (" 或 ", " 且 ")) else condition


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _reduction(survey: Entry) -> Entry:
    def text(values: Mapping[str, object]) -> dict[str, str]:
        return {key: "、".join(value) if isinstance(value, list) else str(value) for key, value in values.items()}

    return filled(
        scope=survey["scope"],
        before=text(survey.get("before", {})),
        after=text(survey.get("after", {})),
        source=survey["src"],
    )
