"""What happened in a case, in words, with the names of those who did it."""

from collections.abc import Iterable, Mapping

from lianban.apps.accounts import public as accounts
from lianban.apps.cases.views import TimelineLine
from lianban.apps.docket import public as docket
from lianban.apps.documents import public as documents
from lianban.core.chains.plan import Plan
from lianban.core.proceedings.events import Recorded
from lianban.core.proceedings.timeline import lines


def story(
    whole: docket.Case, plan: Plan, names: Mapping[str, str], issued: Iterable[documents.DocumentCard], *, public: bool
) -> tuple[TimelineLine, ...]:
    """Return what happened in an application and its items, oldest first.

    names: of authorities by key. issued: its documents. public: without what stays in the office, and names of staff.
    """
    logs, papers = _logs(whole), {paper.number: paper.id for paper in issued}
    staff = {} if public else _staff(event for _on, events in logs for event in events)
    called = {**names, **staff, **{item.key: item.name for item in plan.items}}
    told = (
        TimelineLine(
            at=line.at,
            text=line.text,
            text_en=line.text_en,
            detail=line.detail,
            detail_en=line.detail_en,
            item=each.item,
            item_name=each.title if each.parent else "",
            authority=names.get(line.authority or each.authority, "") if each.parent else "",
            document=f"{line.document_kind} {line.document}".strip(),
            document_id=papers.get(line.document),
            kind=line.kind,
            who=staff.get(line.person, ""),
            for_whom=staff.get(line.on_behalf_of, ""),
        )
        for each, events in logs
        for line in lines(each.procedure, events, public=public, names=called, names_en=_in_english(plan))
    )
    return tuple(sorted(told, key=lambda line: line.at))


def _in_english(plan: Plan) -> dict[str, str]:
    return {item.key: item.name_en for item in plan.items if item.name_en}


def _logs(whole: docket.Case) -> list[tuple[docket.Loaded, tuple[Recorded, ...]]]:
    happened = docket.events_of(whole.proceedings)
    return [(each, happened[each.id]) for each in whole.proceedings]


def _staff(events: Iterable[Recorded]) -> dict[str, str]:
    """The names of the staff a record speaks of, by account id: who acted, for whom, and who had it in hand."""
    spoken = {
        name
        for event in events
        for name in (event.actor.person, event.actor.on_behalf_of, *_hands_in(event.payload))
        if name
    }
    return {str(key): card.name for key, card in accounts.cards(spoken).items() if card.is_staff}


def _hands_in(payload: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(str(payload[key]) for key in ("holder", "before") if payload.get(key))
