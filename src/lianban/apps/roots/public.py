"""The front door of the roots."""

from lianban.apps.roots.checking import DayDoubt, check_days
from lianban.apps.roots.closing import close_days
from lianban.apps.roots.selectors import Proof, SignedRoot, count_roots, proofs, roots

__all__ = ["DayDoubt", "Proof", "SignedRoot", "check_days", "close_days", "count_roots", "proofs", "roots"]
