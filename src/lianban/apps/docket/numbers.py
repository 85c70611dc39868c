"""Official numbers. They are taken inside the transaction that needs them: no gap after a rollback, no double."""

from collections.abc import Collection
from datetime import date

from django.db import connection

from lianban.apps.storage.keys import new_key
from lianban.core.kernel import case_numbers as official
from lianban.core.kernel import document_numbers as written

TAKE = """
INSERT INTO docket_counter AS counter (id, series, value)
SELECT * FROM unnest(%s::uuid[], %s::text[], %s::int[])
ON CONFLICT (series) DO UPDATE SET value = counter.value + EXCLUDED.value
RETURNING series, value
"""


def take(series: str) -> int:
    """Return the next number of a series, from 1. Others who need this series wait until the transaction ends."""
    return take_all([series])[series]


def take_all(series: Collection[str]) -> dict[str, int]:
    """Return the next number of several series, taken in one order so that two transactions cannot lock each other."""
    names = sorted(set(series))
    if not connection.in_atomic_block:
        raise RuntimeError("a number is taken inside the transaction that uses it")
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [[new_key() for _ in names], names, [1] * len(names)])
        return dict(cursor.fetchall())


def case_numbers(implementation_codes: Collection[str], on: date) -> dict[str, str]:
    """Return a 办件编号 per item (facts 1.2.7); the serial begins anew every day. Raises InvalidIdentifier."""
    series = {code: f"办件|{code}|{on:%Y%m%d}" for code in implementation_codes}
    taken = take_all(series.values())
    return {code: str(official.case_number(code, on, taken[name])) for code, name in series.items()}


def chain_number(division: str, on: date) -> str:
    """Return the number of a whole thing (一件事) received in a division on a day. Raises InvalidIdentifier."""
    return str(official.chain_number(division, on, take(f"一件事|{division}|{on:%Y%m%d}")))


def document_number(short_name: str, kind: str, year: int) -> str:
    """Return a 文号: the authority's short name, the kind's word, the year, a serial of the year."""
    return str(written.document_number(short_name + kind, year, take(f"文号|{short_name}|{kind}|{year}")))
