"""Small builders: a case that has come as far as a test needs."""

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from lianban.core.clocks.limits import TimeLimit
from lianban.core.kernel.legal import LegalBasis
from lianban.core.proceedings import chain_case, item_case
from lianban.core.proceedings.chain_case import commands as chain
from lianban.core.proceedings.chain_case.state import ChildItem, Tolerable
from lianban.core.proceedings.documents import DocumentKind, DocumentRef
from lianban.core.proceedings.events import Actor, Event, Role
from lianban.core.proceedings.item_case import commands as item
from lianban.core.proceedings.procedure import GuardRefused
from lianban.core.proceedings.shared import Context, Correction, CreditAnswer, Handover, Remedies, Way
from tests.core.calendars.china import CN_PROVISIONAL

CONTEXT = Context(CN_PROVISIONAL)
APPLICANT = Actor(person="applicant-1", role=Role.APPLICANT)
CLERK = Actor(person="window-1", role=Role.CLERK, authority="market", hall="hall")
REVIEWER = Actor(person="office-1", role=Role.APPROVER, authority="market")
HEAD = Actor(person="office-2", role=Role.APPROVER, authority="market")
OTHER = Actor(person="office-9", role=Role.APPROVER, authority="fire")
ISSUER = Actor(person="issuing-1", role=Role.ISSUER, hall="hall")
SYSTEM = Actor(person="system", role=Role.SYSTEM)
BASIS = (LegalBasis(document="中华人民共和国食品安全法", article="第三十五条"),)
REMEDIES = Remedies(reconsideration_body="博山区人民政府", court="博山区人民法院")
PICKUP = Handover(way=Way.PICKUP, collector="d" * 64, identity_checked=True)


def at(day: str, hour: int = 10) -> datetime:
    """A moment of a local day, such as at("2026-03-02")."""
    return datetime.fromisoformat(day).replace(hour=hour, tzinfo=timezone(timedelta(hours=8)))


def refused(guard: str):
    """The guard that must refuse, by its stable name."""
    return pytest.raises(GuardRefused, check=lambda error: error.facts["guard"] == guard)


def day(text: str) -> date:
    return date.fromisoformat(text)


def paper(kind: DocumentKind, serial: int = 1) -> DocumentRef:
    return DocumentRef(kind=kind, number=f"博审服许〔2026〕{serial:04d}号")


def working_days(length: int) -> TimeLimit:
    return TimeLimit(length=Decimal(length))


class Case:
    """A proceeding under test: its events and its state. Each step decides, evolves and returns itself."""

    def __init__(self, procedure, events=()):
        self.procedure, self.events, self.state = procedure, list(events), None

    def does(self, actor: Actor, command) -> "Case":
        for event in self.procedure.decide(self.state, command, actor, CONTEXT):
            self.events.append(event)
            self.state = self.procedure.evolve(self.state, event)
        return self

    @property
    def last(self) -> Event:
        return self.events[-1]

    def why_not(self, actor: Actor, action: str) -> str:
        rows = self.procedure.open_actions(self.state, actor, CONTEXT)
        return next(row.why_not for row in rows if row.action == action)


RESTAURANT = (
    ChildItem(item="licence", name="营业执照", authority="market"),
    ChildItem(item="food", name="食品经营许可", authority="market", predecessors=("licence",)),
    ChildItem(item="sign", name="户外招牌", authority="city"),
)


def an_application(items=RESTAURANT, on: str = "2026-03-02", **more) -> Case:
    """开餐饮店, submitted."""
    said = {
        "chain": "restaurant", "name": "开餐饮店", "lead_authority": "market", "applicant": "applicant-1",
        "plan": "p" * 64, "values": "v" * 64, "promise_days": 10,
        "tolerable": (Tolerable(material="lease", name="场所证明", items=("food",)),),
    }  # fmt: skip
    return Case(chain_case).does(APPLICANT, chain.Submit(at=at(on), items=items, **{**said, **more}))


def received(on: str = "2026-03-02", **more) -> Case:
    command = chain.Receive(at=at(on, 11), document=paper(DocumentKind.RECEIPT))
    return an_application(on=on, **more).does(CLERK, command)


LEASE = Correction(subject="lease", name="场所证明", problem="未提交", remedy="提交租赁合同复印件")
PHOTO = Correction(subject="photo", name="照片", problem="不清晰", remedy="重新上传")


def a_notice(on: str, *corrections: Correction, **more) -> chain.NotifyOnce:
    said = {"corrections": corrections or (LEASE, PHOTO), "supply_by": day("2026-04-30"), "complete": True, **more}
    return chain.NotifyOnce(at=at(on), document=paper(DocumentKind.CORRECTION), **said)


def an_acceptance(on: str) -> chain.Accept:
    return chain.Accept(at=at(on, 15), document=paper(DocumentKind.ACCEPTANCE))


def accepted(on: str = "2026-03-03", **more) -> Case:
    return received(**more).does(CLERK, an_acceptance(on))


def with_gaps(on: str, **more) -> chain.AcceptWithGaps:
    said = {
        "gaps": (chain.GapAsked(material="lease", supply_by=day(on) + timedelta(days=7)),),
        "promise": "七日内补齐租赁合同", "chosen_by_applicant": True,
        "credit": CreditAnswer(asked_on=day(on), dishonest=False, reference="q1"),
        "document": paper(DocumentKind.GAP_ACCEPTANCE),
    }  # fmt: skip
    return chain.AcceptWithGaps(at=at(on), **{**said, **more})


def an_item(on: str = "2026-03-03", **more) -> Case:
    """食品经营许可, opened."""
    said = {
        "item": "food", "name": "食品经营许可", "authority": "market", "chain_case": "c1",
        "promised_limit": working_days(8), "statutory_limit": working_days(20),
    }  # fmt: skip
    return Case(item_case).does(SYSTEM, item.Open(at=at(on), **{**said, **more}))


def begun(on: str = "2026-03-03", gaps=(), **more) -> Case:
    """An item whose clock runs since `on`."""
    command = item.Accept(at=at(on), chain_accepted_on=day(on), gaps=gaps, document=paper(DocumentKind.ACCEPTANCE))
    return an_item(on, **more).does(SYSTEM, command)


def a_review(on: str = "2026-03-04", **more) -> item.Review:
    return item.Review(at=at(on), **{"step": "审查", "opinion": "符合条件", **more})


def reviewed(on: str = "2026-03-04", **more) -> Case:
    return begun(**more).does(REVIEWER, a_review(on))


def a_grant(on: str = "2026-03-05", **more) -> item.Grant:
    return item.Grant(at=at(on), **{"document": paper(DocumentKind.GRANT), "basis": BASIS, **more})


def a_refusal(on: str = "2026-03-05", **more) -> item.Refuse:
    said = {
        "reasons": "场所面积不符合要求",
        "basis": BASIS,
        "remedies": REMEDIES,
        "document": paper(DocumentKind.REFUSAL),
    }
    return item.Refuse(at=at(on), **{**said, **more})


def granted(on: str = "2026-03-05", **more) -> Case:
    return reviewed(**more).does(HEAD, a_grant(on))
