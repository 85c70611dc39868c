"""Tells the docket how the states of our procedures are read and what lists show of them."""

from datetime import date, datetime, time
from uuid import UUID

from lianban.apps.cases.waking import wakes_on
from lianban.apps.docket.public import KnownProcedure, Row, know
from lianban.core.calendars.hours import CHINA
from lianban.core.proceedings import chain_case, item_case
from lianban.core.proceedings.chain_case.state import ChainState, ChainStatus
from lianban.core.proceedings.item_case.state import ItemState, ItemStatus

ENDED = {ChainStatus.REJECTED, ChainStatus.LAPSED, ChainStatus.WITHDRAWN, ChainStatus.CLOSED}


def register() -> None:
    """Make both procedures known; called once, when Django starts."""
    chain = KnownProcedure(
        ChainState, chain_case.replay, chain_case.evolve, row_of_chain, fixed_of_chain, chain_case.words_in
    )
    item = KnownProcedure(ItemState, item_case.replay, item_case.evolve, row_of_item, fixed_of_item, item_case.words_in)
    know("chain_case", chain)
    know("item_case", item)


def row_of_chain(state: ChainState) -> Row:
    """Return what lists show of an application."""
    return Row(
        state=state.stage.value,
        provisional=state.provisional,
        received_at=_moment(state.received_on),
        accepted_on=state.accepted_on,
        promised_due_on=state.promised_due_on,
        closed_at=_moment(state.closed_on) if state.status in ENDED else None,
        wakes_on=wakes_on(state),
        hall=state.hall or None,
    )


def row_of_item(state: ItemState) -> Row:
    """Return what lists show of an item."""
    waited_for = [each for each in state.consultations if each.answer is None and not state.is_closed]
    return Row(
        state=state.status.value,
        waiting=state.status is ItemStatus.WAITING,
        paused=state.status is ItemStatus.SPECIAL,
        provisional=state.provisional,
        accepted_on=state.accepted_on,
        promised_due_on=_asked_again(state) or state.promised_due_on,
        statutory_due_on=state.statutory_due_on or state.promised_due_on,
        closed_at=_moment(state.closed_on) if state.is_closed and not _asked_again(state) else None,
        authority=state.authority if state.transferred_from else None,
        holder=UUID(state.holder) if state.holder else None,
        asked=tuple(dict.fromkeys(each.authority for each in waited_for)),
        asked_by=min((each.due_on for each in waited_for), default=None),
    )


def _asked_again(state: ItemState) -> date | None:
    """The last day to answer what the holder of a licence asked, which is work again; None when nothing is open."""
    if state.change_asked:
        return state.change_asked.decide_by
    return state.valid_until if state.renewal_asked_on else None


def fixed_of_chain(state: ChainState) -> dict[str, object]:
    """Return what the submission says of the columns of an application."""
    said = {"title": state.name, "chain": state.chain, "plan_digest": state.plan}
    return {**said, "applicant": UUID(state.applicant), "authority": state.lead_authority}


def fixed_of_item(state: ItemState) -> dict[str, object]:
    """Return what the opening says of the columns of an item."""
    return {"title": state.name, "item": state.item}


def _moment(day: date | None) -> datetime | None:
    return datetime.combine(day, time(12), CHINA) if day else None
