"""Materials that come later (容缺) and promises in place of proofs (告知承诺), facts 2.6."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from lianban.core.kernel.words import Words
from lianban.core.proceedings import articles as law
from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.evolution import OutOfOrder
from lianban.core.proceedings.item_case.base import OWN_AUTHORITY, ItemHappening, On, Standing, moved
from lianban.core.proceedings.item_case.state import IN_FORCE, UNDECIDED, Commitment, ItemState
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.procedure import Command, Guard, Happening, Rule
from lianban.core.proceedings.shared import CreditAnswer, Gap, supplied


class SupplyGap(Command):
    """Outstanding materials are in."""

    action: ClassVar[str] = "supply_gap"
    materials: tuple[str, ...]


class Commit(Command):
    """A written promise replaces the proof of one material. document: the signed 告知承诺书."""

    action: ClassVar[str] = "commit"
    material: str
    chosen_by_applicant: bool
    credit: CreditAnswer


class WithdrawCommitment(Command):
    """The promise is taken back: the proof itself must come. supply_by: until when."""

    action: ClassVar[str] = "withdraw_commitment"
    material: str
    name: str
    supply_by: date


class Manner(StrEnum):
    """When a promise is verified."""

    DURING = "事中核查"
    AFTERWARDS = "事后核查"


class VerifyCommitment(Command):
    """What the check of a promise found."""

    action: ClassVar[str] = "verify_commitment"
    material: str
    manner: Manner
    fulfilled: bool
    finding: str


class GapSupplied(ItemHappening):
    """补齐."""

    kind: ClassVar[str] = "gap_supplied"
    materials: tuple[str, ...]
    supplied_on: date

    def apply(self, state: ItemState) -> ItemState:
        return moved(state, gaps=supplied(state.gaps, self.materials, self.supplied_on))


class Committed(ItemHappening):
    """告知承诺."""

    kind: ClassVar[str] = "committed"
    material: str
    promised_on: date
    credit: CreditAnswer

    def apply(self, state: ItemState) -> ItemState:
        if self.document is None:
            raise OutOfOrder(self.kind)
        made = Commitment(material=self.material, document=self.document, promised_on=self.promised_on)
        return moved(state, commitments=(*state.commitments, made))


class CommitmentWithdrawn(ItemHappening):
    """撤回承诺."""

    kind: ClassVar[str] = "commitment_withdrawn"
    gap: Gap

    def apply(self, state: ItemState) -> ItemState:
        kept = tuple(each for each in state.commitments if each.material != self.gap.material)
        return moved(state, commitments=kept, gaps=(*state.gaps, self.gap))


class CommitmentVerified(ItemHappening):
    """核查."""

    kind: ClassVar[str] = "commitment_verified"
    material: str
    manner: Manner
    fulfilled: bool
    finding: Words

    def apply(self, state: ItemState) -> ItemState:
        said = {"fulfilled": self.fulfilled}
        made = (each.model_copy(update=said) if each.material == self.material else each for each in state.commitments)
        return moved(state, commitments=tuple(made))


def _supply(attempt: On[SupplyGap]) -> tuple[Event, ...]:
    command = attempt.command
    return (GapSupplied(materials=command.materials, supplied_on=local_day(command.at)).at(command.at),)


def _commit(attempt: On[Commit]) -> tuple[Event, ...]:
    command = attempt.command
    made = Committed(
        document=command.document,
        material=command.material,
        promised_on=local_day(command.at),
        credit=command.credit,
    )
    return (made.at(command.at),)


def _withdraw(attempt: On[WithdrawCommitment]) -> tuple[Event, ...]:
    command = attempt.command
    gap = Gap(material=command.material, name=command.name, supply_by=command.supply_by)
    return (CommitmentWithdrawn(gap=gap).at(command.at),)


def _verify(attempt: On[VerifyCommitment]) -> tuple[Event, ...]:
    said = attempt.command.model_dump(exclude={"at"})
    return (CommitmentVerified.model_validate(said).at(attempt.command.at),)


def _has_gaps(attempt: Standing) -> str | None:
    return None if attempt.state.open_gaps else "没有待补齐的容缺材料。"


def _gap_open(attempt: On[SupplyGap]) -> str | None:
    left = {each.material for each in attempt.state.open_gaps}
    asked = set(attempt.command.materials)
    return None if asked and asked <= left else "只能补交列明且尚未补交的容缺材料。"


def _not_dangerous(attempt: Standing) -> str | None:
    return "直接涉及公共安全、生态环境、人身健康、生命财产安全的事项不适用告知承诺。" if attempt.state.safety else None


def _committable(attempt: On[Commit]) -> str | None:
    command, state = attempt.command, attempt.state
    if command.material not in state.committable:
        return "该材料不在告知承诺清单内。请提交材料。"
    if any(each.material == command.material for each in state.commitments):
        return "该材料已经承诺。"
    return None if command.chosen_by_applicant else "告知承诺由申请人自愿选择；不选择的，按一般方式办理。"


def _credit_good(attempt: On[Commit]) -> str | None:
    credit = attempt.command.credit
    if credit.asked_on != local_day(attempt.command.at):
        return "信用查询须在承诺当日进行。请重新查询。"
    return "有较严重不良信用记录或者曾作虚假承诺，信用修复前不适用告知承诺。" if credit.dishonest else None


def _promised(attempt: On[WithdrawCommitment] | On[VerifyCommitment]) -> str | None:
    made = {each.material for each in attempt.state.commitments}
    return None if attempt.command.material in made else "没有这项承诺。"


def _has_promises(attempt: Standing) -> str | None:
    return None if attempt.state.commitments else "没有告知承诺。"


RULES = (
    Rule(
        "supply_gap", "补齐容缺材料", "Supply an outstanding material", UNDECIDED,
        (Role.APPLICANT, Role.CLERK, Role.SYSTEM), _supply,
        guards=(
            Guard("has_gaps", "有待补齐的材料", _has_gaps),
            Guard("gap_open", "是列明且未补的材料", _gap_open, on_command=True),
        ),
        basis=(law.GAP_RULES,), silence="逾期未补齐的，终止审查",
    ),
    Rule(
        "commit", "告知承诺", "Promise in place of a proof", UNDECIDED, (Role.APPLICANT, Role.CLERK), _commit,
        guards=(
            Guard("not_dangerous", "不涉及公共安全等事项", _not_dangerous),
            Guard("committable", "在承诺清单内，申请人自愿", _committable, on_command=True),
            Guard("credit_good", "当日信用查询无未修复失信", _credit_good, on_command=True),
        ),
        document=DocumentKind.COMMITMENT, basis=(law.COMMITMENT_RULES,), silence="不选择承诺的，按一般方式办理",
    ),
    Rule(
        "withdraw_commitment", "撤回承诺", "Take a promise back", UNDECIDED, (Role.APPLICANT, Role.CLERK), _withdraw,
        guards=(
            Guard("has_promises", "有告知承诺", _has_promises),
            Guard("promised", "承诺过该材料", _promised, on_command=True),
        ),
        basis=(law.COMMITMENT_RULES,),
    ),
    Rule(
        "verify_commitment", "核查承诺", "Verify a promise", (*UNDECIDED, *IN_FORCE), (Role.APPROVER,), _verify,
        guards=(
            OWN_AUTHORITY,
            Guard("promises_made", "有告知承诺", _has_promises),
            Guard("was_promised", "承诺过该材料", _promised, on_command=True),
        ),
        basis=(law.COMMITMENT_RULES,), silence="期满未核查的，发出预警",
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[Happening], ...] = (GapSupplied, Committed, CommitmentWithdrawn, CommitmentVerified)
