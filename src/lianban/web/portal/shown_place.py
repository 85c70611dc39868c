"""A question about a place: from the province down, one list at a time, or found by its name."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lianban.apps.catalogue import public as catalogue
from lianban.core.conditions.lexicon import DIVISION
from lianban.core.kernel.divisions import Division, Divisions

FOUND = 8


@dataclass(frozen=True, slots=True)
class Listed:
    """A division that was found by its name. address: of the page that takes it for the answer."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """What the page shows. so_far: the place named until now, empty at first. label: what is chosen from the list.

    chosen: code of the entry that is preselected. found: None while nobody searched.
    """

    so_far: str
    label: str
    options: tuple[Division, ...]
    chosen: str
    wanted: str
    found: tuple[Listed, ...] | None


def place_view(code: str, likely: str, wanted: str | None, answer: Callable[[str], str]) -> PlaceView:
    """Return the next list. code: the place so far. likely: a code whose beginning is preselected. wanted: what was
    searched for, None while nobody did. answer: gives the address that takes a code for the answer.
    """
    divisions = catalogue.divisions()
    options = _listed(divisions, code)
    found = None if wanted is None else divisions.search(wanted, FOUND)
    return PlaceView(
        so_far=divisions.spoken(code) if code else "",
        label=_label(options),
        options=options,
        chosen=next((each.code for each in options if likely.startswith(each.code)), ""),
        wanted=wanted or "",
        found=None
        if found is None
        else tuple(Listed(divisions.spoken(each.code), answer(each.code)) for each in found),
    )


def place_so_far(text: str) -> str:
    """Return the code that an answer names; empty for no answer and for “not sure”."""
    return text if DIVISION.fullmatch(text) else ""


def _listed(divisions: Divisions, code: str) -> tuple[Division, ...]:
    below = divisions.below(code)
    return divisions.below(below[0].code) or below if len(below) == 1 else below


def _label(options: tuple[Division, ...]) -> str:
    digits = len(options[0].code) if options else 0
    labels = {2: _("省（自治区、直辖市）"), 4: _("市（地、州、盟）"), 6: _("县（市、区）"), 9: _("乡镇（街道）")}
    return labels.get(digits, _("村（社区）"))
