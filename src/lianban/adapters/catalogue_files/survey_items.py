"""A survey's item as a service item of the catalogue."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lianban.adapters.catalogue_files.survey_words import Entry, Words

_UNITS = {"工作日": "working_day", "日": "calendar_day", "小时": "hour", "月": "month", "年": "year"}
_NECESSITIES = {"必要": "必要", "条件必要": "条件必要", "非必要": "非必要", "容缺后补": "容缺后补"}
_ON_SITE = re.compile("现场|勘验|核查|踏勘|查勘|勘查|体检|上门|接种")
_UNIT_IN_NAME = re.compile(r"^(?P<name>.+?)（(?P<unit>万元|元|平方米|m²|m³/日|m³/h|m³|克|cm|年|kW/kVA)）$")
_UNIT_NAMES = {
    "m²": "平方米",
    "m³": "立方米",
    "m³/日": "立方米/日",
    "m³/h": "立方米/小时",
    "cm": "厘米",
    "kW/kVA": "千瓦/千伏安",
}
_YEARS = re.compile(r"^(?:最长)?(\d+)年$")


def item_of(survey: Entry, words: Words, *, concepts: bool = True) -> Entry:
    """Return a survey's item as the catalogue writes it. concepts: keep the data element and material kind keys."""
    key: str = survey["key"]
    read = _Item(key, words, concepts)
    return _filled(
        key=key,
        name=survey["name"],
        name_en=words.english(survey["name"]),
        code=survey.get("ref_code"),
        type=survey["type"],
        authority=words.authority(survey["implementing_dept"]),
        authority_text=survey["implementing_dept"],
        level=survey["level"],
        service_object=survey["service_object"],
        statutory_limit=_limit(survey.get("statutory_limit")),
        promised_limit=_limit(survey["promised_limit"]),
        handling_type=survey["handling_type"],
        legal_basis=[_basis(each) for each in survey["legal_basis"]],
        conditions=[_filled(text=each["text"], source=each["src"]) for each in survey["acceptance_conditions"]],
        materials=read.materials(survey["materials"]),
        form=read.form(survey.get("form")),
        steps=[read.step(each) for each in survey["steps"]["steps"]],
        results=[read.result(each) for each in survey["results"]],
        fee=None if survey["fee"] == "不收费" else {"charged": False, "text": survey["fee"]},
        visits=survey["visits"],
        note=survey.get("note"),
        source=survey["src"],
    )


class _Item:
    def __init__(self, key: str, words: Words, concepts: bool) -> None:
        self._key = key
        self._words = words
        self._concepts = concepts

    def materials(self, surveys: list[Entry]) -> list[Entry]:
        names = _names((each["concept"] for each in surveys), "m", self._concepts)
        return [self._material(each, next(names)) for each in surveys]

    def _material(self, survey: Entry, key: str) -> Entry:
        form, copies, note = _form(survey)
        necessity = _NECESSITIES[survey["necessity"]]
        return _filled(
            key=key,
            name=survey["name"],
            name_en=self._words.english(survey["name"]),
            kind=self._word(survey),
            necessity=necessity,
            when=self._when(survey),
            form=form,
            copies=copies,
            channel=survey["channel"],
            issued_by=survey.get("issued_by"),
            shared=survey.get("data_share"),
            e_licence=survey.get("e_licence"),
            tolerable=necessity == "容缺后补" or None,
            note="；".join(filter(None, (survey.get("note"), note))),
            source=survey["src"],
        )

    def form(self, survey: Entry | None) -> Entry | None:
        if survey is None:
            return None
        names = _names((each["concept"] for each in survey["fields"]), "f", self._concepts)
        return {"title": survey["title"], "fields": [self._field(each, next(names)) for each in survey["fields"]]}

    def _field(self, survey: Entry, key: str) -> Entry:
        split = _UNIT_IN_NAME.match(survey["name"])
        options = [self._option(str(each)) for each in survey.get("options", ())]
        return _filled(
            key=key,
            name=survey["name"],
            name_en=self._words.english(survey["name"]),
            element=self._word(survey),
            type=survey["type"],
            required=None if survey["required"] is not False else False,
            when=self._when(survey),
            options=options,
            unit=_UNIT_NAMES.get(split["unit"], split["unit"]) if split else None,
            source=survey["src"],
        )

    def _option(self, label: str) -> Entry:
        return _filled(value=label, label=label, label_en=self._words.english(label))

    def step(self, survey: Entry) -> Entry:
        on_site = bool(_ON_SITE.search(survey["step"])) or None
        return _filled(
            name=survey["step"],
            role=survey["role"],
            limit={"length": survey["limit_days"], "unit": "working_day"},
            when=self._when({"condition": survey.get("applies_when")}),
            on_site=on_site,
            counted=survey.get("counted"),
            note=survey.get("note"),
        )

    def result(self, survey: Entry) -> Entry:
        validity = survey.get("validity") or ""
        years = _YEARS.match(validity)
        return _filled(
            name=survey["name"],
            name_en=self._words.english(survey["name"]),
            kind=survey["type"],
            kind_key=self._words.result_kind(survey["name"]) if self._concepts else None,
            validity=validity,
            validity_years=int(years[1]) if years else None,
        )

    def _word(self, survey: Entry) -> str | None:
        return self._words.key(self._key, survey["name"], survey["concept"]) if self._concepts else None

    def _when(self, survey: Entry) -> str | None:
        text = survey.get("condition")
        return self._words.condition(text) if text else None


def _form(survey: Entry) -> tuple[str, int, str]:
    match survey["form"]:
        case "卡号":
            return "电子", survey["copies"], "填写卡号即可"
        case "原件1复印件2":
            return "原件及复印件", 3, "原件1份、复印件2份"
    return survey["form"], survey["copies"], ""


def _limit(survey: Entry | None) -> Entry | None:
    if survey is None:
        return None
    return _filled(
        length=survey["days"], unit=_UNITS[survey["unit"]], note=survey.get("note"), source=survey.get("src")
    )


def _basis(survey: Entry) -> Entry:
    return _filled(document=survey["law"], article=survey["article"], source=survey["src"])


def _names(concepts: Iterable[str], letter: str, kept: bool) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for number, concept in enumerate(concepts, 1):
        name = concept.partition(".")[2].replace(".", "_") or concept if letter == "m" else concept.replace(".", "_")
        seen[name] += 1
        yield f"{letter}{number:02}" if not kept else name if seen[name] == 1 else f"{name}_{seen[name]}"


def _filled(**values: Any) -> Entry:
    return {key: value for key, value in values.items() if value not in (None, "", [], {}, ())}


filled: Callable[..., Entry] = _filled
