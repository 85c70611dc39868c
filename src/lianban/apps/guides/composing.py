"""From definitions and answers to the sheet."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lianban.apps.catalogue.public import Definitions
from lianban.apps.guides.answering import answered
from lianban.apps.guides.sheet import (
    Sheet,
    SheetFigure,
    SheetItem,
    SheetMaterial,
    SheetPaper,
    SheetPlace,
    SheetQuestion,
    SheetRemedies,
    SheetReply,
    SheetResult,
    Word,
)
from lianban.core.chains.guide import Guide, GuideQuestion, guide_of
from lianban.core.chains.model import Chain
from lianban.core.chains.naming import names_of
from lianban.core.chains.plan import Marking, MergedMaterial, Need, Plan, PlanItem
from lianban.core.chains.process import JointAct, Scheduled
from lianban.core.conditions.algebra import ALWAYS, Condition
from lianban.core.conditions.words import Names, say
from lianban.core.guidance.answers import Given
from lianban.core.items.model import Place
from lianban.core.items.papers import has_paper
from lianban.core.items.quality_guide import paper_for

SOURCE_KEY = re.compile(r"（[A-Za-z0-9_、,]+）")
FIGURES = ("visits", "materials", "steps", "days", "fields")


def compose_sheet(definitions: Definitions, chain: Chain, plan: Plan, answers: Mapping[str, Given]) -> Sheet:
    """Return what a chain asks of somebody who gave these answers; plan: compiled for them."""
    return _Composer(definitions, chain, plan).sheet(answers)


def plain(words: str) -> str:
    """Return words without the source keys that definitions carry for their authors."""
    return SOURCE_KEY.sub("", words)


@dataclass
class _Composer:
    definitions: Definitions
    chain: Chain
    plan: Plan

    def sheet(self, answers: Mapping[str, Given]) -> Sheet:
        guide = guide_of(self.plan, self.chain, self.definitions.items, self.definitions.vocabulary)
        needed = [each for each in self.plan.items if each.need is not Need.NOT_NEEDED]
        process = self.plan.process
        return Sheet(
            chain=self.chain.key,
            name=Word(zh=self.chain.name, en=self.chain.name_en),
            summary=Word(zh=self.chain.summary, en=self.chain.summary_en),
            lead=self._department(self.chain.lead_authority),
            answers=tuple(answered(self.chain, answers)),
            items=tuple(self._item(each) for each in needed),
            not_needed=tuple(self._named(each.key) for each in self.plan.items if each.need is Need.NOT_NEEDED),
            to_hand_in=tuple(self._material(each) for each in guide.to_hand_in),
            fetched=tuple(self._material(each) for each in guide.fetched),
            promise=process.promise,
            path=tuple(self._named(key) for key in process.path),
            rounds=self.plan.reductions.steps.after_entries,
            joint=tuple(self._joint(act) for act in process.joint_acts),
            composite=self.chain.licence_name,
            place=guide.places[0].place if guide.places else Place(),
            **self._told_once(guide),
            visits=guide.visits,
            fee=guide.fee,
            figures=tuple(self._figures()),
        )

    def _told_once(self, guide: Guide) -> dict[str, Any]:
        return {
            "places": tuple(SheetPlace(place=each.place, items=self._all(each.items)) for each in guide.places),
            "remedies": tuple(
                SheetRemedies(remedies=each.remedies, items=self._all(each.items)) for each in guide.remedies
            ),
            "questions": tuple(self._question(each) for each in guide.faq),
        }

    def _question(self, asked: GuideQuestion) -> SheetQuestion:
        several = len(asked.answers) > 1
        return SheetQuestion(
            ask=Word(zh=asked.question, en=asked.question_en),
            replies=tuple(
                SheetReply(text=Word(zh=each.answer, en=each.answer_en), items=self._all(each.items) if several else ())
                for each in asked.answers
            ),
        )

    def _all(self, keys: Iterable[str]) -> tuple[Word, ...]:
        return tuple(self._named(key) for key in keys)

    def _joint(self, act: JointAct) -> str:
        items = self.definitions.items
        return f"{act.name}（{'、'.join(items[key].name for key in act.items)}）"

    @cached_property
    def _names(self) -> tuple[Names, Names]:
        vocabulary = self.definitions.vocabulary
        return names_of(self.chain, vocabulary, "zh"), names_of(self.chain, vocabulary, "en")

    @cached_property
    def _schedule(self) -> dict[str, Scheduled]:
        return {each.item: each for each in self.plan.process.schedule}

    def _item(self, planned: PlanItem) -> SheetItem:
        item, when = self.definitions.items[planned.key], self._schedule[planned.key]
        return SheetItem(
            key=item.key,
            name=self._named(item.key),
            authority=item.authority,
            department=self._department(item.authority),
            need=planned.need,
            because=self._said(planned.because) if planned.need is Need.POSSIBLE else Word(zh=""),
            statutory=item.statutory_limit,
            days=planned.days,
            starts=when.starts,
            ends=when.ends,
            on_path=planned.key in self.plan.process.path,
            fee=plain(item.fee.text),
            charged=item.fee.charged,
            visit_reason=plain(item.visit_reason),
            results=tuple(
                SheetResult(name=Word(zh=each.name, en=each.name_en), kind=each.kind) for each in item.results
            ),
            conditions=tuple(plain(each.text) for each in item.conditions),
            conditions_en=tuple(each.text_en for each in item.conditions),
            basis=item.legal_basis,
            place=item.place,
        )

    def _material(self, each: MergedMaterial) -> SheetMaterial:
        users = dict.fromkeys(use.item for use in each.uses)
        return SheetMaterial(
            key=each.key,
            name=Word(zh=each.name, en=each.name_en),
            marking=each.marking,
            need=each.need,
            because=self._said(each.when) if each.need is Need.POSSIBLE else Word(zh=""),
            form=each.form,
            copies=each.copies,
            source=self._source(each),
            guidance=Word(zh=plain(each.guidance), en=each.guidance_en),
            used_by=self._all(users),
            **self._papers(each),
        )

    def _papers(self, each: MergedMaterial) -> dict[str, Any]:
        """A letter that several items ask for is the same letter, so the first item's serves."""
        vocabulary = self.definitions.vocabulary
        for use in each.uses:
            item = self.definitions.items[use.item]
            need = next((one for one in item.materials if one.key == use.material), None)
            if need is None:
                continue
            paper = paper_for(need, vocabulary)
            if paper.blank or paper.sample:
                return {"blank": paper.blank, "sample": paper.sample}
            if has_paper(item, need, vocabulary):
                return {"papers": (SheetPaper(item=item.key, material=need.key),)}
        return {}

    def _source(self, each: MergedMaterial) -> Word:
        if each.marking is Marking.INTERNAL and each.produced_by:
            made = self._named(each.produced_by)
            return Word(zh=f"本次办理“{made.zh}”后自动转来", en=f"Passed on once “{made.en or made.zh}” is done")
        if each.exempt_reason:
            return Word(zh=each.exempt_reason, en="The authorities have it, or the one form yields it")
        if each.issuer:
            return Word(zh=f"由{plain(each.issuer)}出具", en="")
        return Word(zh="您自己准备", en="You prepare it")

    def _said(self, condition: Condition) -> Word:
        if condition == ALWAYS:
            return Word(zh="")
        chinese, english = self._names
        return Word(zh=say(condition, chinese, "zh"), en=say(condition, english, "en"))

    def _named(self, key: str) -> Word:
        item = self.definitions.items[key]
        return Word(zh=item.name, en=item.name_en)

    def _department(self, key: str) -> Word:
        found = self.definitions.vocabulary.authorities.get(key)
        return Word(zh=found.name, en=found.name_en) if found else Word(zh=key)

    def _figures(self) -> Iterator[SheetFigure]:
        for key in FIGURES:
            figure = getattr(self.plan.reductions, key)
            yield SheetFigure(
                key=key,
                before=figure.before,
                after=figure.after,
                before_entries=_plainly(figure.before_entries),
                after_entries=_plainly(figure.after_entries),
            )


def _plainly(entries: Sequence[str]) -> tuple[str, ...]:
    return tuple(plain(entry) for entry in entries)
