"""Who was told and what was said about an item, for those who decide it."""

from lianban.apps.cases.models import Party, Statement
from lianban.apps.cases.views import PartyView, StatementView
from lianban.apps.docket import public as docket
from lianban.core.proceedings.item_case.state import ItemState


def parties(child: docket.Loaded) -> tuple[PartyView, ...]:
    """Return everybody with an interest who was told, in the order they were."""
    state: ItemState = child.state
    if not state.parties:
        return ()
    known = {each.party: each for each in state.parties}
    rows = Party.objects.filter(proceeding_id=child.id).order_by("told_at", "id")
    return tuple(
        PartyView(
            digest=row.digest,
            name=str(row.name),
            interest=row.interest,
            respond_by=known[row.digest].respond_by if row.digest in known else None,
            spoke=bool(row.digest in known and known[row.digest].statement),
        )
        for row in rows
    )


def statements(child: docket.Loaded) -> tuple[StatementView, ...]:
    """Return what was said, oldest first."""
    names = {each.digest: each.name for each in parties(child)}
    rows = Statement.objects.filter(proceeding_id=child.id).order_by("said_at", "id")
    return tuple(StatementView(str(row.words), row.said_at, names.get(row.party, ""), row.about) for row in rows)
