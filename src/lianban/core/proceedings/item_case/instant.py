"""秒批: rules over shared data grant an item without a person. Their no is never a refusal: a person takes over."""

from typing import ClassVar

from pydantic import Field

from lianban.core.kernel.legal import LegalBasis
from lianban.core.proceedings import articles as law
from lianban.core.proceedings.events import Event, Role
from lianban.core.proceedings.item_case.base import ItemHappening, On, Standing, moved
from lianban.core.proceedings.item_case.state import ItemState, ItemStatus, RuleCheck
from lianban.core.proceedings.procedure import Command, Guard, Happening, Rule

AUTOMATED_DECISIONS = LegalBasis(document="中华人民共和国个人信息保护法", article="第二十四条")
"""Automated decisions are open and fair, can be explained, and may be refused in favour of a person's."""


class CheckByRule(Command):
    """The rules were worked out. version: of the rules. checks: what they looked at; failed: what does not hold."""

    action: ClassVar[str] = "check_by_rule"
    version: str = Field(min_length=1)
    checks: tuple[str, ...] = Field(min_length=1)
    failed: tuple[str, ...] = ()


class CheckedByRule(ItemHappening):
    """秒批核验. Either all rules hold, or `failed` says which do not."""

    kind: ClassVar[str] = "checked_by_rule"
    version: str
    checks: tuple[str, ...]
    failed: tuple[str, ...] = ()

    def apply(self, state: ItemState) -> ItemState:
        return moved(state, rule_check=RuleCheck(version=self.version, failed=self.failed))


class PassedByRule(CheckedByRule):
    """秒批核验通过."""

    kind: ClassVar[str] = "passed_by_rule"


def _check(attempt: On[CheckByRule]) -> tuple[Event, ...]:
    command = attempt.command
    kind = CheckedByRule if command.failed else PassedByRule
    return (kind(version=command.version, checks=command.checks, failed=command.failed).at(command.at),)


def _listed(attempt: Standing) -> str | None:
    return None if attempt.state.automatic else "本事项没有列入秒批清单。"


def _of_these(attempt: On[CheckByRule]) -> str | None:
    command = attempt.command
    return None if set(command.failed) <= set(command.checks) else "不成立的规则不在所列规则之中。"


RULES = (
    Rule(
        "check_by_rule", "秒批核验", "Check by rule", (ItemStatus.ACCEPTED,), (Role.SYSTEM,), _check,
        guards=(
            Guard("instant_listed", "列入秒批清单", _listed),
            Guard("failed_among_checks", "写明规则版本和每条规则的结果", _of_these, on_command=True),
        ),
        basis=(law.ART_34, AUTOMATED_DECISIONS), silence="规则没有全部成立的，转由审批人员办理，不得自动不予许可",
    ),
)  # fmt: skip
HAPPENINGS: tuple[type[Happening], ...] = (CheckedByRule, PassedByRule)
