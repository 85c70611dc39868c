"""What can be asked of an item, in one place."""

from lianban.core.proceedings.item_case.decision import Archive, Deliver, Grant, MakeCertificate, Refuse
from lianban.core.proceedings.item_case.ending import Cancel, CancelCause, Terminate, TerminateCause, Withdraw
from lianban.core.proceedings.item_case.opening import Accept, Open
from lianban.core.proceedings.item_case.review import AnswerConsultation, Consult, ReturnForRework, Review, Sign

__all__ = [
    "Accept", "AnswerConsultation", "Archive", "Cancel", "CancelCause", "Consult", "Deliver", "Grant",
    "MakeCertificate", "Open", "Refuse", "ReturnForRework", "Review", "Sign", "Terminate", "TerminateCause",
    "Withdraw",
]  # fmt: skip
