"""秒批: the rules of an item, worked out over what the applicant answered and what registers said."""

from collections.abc import Mapping

from lianban.apps.cases import rendering
from lianban.apps.cases.acting import By
from lianban.apps.cases.models import CaseFile
from lianban.core.chains.plan import Plan
from lianban.core.conditions.algebra import Condition
from lianban.core.conditions.errors import FactMismatch
from lianban.core.conditions.truth import evaluate
from lianban.core.items.examination import InstantRule
from lianban.core.proceedings.item_case import commands as i


def check(rule: InstantRule, plan: Plan, file: CaseFile, by: By) -> i.CheckByRule:
    """Return what the rules found. What cannot be told does not hold: a person looks at it."""
    facts = known(plan, file)
    failed = tuple(each.text for each in rule.checks if not _holds(each.when, facts))
    checks = tuple(each.text for each in rule.checks)
    return i.CheckByRule(at=by.now, version=rule.version, checks=checks, failed=failed)


def known(plan: Plan, file: CaseFile) -> dict[str, object]:
    """Return the facts that rules may rest on: answers of the guide, and values that a register filled in.

    What somebody merely typed over is no shared data, and no rule looks at it.
    """
    shared = {key: value for key, value in file.values.items() if key in file.sources}
    return rendering.facts_of(plan, shared)


def _holds(when: Condition, facts: Mapping[str, object]) -> bool:
    try:
        return evaluate(when, facts) is True
    except FactMismatch:
        return False
