"""What the law asks of examining and deciding one item, beside its limits: who signs, who is heard, what stops it."""

from typing import Self

from pydantic import Field, model_validator

from lianban.core.clocks.limits import TimeLimit
from lianban.core.clocks.stops import ARTICLE_45_KINDS, StopGround, StopKind
from lianban.core.conditions.field import WrittenCondition
from lianban.core.kernel.legal import LegalBasis
from lianban.core.kernel.value import Value


class SpecialProcedure(Value):
    """A special procedure (特别程序) that an item knows (facts 2.4).

    stops_clock: whether its time is not counted. The eight of Article 45 may stop it by that article; any other only by
    the item's own law, which `basis` names. usual: how long it takes as a rule, proposed to the approver.
    """

    kind: StopKind
    stops_clock: bool = True
    basis: LegalBasis | None = None
    usual: TimeLimit | None = None

    @model_validator(mode="after")
    def _has_a_basis(self) -> Self:
        if self.stops_clock and self.basis is None and self.kind not in ARTICLE_45_KINDS:
            raise ValueError(f"{self.kind.value}不在行政许可法第四十五条之列，停止计时须写明本事项的依据")
        return self


class RefusalGround(Value):
    """One ground for refusal (不予许可的情形), with the article that makes it one."""

    text: str = Field(min_length=1)
    basis: LegalBasis


class InstantCheck(Value):
    """One thing the rules of an instant approval look at. text: as the applicant reads it. when: what must be true."""

    text: str = Field(min_length=1)
    when: WrittenCondition


class InstantRule(Value):
    """秒批: the rules by which an item is granted without a person. What they do not grant goes to a person.

    version: said on every decision made by it; change it with the rules. checks: all must hold.
    """

    version: str = Field(min_length=1)
    checks: tuple[InstantCheck, ...] = Field(min_length=1)


class Examination(Value):
    """The demands on the examination and the decision of an item.

    signatures: different persons who sign the decision, the decider included. hearing_required: Article 46.
    safety: it bears directly on public safety, health, life or property: no 容缺, no 告知承诺, and the bars of
    Articles 78 and 79. renewal_notice: how long before its end a renewal must be asked; None for the thirty days of
    Article 50.
    """

    signatures: int = Field(default=1, ge=1)
    hearing_required: bool = False
    safety: bool = False
    special: tuple[SpecialProcedure, ...] = ()
    refusals: tuple[RefusalGround, ...] = ()
    instant: InstantRule | None = None
    renewal_notice: TimeLimit | None = None
    source: tuple[str, ...] = ()

    @property
    def stop_grounds(self) -> tuple[StopGround, ...]:
        """The grounds of the item's own law that may stop its clock beside the eight of Article 45."""
        own = (each for each in self.special if each.stops_clock and each.basis)
        return tuple(StopGround(kind=each.kind, basis=each.basis) for each in own if each.basis)
