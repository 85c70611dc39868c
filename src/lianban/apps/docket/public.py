"""The docket's front door."""

from lianban.apps.docket.checks import (
    Checked,
    Difference,
    check_records,
    count_records,
    replay_differences,
    stray_events,
    verify_log,
)
from lianban.apps.docket.commands import once
from lianban.apps.docket.errors import ClockBehind, ForeignCommand, NoSuchProceeding, VersionConflict
from lianban.apps.docket.ledger import Ledger, append
from lianban.apps.docket.numbers import case_numbers, chain_number, document_number, take, take_all
from lianban.apps.docket.parts import Parts
from lianban.apps.docket.procedures import KnownProcedure, know
from lianban.apps.docket.recorded import first_recorded_at, numbers_of, recorded_between
from lianban.apps.docket.selectors import (
    MANY,
    Listed,
    Progress,
    Wanted,
    count_lists,
    count_visible,
    find_by_number,
    list_visible,
    load_visible,
    may_see,
    titles_like,
)
from lianban.apps.docket.store import events, events_of, hold_case, load, lock_case, states_with, whole
from lianban.apps.docket.sweeping import Swept, Walked, sweep_due, walk_open, walk_these
from lianban.apps.docket.texts import forget, kept_of, read_payload, read_states
from lianban.apps.docket.values import Case, Change, Loaded, Opening, Row
from lianban.apps.storage.keys import new_key

__all__ = [
    "MANY",
    "Case",
    "Change",
    "Checked",
    "ClockBehind",
    "Difference",
    "ForeignCommand",
    "KnownProcedure",
    "Ledger",
    "Listed",
    "Loaded",
    "NoSuchProceeding",
    "Opening",
    "Parts",
    "Progress",
    "Row",
    "Swept",
    "VersionConflict",
    "Walked",
    "Wanted",
    "append",
    "case_numbers",
    "chain_number",
    "check_records",
    "count_lists",
    "count_records",
    "count_visible",
    "document_number",
    "events",
    "events_of",
    "find_by_number",
    "first_recorded_at",
    "forget",
    "hold_case",
    "kept_of",
    "know",
    "list_visible",
    "load",
    "load_visible",
    "lock_case",
    "may_see",
    "new_key",
    "numbers_of",
    "once",
    "read_payload",
    "read_states",
    "recorded_between",
    "replay_differences",
    "states_with",
    "stray_events",
    "sweep_due",
    "take",
    "take_all",
    "titles_like",
    "verify_log",
    "walk_open",
    "walk_these",
    "whole",
]
