"""The front door of worklists."""

from lianban.apps.worklists.errors import ListRefused, NoSuchRun, RunRefused
from lianban.apps.worklists.runs import (
    AT_MOST,
    BULK,
    BulkAct,
    LineCard,
    RunCard,
    begin_run,
    go_on,
    preview_run,
    run_of,
)
from lianban.apps.worklists.saved import ListCard, keep_list, lists_of, remove_list

__all__ = [
    "AT_MOST",
    "BULK",
    "BulkAct",
    "LineCard",
    "ListCard",
    "ListRefused",
    "NoSuchRun",
    "RunCard",
    "RunRefused",
    "begin_run",
    "go_on",
    "keep_list",
    "lists_of",
    "preview_run",
    "remove_list",
    "run_of",
]
