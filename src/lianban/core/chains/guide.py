"""The one guide (办事指南) of a chain: what a person must know, put together from every item's own guide."""

from collections.abc import Mapping
from decimal import Decimal

from lianban.core.chains.model import Chain
from lianban.core.chains.plan import MergedMaterial, Need, Plan, PlanItem
from lianban.core.chains.reductions import HANDED_IN
from lianban.core.clocks.limits import TimeLimit
from lianban.core.items.model import Place, ServiceItem
from lianban.core.kernel.legal import LegalBasis
from lianban.core.kernel.value import Value


class GuideItem(Value):
    """What one authority does in it. conditions: when it grants (受理条件). fee: in words."""

    key: str
    name: str
    name_en: str
    authority: str
    need: Need
    days: Decimal
    statutory: TimeLimit | None
    results: tuple[str, ...]
    conditions: tuple[str, ...]
    fee: str
    place: Place
    legal_basis: tuple[LegalBasis, ...]


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


def guide_of(plan: Plan, chain: Chain, items: Mapping[str, ServiceItem]) -> Guide:
    """Return the one guide for the answers of a plan."""
    needed = [each for each in plan.items if each.need is not Need.NOT_NEEDED]
    charged = [items[each.key] for each in needed if items[each.key].fee.charged]
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
        items=tuple(_item(each, items[each.key]) for each in needed),
        to_hand_in=tuple(each for each in plan.materials if each.marking in HANDED_IN),
        fetched=tuple(each for each in plan.materials if each.marking not in HANDED_IN),
        results=tuple(dict.fromkeys(name for each in needed for name in each.results)),
        promise=plan.process.promise,
        visits=int(plan.reductions.visits.after),
        fee=sum(known, Decimal(0)) if len(known) == len(amounts) else None,
        fees=tuple(f"{item.name}：{item.fee.text}" for item in charged),
    )


def _item(planned: PlanItem, item: ServiceItem) -> GuideItem:
    return GuideItem(
        key=planned.key,
        name=planned.name,
        name_en=planned.name_en,
        authority=planned.authority_name,
        need=planned.need,
        days=planned.days,
        statutory=item.statutory_limit,
        results=planned.results,
        conditions=tuple(each.text for each in item.conditions),
        fee=item.fee.text,
        place=item.place,
        legal_basis=planned.legal_basis,
    )
