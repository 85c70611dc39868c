"""Random small chains, and the least expected number of questions found by trying everything."""

from fractions import Fraction
from functools import cache
from itertools import product

from hypothesis import strategies as st

from lianban.core.chains.model import QuestionKind
from lianban.core.conditions.algebra import Const, Equals, Has, Within, facts_of
from lianban.core.conditions.text import write
from lianban.core.conditions.truth import evaluate
from lianban.core.guidance import facts_after
from tests.core.guidance.builders import a_chain, multi, place, single, yes_no
from tests.core.strategies import conditions

OPTIONS = {"single": ("a", "b", "c"), "multi": ("p", "q"), "place": ("37", "3703", "11")}


def _atoms(questions):
    choices = []
    for question in questions:
        if question.kind is QuestionKind.YES_NO:
            choices.append(st.builds(Equals, st.just(question.fact), st.booleans()))
        elif question.kind is QuestionKind.MULTI:
            choices.append(st.builds(Has, st.just(question.fact), st.sampled_from(OPTIONS["multi"])))
        elif question.kind is QuestionKind.PLACE:
            choices.append(st.builds(Within, st.just(question.fact), st.sampled_from(OPTIONS["place"])))
        else:
            choices.append(st.builds(Equals, st.just(question.fact), st.sampled_from(OPTIONS["single"])))
    return st.one_of(choices)


@st.composite
def small_chains(draw, most=4, kinds=("yes_no", "single", "multi")):
    """Chains of up to four questions, some with circumstances, some whose answers imply later facts."""
    questions = []
    for number in range(draw(st.integers(1, most))):
        gate = Const(True)
        if questions and draw(st.integers(0, 3)) == 0:
            gate = draw(conditions(_atoms(questions), size=2))
        questions.append(_question(draw(st.sampled_from(kinds)), f"f{number}", gate))
    questions = _with_sets(draw, questions)
    members = {f"item{n}": draw(conditions(_atoms(questions), size=4)) for n in range(draw(st.integers(1, 3)))}
    return a_chain(questions, members)


def _question(kind, key, gate):
    if kind == "yes_no":
        return yes_no(key, when=gate)
    if kind == "single":
        return single(key, *OPTIONS["single"], when=gate)
    if kind == "place":
        return place(key, when=gate)
    return multi(key, *OPTIONS["multi"], when=gate)


def _with_sets(draw, questions):
    later = [q for q in questions[1:] if q.kind not in (QuestionKind.MULTI, QuestionKind.PLACE)]
    if not later or draw(st.booleans()):
        return questions
    target = draw(st.sampled_from(later))
    setters = [q for q in questions[: questions.index(target)] if q.answers]
    if not setters:
        return questions
    setter = draw(st.sampled_from(setters))
    value = draw(st.booleans() if target.kind is QuestionKind.YES_NO else st.sampled_from(OPTIONS["single"]))
    answers = (setter.answers[0].model_copy(update={"sets": {target.fact: value}}), *setter.answers[1:])
    return [q.model_copy(update={"answers": answers}) if q is setter else q for q in questions]


def values_of(question):
    if question.kind is QuestionKind.YES_NO:
        return (True, False)
    if question.kind is QuestionKind.MULTI:
        return (frozenset(), frozenset("p"), frozenset("q"), frozenset("pq"))
    return tuple(answer.value for answer in question.answers)


def least_by_trying(chain):
    """Return the least expected number of questions over all orders, by going through every one of them."""
    worlds = [tuple(row) for row in product(*(values_of(question) for question in chain.questions))]
    return _Trial(chain, worlds).least((None,) * len(chain.questions))


class _Trial:
    def __init__(self, chain, worlds):
        self.chain = chain
        self.worlds = worlds
        self.outcome = {world: self._signature([m.when for m in chain.members], world) for world in worlds}
        self.least = cache(self.least)

    def _facts(self, row):
        answers = {q.key: value for q, value in zip(self.chain.questions, row, strict=True) if value is not None}
        return facts_after(self.chain, answers)

    def _signature(self, conditions_, row):
        """The truth of conditions for every value of the facts that these answers leave open."""
        return self._over_open(conditions_, self._facts(row))

    def _over_open(self, conditions_, facts):
        found = []
        for condition in conditions_:
            names = sorted(facts_of(condition))
            every = product(*(values_of(self._question(name)) for name in names))
            found.append(tuple(evaluate(condition, {**dict(zip(names, v, strict=True)), **facts}) for v in every))
        return tuple(found)

    def _question(self, fact):
        return next(question for question in self.chain.questions if question.fact == fact)

    def _matching(self, row):
        return [w for w in self.worlds if all(r is None or r == each for r, each in zip(row, w, strict=True))]

    def least(self, row):
        matching = self._matching(row)
        if len({self.outcome[world] for world in matching}) == 1:
            return Fraction(0)
        open_now = [n for n in range(len(row)) if row[n] is None and self._may_be_asked(n, row, matching)]
        return min(self._cost(row, n) for n in open_now)

    def _may_be_asked(self, number, row, matching):
        question = self.chain.questions[number]
        if question.fact in self._facts(row):
            return False
        return {any(self._signature([question.when], world)[0]) for world in matching} == {True}

    def _cost(self, row, number):
        values = values_of(self.chain.questions[number])
        after = (self.least((*row[:number], value, *row[number + 1 :])) for value in values)
        return 1 + sum(after, Fraction(0)) / len(values)


def told(chain):
    """A chain as a few lines, for a failing example."""
    questions = [f"{q.key} {q.kind} 当 {write(q.when)} {[a.sets for a in q.answers]}" for q in chain.questions]
    return "\n".join((*questions, *(f"{member.item} 当 {write(member.when)}" for member in chain.members)))
