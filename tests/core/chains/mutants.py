"""Broken plans: every value of a plan changed by itself, every list shortened, doubled or turned round."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from pydantic import ValidationError

from lianban.core.chains.plan import Plan

PLACES_WITHOUT_MEANING = ("findings", "facts")
"""Findings are advice; other facts make another plan, which is compared with what these facts demand."""


def mutants_of(plan: Plan, every: int = 1) -> Iterator[tuple[str, Plan]]:
    """Yield every n-th broken plan, with the place where it was broken. What is no plan at all is left out."""
    whole = plan.model_dump(mode="json")
    plan = Plan.model_validate(deepcopy(whole))
    for path, changed in list(_changes(whole, ()))[::every]:
        if path[0] in PLACES_WITHOUT_MEANING:
            continue
        kept = _at(whole, path)
        _put(whole, path, changed)
        try:
            mutant = Plan.model_validate(deepcopy(whole) if path[0] == "certificate" else whole)
        except ValidationError:
            mutant = None
        _put(whole, path, kept)
        if mutant is not None and mutant != plan:
            yield "/".join(map(str, path)), mutant


def _changes(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    if path and path[-1] in ("when", "required", "because") and not isinstance(value, bool):
        yield path, True
        yield path, False
        return
    match value:
        case bool():
            yield path, not value
        case int() | float():
            yield path, value + 1
        case str():
            yield from ((path, each) for each in _other_words(value))
        case None:
            yield path, 7
        case list():
            yield from _other_lists(value, path)
            for number, each in enumerate(value):
                yield from _changes(each, (*path, number))
        case dict():
            for key, each in value.items():
                yield from _changes(each, (*path, key))
                if path and path[-1] in ("options", "columns", "fields", "materials", "days"):
                    yield path, {name: kept for name, kept in value.items() if name != key}


def _other_words(value: str) -> Iterator[str]:
    if value.replace(".", "").isdigit():
        yield f"{float(value) + 1:g}"
    else:
        yield f"{value}甲"
        yield ""


def _other_lists(value: list[Any], path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    for number in range(len(value)):
        yield path, value[:number] + value[number + 1 :]
    if value:
        yield path, [*value, value[0]]


def _at(whole: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        whole = whole[step]
    return whole


def _put(whole: Any, path: tuple[str | int, ...], value: Any) -> None:
    for step in path[:-1]:
        whole = whole[step]
    whole[path[-1]] = value
