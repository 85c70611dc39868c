"""What can be asked of an item, in one place."""

from lianban.core.proceedings.item_case.changing import AskChange, RefuseChange
from lianban.core.proceedings.item_case.decision import Archive, Deliver, Grant, MakeCertificate, Refuse
from lianban.core.proceedings.item_case.ending import Cancel, CancelCause, Terminate, TerminateCause, Withdraw
from lianban.core.proceedings.item_case.hearing import (
    HoldHearing,
    NotifyHearing,
    RequestHearing,
    TellHearingRight,
    WaiveHearing,
)
from lianban.core.proceedings.item_case.holding import Assign, Release
from lianban.core.proceedings.item_case.instant import CheckByRule
from lianban.core.proceedings.item_case.licence import Amend, Deregister, DeregistrationGround, Recall, Revoke
from lianban.core.proceedings.item_case.opening import Accept, Open
from lianban.core.proceedings.item_case.parties import HearStatement, TellParty
from lianban.core.proceedings.item_case.promises import (
    Commit,
    Manner,
    SupplyGap,
    VerifyCommitment,
    WithdrawCommitment,
)
from lianban.core.proceedings.item_case.redating import Redate
from lianban.core.proceedings.item_case.renewal import AskRenewal, DeemRenewed, RefuseRenewal, Renew
from lianban.core.proceedings.item_case.review import AnswerConsultation, Consult, ReturnForRework, Review, Sign
from lianban.core.proceedings.item_case.special import Extend, Resume, Stop, TransferUp
from lianban.core.proceedings.item_case.state import ChangeKind, RevocationGround

__all__ = [
    "Accept",
    "Amend",
    "AnswerConsultation",
    "Archive",
    "AskChange",
    "AskRenewal",
    "Assign",
    "Cancel",
    "CancelCause",
    "ChangeKind",
    "CheckByRule",
    "Commit",
    "Consult",
    "DeemRenewed",
    "Deliver",
    "Deregister",
    "DeregistrationGround",
    "Extend",
    "Grant",
    "HearStatement",
    "HoldHearing",
    "MakeCertificate",
    "Manner",
    "NotifyHearing",
    "Open",
    "Recall",
    "Redate",
    "Refuse",
    "RefuseChange",
    "RefuseRenewal",
    "Release",
    "Renew",
    "RequestHearing",
    "Resume",
    "ReturnForRework",
    "Review",
    "RevocationGround",
    "Revoke",
    "Sign",
    "Stop",
    "SupplyGap",
    "TellHearingRight",
    "TellParty",
    "Terminate",
    "TerminateCause",
    "TransferUp",
    "VerifyCommitment",
    "WaiveHearing",
    "Withdraw",
    "WithdrawCommitment",
]  # fmt: skip
