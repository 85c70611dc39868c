"""What a notice tells: values only, in both languages, so that it reads the same however definitions change later."""

from decimal import Decimal

from lianban.core.chains.plan import Figure, Marking, Need
from lianban.core.clocks.limits import TimeLimit
from lianban.core.items.elements import Remedies
from lianban.core.items.model import MaterialForm, Place, ResultKind
from lianban.core.kernel.legal import LegalBasis
from lianban.core.kernel.value import Value


class Word(Value):
    """Something said in Chinese, and in English where somebody wrote it."""

    zh: str
    en: str = ""


class SheetAnswer(Value):
    """A question and what was answered. notes: what the answer brings with it."""

    question: str
    ask: Word
    answer: Word
    notes: tuple[Word, ...] = ()


class SheetResult(Value):
    """What a granted item yields."""

    name: Word
    kind: ResultKind


class SheetItem(Value):
    """An item. because: in which circumstances, when it is not certain. starts, ends: working days from acceptance."""

    key: str
    name: Word
    authority: str
    department: Word
    need: Need
    because: Word = Word(zh="")
    statutory: TimeLimit | None = None
    days: Decimal = Decimal(0)
    starts: Decimal = Decimal(0)
    ends: Decimal = Decimal(0)
    on_path: bool = False
    fee: str = ""
    charged: bool = False
    visit_reason: str = ""
    results: tuple[SheetResult, ...] = ()
    conditions: tuple[str, ...] = ()
    conditions_en: tuple[str, ...] = ()
    basis: tuple[LegalBasis, ...] = ()
    place: Place = Place()


class SheetPlace(Value):
    """Where, when and by what number, and what is handled there."""

    place: Place
    items: tuple[Word, ...]


class SheetRemedies(Value):
    """Where to go against a decision, and whose decisions are meant."""

    remedies: Remedies
    items: tuple[Word, ...]


class SheetReply(Value):
    """An answer to a frequent question. items: who answers so; empty when there is one answer only."""

    text: Word
    items: tuple[Word, ...] = ()


class SheetQuestion(Value):
    """A frequent question, told once."""

    ask: Word
    replies: tuple[SheetReply, ...]


class SheetPaper(Value):
    """A paper to print: keys of the item and of its material."""

    item: str
    material: str


class SheetMaterial(Value):
    """A document. source: who issues it, or why nobody hands it in. used_by: the items that ask for it.

    papers: the blanks and samples that go with it. blank, sample: addresses of an authority's own.
    """

    key: str
    name: Word
    marking: Marking
    need: Need
    because: Word = Word(zh="")
    form: MaterialForm
    copies: int
    source: Word = Word(zh="")
    guidance: Word = Word(zh="")
    used_by: tuple[Word, ...] = ()
    papers: tuple[SheetPaper, ...] = ()
    blank: str = ""
    sample: str = ""


class SheetFigure(Figure):
    """One of 四减, with the entries behind both numbers."""

    key: str


class Sheet(Value):
    """Everything a chain asks of somebody who gave these answers.

    fee: yuan, where every fee is fixed, else None. path: the items that take longest. rounds: what is done, in order.
    joint: acts that several authorities do as one, and for what. composite: the one licence that shows all the others
    (行业综合许可证), empty without. place: where most of it is handled.
    """

    chain: str
    name: Word
    summary: Word
    lead: Word
    answers: tuple[SheetAnswer, ...] = ()
    items: tuple[SheetItem, ...]
    not_needed: tuple[Word, ...] = ()
    to_hand_in: tuple[SheetMaterial, ...]
    fetched: tuple[SheetMaterial, ...]
    promise: Decimal
    path: tuple[Word, ...] = ()
    rounds: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    composite: str = ""
    place: Place = Place()
    places: tuple[SheetPlace, ...] = ()
    remedies: tuple[SheetRemedies, ...] = ()
    questions: tuple[SheetQuestion, ...] = ()
    visits: int
    fee: Decimal | None
    figures: tuple[SheetFigure, ...]
