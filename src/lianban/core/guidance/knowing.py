"""What is known of a person before anything is asked, and from where (免问)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from lianban.core.calendars.written import written
from lianban.core.chains.model import Chain
from lianban.core.conditions.algebra import Facts, FactValue
from lianban.core.guidance.answers import check
from lianban.core.guidance.asking import Known
from lianban.core.guidance.errors import AnswerRefused
from lianban.core.kernel.citizen_number import CitizenNumber
from lianban.core.kernel.divisions import Divisions
from lianban.core.vocabulary.model import Fact, KnownFrom, KnownSource


@dataclass(frozen=True, slots=True)
class HeldLicence:
    """An electronic licence that is valid today."""

    name: str
    number: str


@dataclass(frozen=True, slots=True)
class SaidBefore:
    """What somebody answered in an earlier application. facts: those their answers made certain."""

    on: date
    facts: Facts


@dataclass(frozen=True, slots=True)
class Registered:
    """What the population register says of somebody it knows under their name.

    source: the register, as people are shown it. addresses: key of the data element → the address as written.
    """

    source: str
    addresses: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Particulars:
    """Everything that is known of a signed-in person. earlier: the latest first."""

    number: CitizenNumber | None = None
    registered: Registered | None = None
    licences: tuple[HeldLicence, ...] = ()
    earlier: tuple[SaidBefore, ...] = ()


def known_of(person: Particulars, facts: Mapping[str, Fact], divisions: Divisions, today: date) -> dict[str, Known]:
    """Return every fact that a source vouches for, each from the first source that does.

    Whoever said otherwise in an earlier application is asked again: a correction outlasts the source it corrects.
    """
    knower = _Knower(person, divisions, today)
    found = {name: knower.known(fact) for name, fact in facts.items()}
    return {name: known for name, known in found.items() if known is not None}


def fitting(known: Mapping[str, Known], chain: Chain) -> dict[str, Known]:
    """Return what the questions of a chain can take for an answer today."""
    return {q.fact: known[q.fact] for q in chain.questions if q.fact in known and _fits(chain, q.fact, known)}


def _fits(chain: Chain, fact: str, known: Mapping[str, Known]) -> bool:
    try:
        for question in chain.questions:
            if question.fact == fact:
                check(question, known[fact].value)
    except AnswerRefused:
        return False
    return True


class _Knower:
    def __init__(self, person: Particulars, divisions: Divisions, today: date) -> None:
        self._person, self._divisions, self._today = person, divisions, today

    def known(self, fact: Fact) -> Known | None:
        found = (self._from(fact.fact, source) for source in fact.known_from)
        first = next((known for known in found if known is not None), None)
        return None if first is None or self._is_corrected(fact.fact, first.value) else first

    def _is_corrected(self, fact: str, value: FactValue) -> bool:
        said = next((each.facts[fact] for each in self._person.earlier if fact in each.facts), value)
        return said != value and not _is_rougher(said, value)

    def _from(self, fact: str, source: KnownFrom) -> Known | None:
        match source.source:
            case KnownSource.AGE:
                return self._by_age(source)
            case KnownSource.GENDER:
                return self._by_gender(source)
            case KnownSource.REGISTER:
                return self._by_register(source)
            case KnownSource.LICENCE:
                return self._by_licence(source)
            case KnownSource.EARLIER:
                return self._by_earlier(fact, source)

    def _by_age(self, source: KnownFrom) -> Known | None:
        if self._person.number is None:
            return None
        age = self._person.number.age_on(self._today)
        if source.at_least is not None:
            return _own(age >= source.at_least)
        return _own(source.value) if source.below is not None and age < source.below else None

    def _by_gender(self, source: KnownFrom) -> Known | None:
        sex = self._person.number.sex.value if self._person.number else ""
        return _own(source.values[sex]) if sex in source.values else None

    def _by_register(self, source: KnownFrom) -> Known | None:
        found = self._person.registered
        if found is None:
            return None
        told = f"来自{found.source}", f"From the {found.source}"
        if not source.name:
            return Known(source.value, *told)
        place = self._divisions.located(found.addresses.get(source.name, ""))
        return Known(place, *told) if place else None

    def _by_licence(self, source: KnownFrom) -> Known | None:
        for licence in self._person.licences:
            if licence.name.startswith(source.name):
                named = f"{licence.name}（{licence.number}）"
                return Known(source.value, f"来自电子证照：{named}", f"From the electronic licence {named}")
        return None

    def _by_earlier(self, fact: str, source: KnownFrom) -> Known | None:
        said = next((each for each in self._person.earlier if fact in each.facts), None)
        if said is None or (self._today - said.on).days > source.days:
            return None
        value = said.facts[fact]
        if source.only and spelt(value) not in source.only:
            return None
        return Known(
            value, f"来自您上次办理时的回答（{written(said.on)}）", f"From your answer of {said.on.isoformat()}"
        )


def spelt(value: FactValue) -> str:
    """Return a value as `KnownFrom.only` names it."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _own(value: FactValue) -> Known:
    return Known(value, "来自您的实名信息", "From your verified identity")


def _is_rougher(said: FactValue, value: FactValue) -> bool:
    """Whether somebody named the same place, only less exactly."""
    return isinstance(said, str) and isinstance(value, str) and value.startswith(said) and said.isdigit()


def wanting(facts: Mapping[str, Fact], sources: Iterable[KnownSource], names: Iterable[str]) -> bool:
    """Return whether any of these facts may be known from one of these sources."""
    wanted = frozenset(sources)
    return any(each.source in wanted for name in names if name in facts for each in facts[name].known_from)
