"""The front door of supervision."""

from lianban.apps.oversight.auditing import Audited, audit, audited_at_most
from lianban.apps.oversight.evidence import evidence
from lianban.apps.oversight.measuring import figures, figures_by_authority, measured, shortened_limits
from lianban.apps.oversight.packing import package
from lianban.apps.oversight.reckoning import reckon_warnings
from lianban.apps.oversight.values import Behind, Figures, Month, Narrowed, Warned
from lianban.apps.oversight.warnings import count_warned, signals_of, warned

__all__ = [
    "Audited",
    "Behind",
    "Figures",
    "Month",
    "Narrowed",
    "Warned",
    "audit",
    "audited_at_most",
    "count_warned",
    "evidence",
    "figures",
    "figures_by_authority",
    "measured",
    "package",
    "reckon_warnings",
    "shortened_limits",
    "signals_of",
    "warned",
]
