"""告知承诺: the promises an applicant gave in place of proofs become part of each item they concern."""

from collections.abc import Iterator, Mapping

from lianban.apps.cases import crediting, papers
from lianban.apps.cases.acting import By
from lianban.apps.cases.models import CaseFile
from lianban.apps.docket import public as docket
from lianban.core.chains.plan import Plan
from lianban.core.proceedings.events import Actor, Role
from lianban.core.proceedings.item_case import commands as i

COMMITMENT = "commitment"
"""The mode of a material that is promised."""


def name_of(plan: Plan, material: str) -> str:
    """Return what a material of a plan is called; its key where the plan does not know it."""
    return next((each.name for each in plan.materials if each.key == material), material)


def committable(plan: Plan, item: str) -> tuple[str, ...]:
    """Return the materials of one item that a promise may replace."""
    return tuple(each.key for each in plan.materials if each.commitment and any(use.item == item for use in each.uses))


def promises(
    children: Mapping[str, docket.Loaded], file: CaseFile, plan: Plan, by: By
) -> Iterator[tuple[str, i.Commit]]:
    """Yield every promise given with the application: the item it concerns, and the command that records it.

    Each has its letter and today's credit answer; the rules refuse it for somebody who broke faith, and then the proof
    itself must come. Raises NobodyToAsk, RegistryUnavailable.
    """
    given = set(file.materials.filter(mode=COMMITMENT, replaced_at=None).values_list("key", flat=True))
    if not given:
        return
    credit = crediting.ask(file, by.now)
    names = {each.key: each.name for each in plan.materials}
    for key, child in children.items():
        for material in sorted(given & set(child.state.committable)):
            letter = papers.commitment(child, file, names[material], by)
            said = {"material": material, "chosen_by_applicant": True, "credit": credit, "document": letter}
            yield key, i.Commit(at=by.now, **said)


def promiser(by: By, applicant: str) -> Actor:
    """Return who hands a promise in: the clerk who takes it, or the applicant where nobody acted in time."""
    return by.actor if by.actor.role is Role.CLERK else Actor(person=applicant, role=Role.APPLICANT)
