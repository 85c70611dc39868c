"""The composer: definitions in, a plan out. Pure; the same definitions and answers always give the same plan."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from lianban.core.chains.answers import written
from lianban.core.chains.built import built
from lianban.core.chains.circumstances import Circumstances, need_of
from lianban.core.chains.demands import Needed, fields_of, materials_of, members_of
from lianban.core.chains.findings import findings_of
from lianban.core.chains.merge_form import merge_form
from lianban.core.chains.merge_materials import merge_materials
from lianban.core.chains.merge_process import declared, merge_process, order_of
from lianban.core.chains.model import Chain
from lianban.core.chains.plan import Certificate, Plan, PlanItem
from lianban.core.chains.process import Process
from lianban.core.chains.reductions import After, Before, reductions
from lianban.core.chains.telling import told_item
from lianban.core.conditions.algebra import NEVER, Facts
from lianban.core.items.durations import duration_of
from lianban.core.items.model import ServiceItem
from lianban.core.vocabulary.model import Vocabulary

_NOTHING_KNOWN: Facts = MappingProxyType({})


def compose(
    chain: Chain, items: Mapping[str, ServiceItem], vocabulary: Vocabulary, facts: Facts = _NOTHING_KNOWN
) -> Plan:
    """Return what the chain asks of one person: one form, one set of materials, one process, with a certificate.

    items: the catalogue's items by key, in any order. facts: the answers given so far; what they leave open may be
    needed, and the plan says in which circumstances.
    Raises UnknownMember, ChainCycle, and FactMismatch when an answer is of a kind the definitions cannot look at.
    """
    now = Circumstances(chain, facts)
    members = members_of(chain, items, now)
    live = {key: needed for key, needed in members.items() if needed.when != NEVER}
    waiting = declared(chain, live, now)
    asked = list(materials_of(list(live.values()), chain, now))
    materials = merge_materials(asked, live, order_of(live, waiting), vocabulary, now)
    waiting += materials.precedences
    order = order_of(live, waiting)
    process = merge_process(order, live, waiting, now)
    ranked = [live[each.item] for each in process.schedule]
    fields = list(fields_of(ranked, now))
    form = merge_form(fields, vocabulary, now)
    planned = _items(members, process, now)
    return built(
        Plan,
        chain=chain.key,
        name=chain.name,
        name_en=chain.name_en,
        facts=written(facts),
        items=planned,
        sections=form.sections,
        materials=materials.merged,
        process=process,
        reductions=reductions(
            chain,
            Before(ranked, fields, asked),
            After(form.sections, materials.merged, process, order),
            now,
        ),
        findings=(*form.findings, *findings_of(chain, ranked, vocabulary, process)),
        certificate=built(Certificate, sequence=order.sequence),
    )


def _items(members: Mapping[str, Needed], process: Process, now: Circumstances) -> tuple[PlanItem, ...]:
    scheduled: Sequence[str] = [each.item for each in process.schedule]
    idle = [key for key in members if members[key].when == NEVER]
    return tuple(
        told_item(each.item, need_of(each.when), each.when, duration_of(each.item, now.left_of))
        for each in (members[key] for key in (*scheduled, *idle))
    )
