"""What only compiling a chain brings to light: conditions that no answer fits, circles, departments that contradict."""

from collections.abc import Iterable, Iterator, Mapping

from lianban.core.chains.compose import compose
from lianban.core.chains.model import Chain
from lianban.core.chains.quality import Placed, item_conditions
from lianban.core.conditions.algebra import facts_of
from lianban.core.guidance.guide import compile_guide
from lianban.core.items.model import ServiceItem
from lianban.core.kernel.errors import DomainError
from lianban.core.kernel.finding import Finding
from lianban.core.vocabulary.model import Vocabulary


def check_compiled(chain: Chain, items: Mapping[str, ServiceItem], vocabulary: Vocabulary) -> list[Finding]:
    """Return why a chain cannot be compiled, or where its departments contradict each other.

    To be asked of a chain in which no other rule finds an error: what those say is not said again.
    """
    try:
        plan = compose(chain, items, vocabulary)
        compile_guide(chain, items)
    except DomainError as refused:
        where = _place(chain, items, refused)
        return [
            Finding(rule="NOT_COMPILED", level="error", where=where, message=refused.message, remedy="改好后重查。")
        ]
    return [
        each.model_copy(update={"where": f"vocabulary/{each.where}", "message": f"{chain.name}：{each.message}"})
        for each in plan.findings
        if each.rule == "FORM_CLASH"
    ]


def _place(chain: Chain, items: Mapping[str, ServiceItem], refused: DomainError) -> str:
    """Return where the facts that an error speaks of are looked at, or asked about."""
    named = set(_words(refused.facts.values()))
    members = (items[each.item] for each in chain.members)
    for path, condition in (*_conditions(chain), *item_conditions(members)):
        if facts_of(condition) & named:
            return path
    asked = (f"chains/{chain.key}/questions/{n}" for n, each in enumerate(chain.questions) if each.fact in named)
    return next(asked, f"chains/{chain.key}")


def _conditions(chain: Chain) -> Iterator[Placed]:
    here = f"chains/{chain.key}"
    yield from ((f"{here}/questions/{number}/when", each.when) for number, each in enumerate(chain.questions))
    yield from ((f"{here}/members/{number}/when", each.when) for number, each in enumerate(chain.members))


def _words(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list | tuple):
            yield from (each for each in value if isinstance(each, str))
