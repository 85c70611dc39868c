"""The decision and what carries it out: certificate, delivery, archive."""

from datetime import date
from typing import Any, ClassVar

from lianban.core.clocks.due import add_months, due_on
from lianban.core.clocks.licensing import TO_DELIVER
from lianban.core.kernel.legal import LegalBasis
from lianban.core.kernel.value import fields_of
from lianban.core.proceedings import articles as law
from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.item_case import decision_guards as g
from lianban.core.proceedings.item_case.base import OWN_AUTHORITY, ItemHappening, On, moved
from lianban.core.proceedings.item_case.state import AT_WORK, Decision, ItemState, LicenceStanding, Validity
from lianban.core.proceedings.item_case.state import ItemStatus as S
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.procedure import ClockEffect, Command, Happening, Rule
from lianban.core.proceedings.shared import Handover, Remedies


class Grant(Command):
    """准予. on_record: the decision rests on the hearing's record. rule_version: when rules decided (秒批)."""

    action: ClassVar[str] = "grant"
    validity: Validity | None = None
    basis: tuple[LegalBasis, ...] = ()
    on_record: bool = False
    rule_version: str = ""


class Refuse(Command):
    """不予许可: facts and reasons, basis, remedies.

    false_material: the applicant hid or forged something: a warning is given with the refusal, and where safety is at
    stake nobody may apply again for a year (Art. 78).
    """

    action: ClassVar[str] = "refuse"
    reasons: str
    basis: tuple[LegalBasis, ...]
    remedies: Remedies
    on_record: bool = False
    false_material: bool = False


class MakeCertificate(Command):
    """制证. certificate: the licence number."""

    action: ClassVar[str] = "make_certificate"
    certificate: str


class Deliver(Command):
    """送达 of the decision and the certificate."""

    action: ClassVar[str] = "deliver"
    handover: Handover


class Archive(Command):
    """归档. package: digest of the archive package."""

    action: ClassVar[str] = "archive"
    package: str


class Decided(ItemHappening):
    """A decision, one way or the other."""

    decision: Decision
    deliver_by: date
    provisional: bool = False
    barred_until: date | None = None

    def apply(self, state: ItemState) -> ItemState:
        granted, validity = self.decision.granted, self.decision.validity
        return moved(
            state,
            S.GRANTED if granted else S.REFUSED,
            decision=self.decision,
            deliver_by=self.deliver_by,
            closed_on=self.decision.on,
            close_code=0 if granted else 6,
            standing=LicenceStanding.IN_FORCE if granted else None,
            valid_until=validity.until if validity else None,
            barred_until=self.barred_until,
        )


class Granted(Decided):
    """准予."""

    kind: ClassVar[str] = "granted"


class Refused(Decided):
    """不予许可. warned: 给予警告, because something was hidden or forged (Art. 78)."""

    kind: ClassVar[str] = "refused"
    warned: bool = False


class CertificateMade(ItemHappening):
    """制证."""

    kind: ClassVar[str] = "certificate_made"
    certificate: str

    def apply(self, state: ItemState) -> ItemState:
        return moved(state, S.CERTIFIED, certificate=self.certificate)


class Delivered(ItemHappening):
    """送达."""

    kind: ClassVar[str] = "delivered"
    handover: Handover
    delivered_on: date

    def apply(self, state: ItemState) -> ItemState:
        return moved(state, S.DELIVERED, handover=self.handover)


class Archived(ItemHappening):
    """归档."""

    kind: ClassVar[str] = "archived"
    package: str

    def apply(self, state: ItemState) -> ItemState:
        return moved(state, S.ARCHIVED, archive=self.package)


def _grant(attempt: On[Grant]) -> tuple[Event, ...]:
    said = fields_of(attempt.command, "validity", "basis", "rule_version")
    return (Granted(**_decided(attempt, granted=True, **said)).at(attempt.command.at),)


def _refuse(attempt: On[Refuse]) -> tuple[Event, ...]:
    command = attempt.command
    barred = command.false_material and attempt.state.safety
    until = add_months(local_day(command.at), 12) if barred else None
    decided = _decided(attempt, granted=False, **fields_of(command, "reasons", "basis", "remedies"))
    return (Refused(**decided, barred_until=until, warned=command.false_material).at(command.at),)


def _decided(attempt: On[Grant] | On[Refuse], **said: object) -> dict[str, Any]:
    """Return what every decision says. said: of the decision itself."""
    command, today = attempt.command, local_day(attempt.command.at)
    decision = Decision.model_validate({**said, "on": today, "by": attempt.actor.person, "document": command.document})
    last = due_on(TO_DELIVER, today, attempt.context.calendar)
    days = {"deliver_by": last.on, "provisional": last.provisional}
    return {"document": command.document, "decision": decision, **days}


def _make_certificate(attempt: On[MakeCertificate]) -> tuple[Event, ...]:
    command = attempt.command
    return (CertificateMade(document=command.document, certificate=command.certificate).at(command.at),)


def _deliver(attempt: On[Deliver]) -> tuple[Event, ...]:
    command = attempt.command
    happened = Delivered(document=command.document, handover=command.handover, delivered_on=local_day(command.at))
    return (happened.at(command.at),)


def _archive(attempt: On[Archive]) -> tuple[Event, ...]:
    return (Archived(package=attempt.command.package).at(attempt.command.at),)


_BEFORE_ANY = (OWN_AUTHORITY, g.REVIEWED, g.CONSULTED, g.SIGNED, g.HEARD, g.PARTIES_HEARD, g.ON_RECORD)

RULES = (
    Rule(
        "grant", "准予许可", "Grant", AT_WORK, (Role.APPROVER, Role.SYSTEM), _grant,
        guards=(*_BEFORE_ANY, g.NO_GAPS, g.PROMISES_HOLD, g.AUTOMATIC),
        clock=ClockEffect.ENDS, document=DocumentKind.GRANT, basis=(law.ART_34, law.ART_38, law.ART_42),
        leads_to=(S.GRANTED,), silence="逾期未决定的，不视为准予；发出预警，申请人可以申请行政复议",
    ),
    Rule(
        "refuse", "不予许可", "Refuse", AT_WORK, (Role.APPROVER,), _refuse,
        guards=(*_BEFORE_ANY, g.REASONED), clock=ClockEffect.ENDS, document=DocumentKind.REFUSAL,
        basis=(law.ART_38,), leads_to=(S.REFUSED,), silence="不作为不等于不予许可",
    ),
    Rule(
        "make_certificate", "制证", "Make the certificate", (S.GRANTED,), (Role.ISSUER, Role.SYSTEM),
        _make_certificate, guards=(g.NUMBERED,), basis=(law.ART_39, law.ART_44), leads_to=(S.CERTIFIED,),
        silence="自决定之日起十个工作日内未颁发送达的，发出预警",
    ),
    Rule(
        "deliver", "送达", "Deliver", (S.GRANTED, S.CERTIFIED, S.REFUSED),
        (Role.ISSUER, Role.CLERK, Role.SYSTEM), _deliver, guards=(g.CERTIFICATE_READY, g.HANDOVER),
        document=DocumentKind.DELIVERY, basis=(law.ART_44,), leads_to=(S.DELIVERED,),
        silence="自决定之日起十个工作日内未颁发送达的，发出预警",
    ),
    Rule(
        "archive", "归档", "Archive", (S.DELIVERED,), (Role.ISSUER, Role.CLERK, Role.SYSTEM), _archive,
        basis=(law.ARCHIVE_RULES,), leads_to=(S.ARCHIVED,), silence="按年度提醒归档",
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[Happening], ...] = (Granted, Refused, CertificateMade, Delivered, Archived)
