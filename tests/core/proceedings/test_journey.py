"""One thing from application to rating, parent and child."""

from lianban.core.proceedings import chain_case, item_case
from lianban.core.proceedings.chain_case import commands as chain
from lianban.core.proceedings.chain_case.state import ChainResult, ChainStatus, Occasion, Outcome, Stage
from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.item_case import commands as item
from lianban.core.proceedings.item_case.state import ItemState, ItemStatus
from tests.core.proceedings import building as b


def a_whole_chain() -> b.Case:
    case = b.accepted()
    for key, outcome in (("licence", Outcome.GRANTED), ("sign", Outcome.REFUSED), ("food", Outcome.GRANTED)):
        case.does(b.SYSTEM, chain.ChildBegan(at=b.at("2026-03-04"), item=key))
        case.does(b.SYSTEM, chain.ChildClosed(at=b.at("2026-03-05"), item=key, outcome=outcome))
    return case


class TestTheWholeWay:
    def test_an_application_goes_from_submission_to_rating(self):
        case = a_whole_chain()
        assert case.state.status is ChainStatus.CLOSED
        assert case.state.result is ChainResult.PARTLY
        receipt = b.paper(DocumentKind.DELIVERY)
        delivery = chain.Deliver(
            at=b.at("2026-03-06"), items=("licence", "food", "sign"), handover=b.PICKUP, document=receipt
        )
        case.does(b.ISSUER, delivery)
        assert all(child.delivered for child in case.state.items)
        case.does(b.APPLICANT, chain.Rate(at=b.at("2026-03-06"), occasion=Occasion.COLLECTION, stars=5))
        assert [each.stars for each in case.state.ratings] == [5]

    def test_an_item_goes_from_opening_to_the_archive(self):
        case = b.granted()
        assert case.state.deliver_by == b.day("2026-03-19")
        case.does(b.ISSUER, item.MakeCertificate(at=b.at("2026-03-06"), certificate="JY13703040000001"))
        delivery = item.Deliver(at=b.at("2026-03-09"), handover=b.PICKUP, document=b.paper(DocumentKind.DELIVERY))
        case.does(b.ISSUER, delivery).does(b.SYSTEM, item.Archive(at=b.at("2026-03-10"), package="a" * 64))
        assert case.state.status is ItemStatus.ARCHIVED
        assert case.state.certificate == "JY13703040000001"

    def test_replaying_the_events_gives_the_state(self):
        chain_done, item_done = a_whole_chain(), b.granted()
        assert chain_case.replay(chain_done.events) == chain_done.state
        assert item_case.replay(item_done.events) == item_done.state

    def test_a_snapshot_survives_json(self):
        state = b.granted().state
        assert ItemState.model_validate(state.model_dump(mode="json")) == state

    def test_the_public_stage_follows_the_items(self):
        case = b.accepted()
        assert case.state.stage is Stage.ACCEPTED
        case.does(b.SYSTEM, chain.ChildBegan(at=b.at("2026-03-04"), item="licence"))
        assert case.state.stage is Stage.IN_PROGRESS
        closing = chain.ChildClosed(at=b.at("2026-03-05"), item="licence", outcome=Outcome.GRANTED)
        assert case.does(b.SYSTEM, closing).state.stage is Stage.PARTLY_GRANTED
