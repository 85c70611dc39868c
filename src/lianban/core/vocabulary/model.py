"""What a fact, a document and a situation are, whatever a department calls them."""

from enum import StrEnum

from lianban.core.kernel.value import Value


class ValueType(StrEnum):
    """What may be written into a field."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "int"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    DATETIME = "datetime"
    DATE_RANGE = "daterange"
    BOOLEAN = "bool"
    CHOICE = "enum"
    CHOICES = "multi"
    PHONE = "phone"
    EMAIL = "email"
    ID_NUMBER = "idno"
    CREDIT_CODE = "uscc"
    ADDRESS = "address"
    SCOPE_CODES = "scope_codes"
    TABLE = "table"


class Option(Value):
    """One entry of a list to choose from. `value` is what is stored, `label` what a person reads."""

    value: str
    label: str
    label_en: str = ""
    note: str = ""


class Column(Value):
    """One column of a repeated group (a shareholder's name, a member of staff's health certificate)."""

    key: str
    name: str
    name_en: str = ""
    type: ValueType = ValueType.TEXT
    options: tuple[Option, ...] = ()
    required: bool = True


class Sensitivity(StrEnum):
    """How a value is protected: shown to all, masked by default and encrypted, or special personal information."""

    OPEN = "open"
    PERSONAL = "personal"
    SPECIAL = "special"


class CarryOver(StrEnum):
    """Whether a value given once may be used again: freely, after the person confirms it, or never."""

    FREE = "free"
    CONFIRM = "confirm"
    NEVER = "never"


class DataElement(Value):
    """A fact about somebody or something (数据元).

    key: `role.fact`, for example `legal_rep.id_no`; the role is part of what the fact is: the agent's phone is not
        the owner's.
    unit: what a number counts (平方米, 万元, 人).
    authority: where the fact is authoritative: a key of the registries (`population`, `business`), or empty.
    example: what a filled sample (样表) shows; plainly nobody's own.
    """

    key: str
    name: str
    name_en: str = ""
    type: ValueType = ValueType.TEXT
    unit: str = ""
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    sensitivity: Sensitivity = Sensitivity.OPEN
    carry_over: CarryOver = CarryOver.FREE
    authority: str = ""
    hint: str = ""
    hint_en: str = ""
    example: str = ""
    synonyms: tuple[str, ...] = ()

    @property
    def role(self) -> str:
        """Whose fact it is."""
        return self.key.partition(".")[0]


class Paper(Value):
    """A blank paper (空白表格) that people may take along, and the same filled in as an example (示例样表).

    blank, sample: addresses of files, where an authority keeps its own.
    letter: the wording of a letter or a commitment, paragraph by paragraph; `{legal_rep.name}` leaves room for a data
    element, `{}` for anything.
    """

    blank: str = ""
    sample: str = ""
    letter: tuple[str, ...] = ()


class MaterialKind(Value):
    """A document, whoever asks for it (材料目录).

    issuer: the kind of body that issues it; empty when the applicant writes it.
    e_licence: it exists as an electronic licence that an authority can fetch.
    shared: an authority can learn its content from shared data.
    specific: it belongs to one item (its application form, its commitment letter) and is never merged with another.
    replaced_by_form: an application form whose content is the merged form itself, so nobody uploads it.
    paper: its blank and its sample, when every item that asks for it takes the same.
    """

    key: str
    name: str
    name_en: str = ""
    issuer: str = ""
    e_licence: bool = False
    shared: bool = False
    specific: bool = False
    replaced_by_form: bool = False
    guidance: str = ""
    guidance_en: str = ""
    paper: Paper = Paper()
    synonyms: tuple[str, ...] = ()


class Situation(Value):
    """A circumstance on which a field or a material hangs (情形), asked as yes or no.

    fact: the name conditions use (`agent.used`). ask: the question a person reads.
    """

    fact: str
    ask: str
    ask_en: str = ""
    find_out: str = ""
    synonyms: tuple[str, ...] = ()


class KnownSource(StrEnum):
    """From where a fact is known without asking the person.

    age: how old the ID number says they are. gender: which the ID number says. register: an address in the population
    register. licence: an electronic licence they hold. earlier: what they answered in an earlier case.
    """

    AGE = "age"
    GENDER = "gender"
    REGISTER = "register"
    LICENCE = "licence"
    EARLIER = "earlier"


class KnownFrom(Value):
    """One source of a fact (免问来源). What is known is shown with its source, and answering corrects it.

    at_least, below: years of age, whichever is given (age). name: of the licence (licence); key of the data element
    that holds the address, or nothing where it counts that the register knows the person under their name (register).
    value: of the fact when the source says so. values: what the ID number's 男 or 女 means (gender). days: how long an
    earlier answer counts (earlier). only: the earlier answers that last, others may have changed since; all of them
    where nothing is named.
    """

    source: KnownSource
    name: str = ""
    at_least: int | None = None
    below: int | None = None
    value: bool | str = True
    values: dict[str, bool | str] = {}
    days: int = 365
    only: tuple[str, ...] = ()


class Fact(Value):
    """How sentences speak of a fact, and from where it is known.

    called: what it is called inside a sentence (经营面积). unit_en: its unit in English.
    said: value → what a sentence says when the fact has it; a truth has the values `yes` and `no`, a place the code of
    a division, and `!value` says that it has not.
    known_from: the sources, the most trustworthy first.
    """

    fact: str
    called: str = ""
    called_en: str = ""
    unit_en: str = ""
    said: dict[str, str] = {}
    said_en: dict[str, str] = {}
    known_from: tuple[KnownFrom, ...] = ()


class Authority(Value):
    """A body that decides items (实施主体) or answers for a chain.

    key: unique, used wherever an item or a chain names its authority. short: what a narrow column shows.
    synonyms: how item lists write it (区市场监督管理局（或行政审批服务局）).
    """

    key: str
    name: str
    name_en: str = ""
    short: str = ""
    short_en: str = ""
    synonyms: tuple[str, ...] = ()


class Vocabulary(Value):
    """Every shared word of a catalogue, found by key."""

    elements: dict[str, DataElement] = {}
    kinds: dict[str, MaterialKind] = {}
    situations: dict[str, Situation] = {}
    authorities: dict[str, Authority] = {}
    facts: dict[str, Fact] = {}

    def is_form(self, kind: str) -> bool:
        """Return whether a material of this kind is an application form, which the merged form itself replaces."""
        known = self.kinds.get(kind)
        return known.replaced_by_form if known else kind.startswith("form.")

    def document_of(self, item: str, entry: str, kind: str) -> str:
        """Return the key under which an entry of an item's material list is one document with others.

        kind: the material kind it asks for. One that belongs to its item, or that nobody has named, is by itself.
        """
        known = self.kinds.get(kind)
        return f"{item}.{entry}" if not kind or (known and known.specific) else kind
