"""How often, how long and by whose approval a limit may be lengthened."""

from datetime import date

from pydantic import model_validator

from lianban.core.clocks.errors import NoticeMissing
from lianban.core.clocks.limits import TimeLimit
from lianban.core.kernel.legal import LegalBasis
from lianban.core.kernel.value import Value
from lianban.core.kernel.words import Words


class ExtensionRule(Value):
    """What the law allows. longest: the most that may be added, once. approver: the office that must approve."""

    longest: TimeLimit
    approver: str
    basis: LegalBasis

    def allows(self, added: TimeLimit) -> bool:
        """Return whether so much may be added: no more than the longest, in its unit."""
        return added.unit is self.longest.unit and added.length <= self.longest.length


class Extension(Value):
    """One lengthening, granted before the limit ended and told to the applicant with its reason.

    added: the time added; it lengthens the limits of the clock that are counted in the same unit.
    approver: the office that approved; notice: number of the written notice.
    """

    added: TimeLimit
    granted_on: date
    approver: str
    reason: Words
    notice: str

    @model_validator(mode="after")
    def _told(self) -> "Extension":
        if not self.notice.strip() or not self.reason.strip():
            raise NoticeMissing("延长办理期限")
        return self
