"""The one guide (办事指南) of a chain: what a person must know, put together from every item's own guide."""

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from lianban.core.chains.model import Chain
from lianban.core.chains.plan import HANDED_IN, MergedMaterial, Need, Plan, PlanItem
from lianban.core.clocks.limits import TimeLimit
from lianban.core.items.elements import FrequentQuestion, HandlingForm, Quota, Remedies
from lianban.core.items.model import AcceptanceCondition, Place, ServiceItem
from lianban.core.kernel.legal import LegalBasis
from lianban.core.kernel.value import Value
from lianban.core.vocabulary.model import Vocabulary

K = TypeVar("K", bound=Hashable)

_MARKS = re.compile(r"[\s，。、；：？！?!,.;:“”\"]+")


class GuideItem(Value):
    """What one authority does in it. conditions: when it grants (受理条件). fee: in words.

    steps: names of what it does, in order (程序). quota: how many are granted, where that is limited (数量).
    """

    key: str
    name: str
    name_en: str
    authority: str
    authority_en: str = ""
    need: Need
    days: Decimal
    statutory: TimeLimit | None
    results: tuple[str, ...]
    conditions: tuple[AcceptanceCondition, ...]
    fee: str
    place: Place
    handling_forms: tuple[HandlingForm, ...] = ()
    posted: bool = False
    steps: tuple[str, ...] = ()
    quota: Quota | None = None
    legal_basis: tuple[LegalBasis, ...]


class GuideAnswer(Value):
    """An answer, and the keys of the items whose authorities give it."""

    answer: str
    answer_en: str = ""
    source: tuple[str, ...] = ()
    items: tuple[str, ...]


class GuideQuestion(Value):
    """One of 常见问题, told once whoever is asked; answers: more than one where authorities answer differently."""

    question: str
    question_en: str = ""
    answers: tuple[GuideAnswer, ...]


class GuidePlace(Value):
    """Where, when and by what number, and the keys of the items that are handled there."""

    place: Place
    items: tuple[str, ...]


class GuideRemedies(Value):
    """Where to go against a decision, and the keys of the items whose decisions are meant."""

    remedies: Remedies
    items: tuple[str, ...]


class Guide(Value):
    """The one guide.

    to_hand_in: what the applicant brings or uploads. fetched: what the authorities get by themselves. promise: working
    days for the whole thing. visits: how often one must come. fee: the sum in yuan where every fee is fixed, else None.
    """

    title: str
    title_en: str
    summary: str
    summary_en: str
    service_object: str
    lead_authority: str
    cooperating_authorities: tuple[str, ...]
    items: tuple[GuideItem, ...]
    to_hand_in: tuple[MergedMaterial, ...]
    fetched: tuple[MergedMaterial, ...]
    results: tuple[str, ...]
    promise: Decimal
    visits: int
    fee: Decimal | None
    fees: tuple[str, ...]
    places: tuple[GuidePlace, ...] = ()
    remedies: tuple[GuideRemedies, ...] = ()
    faq: tuple[GuideQuestion, ...] = ()


def guide_of(plan: Plan, chain: Chain, items: Mapping[str, ServiceItem], vocabulary: Vocabulary) -> Guide:
    """Return the one guide for the answers of a plan."""
    needed = [each for each in plan.items if each.need is not Need.NOT_NEEDED]
    own = [items[each.key] for each in needed]
    charged = [item for item in own if item.fee.charged]
    amounts = [item.fee.amount for item in charged]
    known = [amount for amount in amounts if amount is not None]
    return Guide(
        title=plan.name,
        title_en=plan.name_en,
        summary=chain.summary,
        summary_en=chain.summary_en,
        service_object=chain.service_object,
        lead_authority=chain.lead_authority,
        cooperating_authorities=chain.cooperating_authorities,
        items=tuple(_item(each, items[each.key], vocabulary) for each in needed),
        to_hand_in=tuple(each for each in plan.materials if each.marking in HANDED_IN),
        fetched=tuple(each for each in plan.materials if each.marking not in HANDED_IN),
        results=tuple(dict.fromkeys(name for each in needed for name in each.results)),
        promise=plan.process.promise,
        visits=int(plan.reductions.visits.after),
        fee=sum(known, Decimal(0)) if len(known) == len(amounts) else None,
        fees=tuple(f"{item.name}：{item.fee.text}" for item in charged),
        places=tuple(GuidePlace(place=place, items=keys) for place, keys in _places(own).items()),
        remedies=tuple(GuideRemedies(remedies=each, items=keys) for each, keys in _remedies(own).items()),
        faq=questions_of(own),
    )


def questions_of(items: Sequence[ServiceItem]) -> tuple[GuideQuestion, ...]:
    """Return the questions of all items, each once: questions and answers that differ only in marks are the same."""
    asked: dict[str, list[tuple[FrequentQuestion, str]]] = {}
    for item in items:
        for each in item.faq:
            asked.setdefault(_plain(each.question), []).append((each, item.key))
    return tuple(_question(together) for together in asked.values())


def _question(together: Sequence[tuple[FrequentQuestion, str]]) -> GuideQuestion:
    told: dict[str, list[tuple[FrequentQuestion, str]]] = {}
    for each, key in together:
        told.setdefault(_plain(each.answer), []).append((each, key))
    first = together[0][0]
    return GuideQuestion(
        question=first.question,
        question_en=first.question_en,
        answers=tuple(
            GuideAnswer(
                answer=alike[0][0].answer,
                answer_en=alike[0][0].answer_en,
                source=tuple(dict.fromkeys(source for each, _ in alike for source in each.source)),
                items=tuple(dict.fromkeys(key for _, key in alike)),
            )
            for alike in told.values()
        ),
    )


def _plain(words: str) -> str:
    return _MARKS.sub("", words)


def _places(items: Sequence[ServiceItem]) -> dict[Place, tuple[str, ...]]:
    return _gathered((item.place, item.key) for item in items if item.place != Place())


def _remedies(items: Sequence[ServiceItem]) -> dict[Remedies, tuple[str, ...]]:
    return _gathered((item.remedies, item.key) for item in items if item.remedies != Remedies())


def _gathered(said: Iterable[tuple[K, str]]) -> dict[K, tuple[str, ...]]:
    """Return what is said, once each, with the keys of all who say it; what most say comes first."""
    found: dict[K, tuple[str, ...]] = {}
    for words, key in said:
        found[words] = (*found.get(words, ()), key)
    return dict(sorted(found.items(), key=lambda each: -len(each[1])))


def _item(planned: PlanItem, item: ServiceItem, vocabulary: Vocabulary) -> GuideItem:
    authority = vocabulary.authorities.get(item.authority)
    return GuideItem(
        key=planned.key,
        name=planned.name,
        name_en=planned.name_en,
        authority=planned.authority_name,
        authority_en=authority.name_en if authority else "",
        need=planned.need,
        days=planned.days,
        statutory=item.statutory_limit,
        results=planned.results,
        conditions=item.conditions,
        fee=item.fee.text,
        place=item.place,
        handling_forms=item.handling_forms,
        posted=item.posted,
        steps=tuple(step.name for step in item.steps),
        quota=item.quota,
        legal_basis=planned.legal_basis,
    )
