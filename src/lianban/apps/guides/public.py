"""The front door of one-time notices."""

from lianban.apps.guides.answering import answered as worded_answers
from lianban.apps.guides.answering import heard, worded
from lianban.apps.guides.comparing import Change, SheetDifference
from lianban.apps.guides.errors import NoSuchNotice, NoSuchPaper, NothingAnswered
from lianban.apps.guides.finding import code_of
from lianban.apps.guides.forms import paper_pdf
from lianban.apps.guides.issuing import Told, address, issue, told
from lianban.apps.guides.reading import Notice, Since, known_facts, notice, since
from lianban.apps.guides.sheet import Sheet, SheetAnswer, SheetFigure, SheetItem, SheetMaterial, SheetResult, Word
from lianban.apps.guides.weighing import Ordered, learn_weights, ordered_guide

__all__ = [
    "Change",
    "NoSuchNotice",
    "NoSuchPaper",
    "NothingAnswered",
    "Notice",
    "Ordered",
    "Sheet",
    "SheetAnswer",
    "SheetDifference",
    "SheetFigure",
    "SheetItem",
    "SheetMaterial",
    "SheetResult",
    "Since",
    "Told",
    "Word",
    "address",
    "code_of",
    "heard",
    "issue",
    "known_facts",
    "learn_weights",
    "notice",
    "ordered_guide",
    "paper_pdf",
    "since",
    "told",
    "worded",
    "worded_answers",
]
