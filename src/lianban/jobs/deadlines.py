"""What must happen when a legal deadline passes. Each sweep is given here by the app that owns the deadline.

A sweep takes the moment, works in batches with `FOR UPDATE SKIP LOCKED`, so that several workers share the work and
none waits, commits each batch, and returns how much it did. Run twice, it does nothing twice.
"""

from collections.abc import Callable
from datetime import datetime

from lianban.apps.cases import public as cases
from lianban.apps.oversight import public as oversight

Sweep = Callable[[datetime], int]
SWEEPS: list[Sweep] = [cases.redate_cases, cases.sweep_cases, oversight.reckon_warnings]
