"""Plans of applications, each kept once: whoever gave the same answers under the same definitions shares it."""

from functools import lru_cache

from lianban.apps.cases.models import CaseFile, CasePlan
from lianban.core.chains.plan import Plan

KEPT = 512
"""Plans that one process remembers."""


def keep(plan: Plan, stamp: str) -> None:
    """Store a plan unless it is stored already. stamp: its digest."""
    if not CasePlan.objects.filter(digest=stamp).exists():
        row = CasePlan(digest=stamp, content=plan.model_dump(mode="json"))
        CasePlan.objects.bulk_create([row], ignore_conflicts=True)


def plan_of(file: CaseFile) -> Plan:
    """Return the plan an application was made under."""
    return _read(str(file.plan_id))


@lru_cache(maxsize=KEPT)
def _read(stamp: str) -> Plan:
    """Read a plan; what bears a digest never changes, so it is read once per process."""
    return Plan.model_validate(CasePlan.objects.get(digest=stamp).content)
