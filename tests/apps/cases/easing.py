"""Applications whose plan lets a material come later, or be promised."""

import dataclasses

from lianban.core.chains.plan import Marking
from tests.apps.cases.builders import a_submission


def with_eased(applicant, item, **privilege):
    """Return an application and the key of one material of an item that has the privilege."""
    submission = a_submission(applicant)
    plan = submission.plan
    first = next(m for m in plan.materials if m.marking is Marking.REQUIRED and [use.item for use in m.uses] == [item])
    eased = tuple(m.model_copy(update=privilege) if m is first else m for m in plan.materials)
    return dataclasses.replace(submission, plan=plan.model_copy(update={"materials": eased})), first.key


def promised(submission, key):
    """Return the application with one material promised instead of handed in."""
    handed = (dataclasses.replace(m, mode="commitment") if m.key == key else m for m in submission.materials)
    return dataclasses.replace(submission, materials=tuple(handed))


def of_somebody_who_broke_faith(submission):
    """Return the application of the one demonstration subject that the credit register knows ill of."""
    return dataclasses.replace(submission, values={**submission.values, "legal_rep.id_no": "370304197811230000"})
