"""Answers, what they may be, and the facts that follow from them."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

from lianban.core.chains.domains import domain_of
from lianban.core.chains.model import Answer, Chain, Question, QuestionKind
from lianban.core.conditions.algebra import ALWAYS, Const, Facts, FactValue, facts_of
from lianban.core.conditions.decide import is_satisfiable
from lianban.core.conditions.domains import Choices, Days, Domain, Domains, Numbers, Places, Truths, Words
from lianban.core.conditions.lexicon import DIVISION, DIVISION_IN_WORDS
from lianban.core.conditions.truth import residual
from lianban.core.guidance.errors import AnswerRefused, CircularQuestions, NoSuchQuestion


class Unknown(Enum):
    """“不清楚”: an answer like any other; both possibilities are kept."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN
Given = FactValue | Unknown
Answers = Mapping[str, Given]
"""What a person has answered: question key → value (a set for a multiple choice, a truth for yes or no) or UNKNOWN."""
_NOTHING: Facts = {}


def answers_by_fact(chain: Chain) -> Domains:
    """Return the values that a chain's questions let one answer, by fact; of the first that asks for it."""
    return {question.fact: domain_of(question) for question in reversed(chain.questions)}


def fact_value(answer: Answer, question: Question) -> bool | str:
    """Return what choosing this answer means for the question's fact (one option of a multiple choice: its word)."""
    return answer.value == "yes" if question.kind is QuestionKind.YES_NO else answer.value


def check(question: Question, given: Given) -> Given:
    """Return the answer as conditions look at it. Raises AnswerRefused, which says what is allowed."""
    if given is UNKNOWN:
        return given
    domain = domain_of(question)
    is_allowed, allowed = _allowed(domain, given)
    if not is_allowed:
        shown = sorted(given) if isinstance(given, frozenset) else given
        raise AnswerRefused(question.key, question.ask, shown, allowed)
    return Decimal(given) if isinstance(domain, Numbers) and isinstance(given, int) else given


def _allowed(domain: Domain, given: Given) -> tuple[bool, str]:
    match domain:
        case Truths():
            return isinstance(given, bool), "是、否、不清楚"
        case Choices(options):
            return isinstance(given, frozenset) and given <= set(options), f"{'、'.join(options)} 中的若干项，或不清楚"
        case Numbers():
            return isinstance(given, int | Decimal) and not isinstance(given, bool), "数字，或不清楚"
        case Days():
            return isinstance(given, date), "日期，或不清楚"
        case Places():
            is_code = isinstance(given, str) and DIVISION.fullmatch(given) is not None
            return is_code, f"{DIVISION_IN_WORDS}，或不清楚"
        case Words(()):
            return isinstance(given, str) and given != "", "文字，或不清楚"
        case Words(options):
            return given in options, f"{'、'.join(options)}，或不清楚"
    return False, ""


def facts_after(chain: Chain, answers: Answers, known: Facts = _NOTHING) -> Facts:
    """Return every fact that is certain once these answers are given.

    known: facts from elsewhere (identity, an electronic licence, an earlier case). For one fact, what another answer
    implies (Answer.sets) comes first, then the question's own answer, then what is known; an answer to a question
    whose circumstances are not given is set aside.
    Raises AnswerRefused, NoSuchQuestion, CircularQuestions.
    """
    return Consequent(chain).facts(answers, known)


class Consequent:
    """What follows from answers in one chain; made once where many answers are looked at."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self.questions = {question.key: question for question in chain.questions}
        self.domains = answers_by_fact(chain)
        self.setters = {fact: tuple(setters_of(chain, fact)) for fact in set_facts(chain)}
        self.asking: dict[str, list[Question]] = {}
        for question in chain.questions:
            self.asking.setdefault(question.fact, []).append(question)
        self.gates = {q.key: sorted(facts_of(q.when)) for q in chain.questions}

    def facts(self, answers: Answers, known: Facts = _NOTHING) -> Facts:
        """Return what `facts_after` returns."""
        for key in answers:
            if key not in self.questions:
                raise NoSuchQuestion(key, self.questions)
        return _Facts(self, {key: check(self.questions[key], given) for key, given in answers.items()}, known).all()


def setters_of(chain: Chain, fact: str) -> Iterator[tuple[Question, Answer]]:
    """Yield the answers that make a fact certain besides their own, in the chain's order."""
    for question in chain.questions:
        yield from ((question, answer) for answer in question.answers if fact in answer.sets)


def set_facts(chain: Chain) -> list[str]:
    """Return the facts that some answer sets, in the chain's order."""
    answers = (answer for question in chain.questions for answer in question.answers)
    return list(dict.fromkeys(fact for answer in answers for fact in answer.sets))


class _Facts:
    def __init__(self, rules: Consequent, answers: Mapping[str, Given], known: Facts) -> None:
        self._rules = rules
        self._answers = answers
        self._known = known
        self._found: dict[str, FactValue | None] = {}
        self._open: list[str] = []

    def all(self) -> Facts:
        names = dict.fromkeys((*self._rules.asking, *self._rules.setters, *self._known))
        found = {name: self._value(name) for name in names}
        return {name: value for name, value in found.items() if value is not None}

    def _value(self, fact: str) -> FactValue | None:
        if fact in self._open:
            raise CircularQuestions(tuple(self._open[self._open.index(fact) :]))
        if fact not in self._found:
            self._open.append(fact)
            value = self._implied(fact)
            value = self._answered(fact) if value is None else value
            self._open.pop()
            self._found[fact] = self._known.get(fact) if value is None else value
        return self._found[fact]

    def _implied(self, fact: str) -> FactValue | None:
        for question, answer in self._rules.setters.get(fact, ()):
            if is_given(answer, question, self._value(question.fact)):
                return answer.sets[fact]
        return None

    def _answered(self, fact: str) -> FactValue | None:
        for question in self._rules.asking.get(fact, ()):
            given = self._answers.get(question.key, UNKNOWN)
            if given is not UNKNOWN and self._may_be_asked(question):
                return given
        return None

    def _may_be_asked(self, question: Question) -> bool:
        if question.when == ALWAYS:
            return True
        values = {name: self._value(name) for name in self._rules.gates[question.key]}
        left = residual(question.when, {name: value for name, value in values.items() if value is not None})
        if isinstance(left, Const):
            return left.value
        return is_satisfiable(left, self._rules.domains) is not False


def is_given(answer: Answer, question: Question, value: FactValue | None) -> bool:
    """Return whether the fact's value is, or holds, this answer."""
    if isinstance(value, frozenset):
        return answer.value in value
    return value is not None and value == fact_value(answer, question)
