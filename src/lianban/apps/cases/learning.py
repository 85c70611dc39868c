"""What was answered in finished cases, for whoever counts it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lianban.apps.cases.models import CaseFile
from lianban.core.proceedings.chain_case.state import Stage

BATCH = 500


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers of one finished case. person: whose it was. facts: as its plan keeps them."""

    person: str
    facts: Mapping[str, bool | str | Decimal | list[str]]


def finished_answers(chain: str) -> Iterator[Answered]:
    """Yield what people had answered in every case of a chain that was brought to its end."""
    rows = CaseFile.objects.filter(
        proceeding__chain=chain,
        proceeding__parent=None,
        proceeding__state=Stage.CLOSED.value,
        proceeding__applicant__isnull=False,
    )
    for person, facts in rows.values_list("proceeding__applicant", "plan__content__facts").iterator(BATCH):
        yield Answered(str(person), facts or {})
