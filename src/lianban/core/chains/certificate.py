"""What a plan claims, written down so that somebody else can check it without knowing how it was made."""

from collections.abc import Iterable, Sequence

from lianban.core.chains.merge_process import Precedence
from lianban.core.chains.order import Order
from lianban.core.chains.plan import MergedMaterial, PlanItem, Section

VERSION = 1


def certificate(
    items: Sequence[PlanItem],
    sections: Iterable[Section],
    materials: Iterable[MergedMaterial],
    precedences: Sequence[Precedence],
    order: Order,
) -> dict[str, object]:
    """Return the claims of a plan.

    fields: department's field → merged field. materials: department's entry → merged material and why it costs
    nothing. precedences: who waits for whom and what for, also where other arrows imply it. sequence: an order in
    which all items can be decided. days: how long each may take.
    """
    return {
        "version": VERSION,
        "fields": {f"{use.item}/{use.field}": f.key for s in sections for f in s.fields for use in f.uses},
        "materials": {
            f"{use.item}/{use.material}": {"in": each.key, "dropped": use.dropped.value if use.dropped else ""}
            for each in materials
            for use in each.uses
        },
        "precedences": [list(each) for each in sorted({(one.before, one.after, one.via) for one in precedences})],
        "sequence": list(order.sequence),
        "days": {each.key: f"{each.days.normalize():f}" for each in items},
    }
