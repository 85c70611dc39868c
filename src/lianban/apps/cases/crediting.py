"""The live credit answer that 容缺 and 告知承诺 depend on."""

from datetime import datetime

from lianban.apps.cases.models import CaseFile
from lianban.apps.storage.wired import ports
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.shared import CreditAnswer

SUBJECTS = ("entity.uscc", "legal_rep.id_no", "applicant.id_no", "mother.id_no", "father.id_no")
"""Elements of a form that name whom the register is asked about."""


class NobodyToAsk(DomainError):
    """The form names nobody the credit register could be asked about."""

    code = "NO_CREDIT_SUBJECT"

    def __init__(self) -> None:
        super().__init__("申请表里没有可以查询信用的证件号码，不能容缺或者承诺。请当场更正申请表，或按一般方式办理。")


def ask(file: CaseFile, now: datetime) -> CreditAnswer:
    """Ask about everyone the form names; one who broke faith is enough. Raises NobodyToAsk, RegistryUnavailable."""
    subjects = dict.fromkeys(str(file.values[key]).strip() for key in SUBJECTS if file.values.get(key))
    answers = [ports().credit.ask(each, now) for each in subjects]
    if not answers:
        raise NobodyToAsk
    return CreditAnswer(
        asked_on=answers[0].asked_on,
        dishonest=any(each.dishonest for each in answers),
        reference="、".join(each.reference for each in answers),
    )
