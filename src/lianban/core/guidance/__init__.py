"""Guidance (智能导引): which question next and why, what is certain by now, and the proof that nothing is lost."""

from lianban.core.guidance.answers import UNKNOWN as UNKNOWN
from lianban.core.guidance.answers import Answers as Answers
from lianban.core.guidance.answers import facts_after as facts_after
from lianban.core.guidance.asking import Asked as Asked
from lianban.core.guidance.asking import Certainty as Certainty
from lianban.core.guidance.asking import Difference as Difference
from lianban.core.guidance.asking import Known as Known
from lianban.core.guidance.asking import Settled as Settled
from lianban.core.guidance.asking import advice_unasked as advice_unasked
from lianban.core.guidance.asking import certainties as certainties
from lianban.core.guidance.asking import next_question as next_question
from lianban.core.guidance.asking import settled as settled
from lianban.core.guidance.asking import what_if as what_if
from lianban.core.guidance.errors import AnswerRefused as AnswerRefused
from lianban.core.guidance.errors import CircularQuestions as CircularQuestions
from lianban.core.guidance.errors import NoSuchQuestion as NoSuchQuestion
from lianban.core.guidance.guide import Guide as Guide
from lianban.core.guidance.guide import compile_guide as compile_guide
from lianban.core.guidance.outcome import Consequence as Consequence
from lianban.core.guidance.outcome import Kind as Kind
from lianban.core.guidance.proof import Proof as Proof
from lianban.core.guidance.proof import prove as prove
