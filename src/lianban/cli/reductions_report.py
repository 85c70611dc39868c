"""The reductions of every chain that ships, beside what places have published about theirs (docs/reference)."""

from collections.abc import Iterator
from decimal import Decimal

from lianban.adapters.catalogue_files.catalogue import Catalogue
from lianban.core.chains.compose import compose
from lianban.core.chains.model import Chain, PublishedReduction
from lianban.core.chains.plan import Figure, Need, Plan

_HEAD = """# 四减：computed and published

Written by `lianban compose --report docs/reference/reductions.md`; do not edit. How each figure is counted:
[plans.md](plans.md). No question is answered here, so everything that *may* be needed counts on both sides; a real
case has fewer items, and its own figures stand in its plan.

| Chain | Items (certain) | 环节 | 材料 | 时限（工作日） | 跑动 | Fields |
|---|---|---|---|---|---|---|
"""
_MEASURES = {"环节": "steps", "材料": "materials", "时限": "days", "跑动": "visits"}


def reductions_report(catalogue: Catalogue) -> str:
    """Return the report as Markdown: one row per chain, then each published figure with the reason for a difference."""
    plans = {key: compose(chain, catalogue.items, catalogue.vocabulary) for key, chain in catalogue.chains.items()}
    rows = "\n".join(_row(plans[key]) for key in sorted(plans))
    parts = [_HEAD + rows, "", "## Beside what has been published", ""]
    for key in sorted(plans):
        parts.extend(_compared(catalogue, catalogue.chains[key], plans[key]))
    return "\n".join(parts).rstrip() + "\n"


def _row(plan: Plan) -> str:
    certain = sum(each.need is Need.CERTAIN for each in plan.items)
    figures = plan.reductions
    told = (_told(each) for each in (figures.steps, figures.materials, figures.days, figures.visits, figures.fields))
    return f"| {plan.name} | {len(plan.items)} ({certain}) | {' | '.join(told)} |"


def _told(figure: Figure) -> str:
    share = "" if figure.rate is None else f", −{figure.rate:.1%}"
    return f"{_number(figure.before)} → {_number(figure.after)}{share}"


def _compared(catalogue: Catalogue, chain: Chain, plan: Plan) -> Iterator[str]:
    yield f"### {chain.name}"
    yield ""
    if not chain.published_reductions:
        yield f"Nothing published was found. {_path(catalogue, chain, plan)}"
    for published in chain.published_reductions:
        yield from _published(catalogue, chain, plan, published)
    yield ""


def _published(catalogue: Catalogue, chain: Chain, plan: Plan, published: PublishedReduction) -> Iterator[str]:
    before = "；".join(f"{name} {value}" for name, value in published.before.items())
    after = "；".join(f"{name} {value}" for name, value in published.after.items())
    yield f"- **{published.scope}**: {before + ' → ' if before else ''}{after}"
    measured = [word for word in _MEASURES if any(word in f"{name}{value}" for name, value in published.after.items())]
    for word in measured:
        figure: Figure = getattr(plan.reductions, _MEASURES[word])
        yield f"  - {word}: computed {_told(figure)}. {_reason(word, catalogue, chain, plan)}"
    if not measured:
        yield "  - It publishes none of the four figures, so there is nothing to compare."


def _reason(word: str, catalogue: Catalogue, chain: Chain, plan: Plan) -> str:
    figures = plan.reductions
    match word:
        case "环节":
            rounds = sum("并联审批" in each for each in figures.steps.after_entries)
            joint = "、".join(act.name for act in plan.process.joint_acts)
            once = (
                f" {joint} {'is' if len(plan.process.joint_acts) == 1 else 'are each'} done once for all."
                if joint
                else ""
            )
            return (
                f"{rounds} of ours are rounds of review that need each other's results; places count the applicant's."
                + once
            )
        case "材料":
            kept = "、".join(figures.materials.after_entries[:4])
            base = (
                f"The base is every entry of all {len(plan.items)} items, the rest what no authority issues or shares"
            )
            return f"{base} ({kept}…). A typical case needs fewer items on both sides."
        case "时限":
            return _path(catalogue, chain, plan)
        case _:
            limit = "the chain's own figure" if chain.visits_after is not None else "one visit at most"
            return f"The base is the sum of the items' 到现场次数, the rest {limit}; places count every department."


def _path(catalogue: Catalogue, chain: Chain, plan: Plan) -> str:
    """Name what is on the longest path, and what the promise would be without its longest item."""
    days = {each.key: each.days for each in plan.items}
    names = {each.key: each.name for each in plan.items}
    path = plan.process.path
    longest = max(path, key=lambda key: days[key])
    others = tuple(member for member in chain.members if member.item != longest)
    waits = tuple(each for each in chain.dependencies if longest not in (each.before, each.after))
    rules = tuple(rule for rule in chain.material_rules if rule.item != longest)
    update = {"members": others, "dependencies": waits, "material_rules": rules}
    without = compose(chain.model_copy(update=update), catalogue.items, catalogue.vocabulary)
    told = " → ".join(f"{names[key]} ({_number(days[key])})" for key in path)
    return (
        f"The longest path is {told}; without {names[longest]} the promise would be "
        f"{_number(without.process.promise)} working days. Base: the statutory limits one after the other."
    )


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"
