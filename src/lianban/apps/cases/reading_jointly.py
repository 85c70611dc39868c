"""The joint acts of an application, for whoever reads it."""

from collections.abc import Iterable, Mapping

from lianban.apps.cases.joint_parts import to_call
from lianban.apps.cases.views_jointly import Awaited, Jointly, JointPartView, JointView
from lianban.apps.docket import public as docket
from lianban.core.chains.plan import Plan
from lianban.core.kernel.value import fields_of
from lianban.core.proceedings.chain_case.state import ChainState, JointPart, JointSession, Summons
from lianban.core.proceedings.events import Actor


def jointly(whole: docket.Case, plan: Plan, names: Mapping[str, str], *, public: bool) -> Jointly:
    """Return what was called and what could be. names: of authorities by key. public: without opinions."""
    authorities = {child.item: names.get(child.authority, child.authority) for child in whole.children}
    state, items = whole.parent.state, {child.item: child.state for child in whole.children}
    called = tuple(_session(each, authorities, public=public) for each in reversed(state.joint))
    return Jointly(called, () if public else to_call(plan.process.joint_acts, state, items))


def awaited(rows: Iterable[docket.Listed], actor: Actor) -> dict[str, Awaited]:
    """Return, by the number of an item, where the opinion of its own authority on it is still to come."""
    own = [each for each in rows if each.parent and each.authority == actor.authority and not each.row.closed_at]
    states = docket.states_with({each.parent for each in own}, "joint") if own else {}
    found = ((each, _waiting(states[each.parent], each.item)) for each in own if each.parent in states)
    return {each.number: Awaited(one.act, one.held_on, one.due_on) for each, one in found if one}


def _waiting(state: ChainState, item: str) -> JointSession | None:
    """The first joint act that is open and has an item as a part nobody spoke for yet."""
    heard = (each for each in state.joint if each.closed_on is None and each.part(item) and not each.opinion(item))
    return min(heard, key=lambda each: each.due_on, default=None)


def _session(session: JointSession, authorities: Mapping[str, str], *, public: bool) -> JointView:
    said = fields_of(session, "number", *Summons.model_fields)
    parts = tuple(_part(session, each, authorities.get(each.item, ""), public=public) for each in session.parts)
    return JointView(**said, parts=parts, is_visit=session.is_visit, closed_on=session.closed_on)


def _part(session: JointSession, part: JointPart, authority: str, *, public: bool) -> JointPartView:
    found = session.opinion(part.item)
    if found is None or public:
        return JointPartView(part.item, part.name, authority, found is not None)
    return JointPartView(part.item, part.name, authority, True, found.passed, found.text, found.on)
