"""The finite space behind a set of conditions: facts as variables, conditions as nodes of a diagram."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

from lianban.core.conditions.algebra import All, Any, Condition, Const, Has, Not, Scalar
from lianban.core.conditions.algebra import FactValue as Known
from lianban.core.conditions.diagram import FALSE, TRUE, Diagrams
from lianban.core.conditions.domains import Choices, Domains, atoms_of, classes, inferred
from lianban.core.conditions.truth import Atom, holds, verdict


@dataclass(frozen=True, slots=True)
class Variable:
    """One dimension: a fact, or whether one option of a multiple choice is chosen.

    values: one value per class; for an option, False and True. atoms: the comparisons that cut the classes.
    """

    fact: str
    option: str | None
    values: tuple[Scalar, ...]
    atoms: tuple[Atom, ...] = ()

    def class_of(self, value: Known) -> int | None:
        """Return the class that a value of the fact lies in.

        None when it is in no class (an undeclared word) or not known exactly enough (a place told roughly).

        Raises FactMismatch when the value is of a kind the conditions cannot look at.
        """
        if self.option is not None:
            return int(holds(Has(self.fact, self.option), value))
        pattern = [verdict(atom, value) for atom in self.atoms]
        for at, each in enumerate(self.values):
            if [holds(atom, each) for atom in self.atoms] == pattern:
                return at
        return None


def variables_of(conditions: Iterable[Condition], domains: Domains) -> tuple[Variable, ...]:
    """Return the variables of the conditions' facts, by name."""
    atoms = atoms_of(conditions)
    return tuple(variable for fact in sorted(atoms) for variable in variables_for(fact, atoms[fact], domains))


def variables_for(fact: str, atoms: tuple[Atom, ...], domains: Domains) -> tuple[Variable, ...]:
    """Return the variables of one fact: a single one, or one per option that a comparison names."""
    domain = domains[fact] if fact in domains else inferred(atoms)
    if not isinstance(domain, Choices):
        return (Variable(fact, None, classes(domain, atoms), atoms),)
    asked = {atom.option for atom in atoms if isinstance(atom, Has)}
    return tuple(Variable(fact, option, (False, True)) for option in domain.options if option in asked)


def connect(
    condition: Condition, diagrams: Diagrams, inner: Callable[[Condition], int], atom: Callable[[Atom], int]
) -> int:
    """Return the node of a condition. inner: gives the nodes of its parts; atom: of a single comparison."""
    match condition:
        case Const(value):
            return TRUE if value else FALSE
        case Not(negated):
            return diagrams.opposite(inner(negated))
        case All(parts):
            return reduce(diagrams.both, map(inner, parts), TRUE)
        case Any(parts):
            return reduce(diagrams.either, map(inner, parts), FALSE)
    return atom(condition)


class Space:
    """Conditions over the same variables, compiled to the nodes of one diagram."""

    def __init__(self, variables: Sequence[Variable], limit: int = 200_000) -> None:
        self.variables = tuple(variables)
        self.diagrams = Diagrams([len(variable.values) for variable in variables], limit)
        self.of_fact: dict[str, list[int]] = {}
        for at, variable in enumerate(self.variables):
            self.of_fact.setdefault(variable.fact, []).append(at)

    def compile(self, condition: Condition) -> int:
        """Return the node of a condition. Raises DiagramTooLarge beyond the bound, FactMismatch for a wrong kind."""
        return connect(condition, self.diagrams, self.compile, self.atom)

    def atom(self, atom: Atom) -> int:
        """Return the node of one comparison; an option that its multiple choice does not offer is never chosen."""
        for at in self.of_fact.get(atom.fact, ()):
            variable = self.variables[at]
            if variable.option is None:
                return self.diagrams.node(at, [int(holds(atom, value)) for value in variable.values])
            if isinstance(atom, Has) and atom.option == variable.option:
                return self.diagrams.node(at, (FALSE, TRUE))
        return FALSE

    def restrict(self, node: int, fact: str, value: Known) -> int:
        """Return what is left of a node once a fact is known."""
        for at in self.of_fact.get(fact, ()):
            chosen = self.variables[at].class_of(value)
            if chosen is not None:
                node = self.diagrams.restrict(node, at, chosen)
        return node
