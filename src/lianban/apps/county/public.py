"""The front door of setting up a county."""

from lianban.apps.county.loading import Loading, Outcome, SetUpPassword, load_county, renew_password
from lianban.apps.county.missing import Missing
from lianban.apps.county.overview import Overview, overview

__all__ = [
    "Loading",
    "Missing",
    "Outcome",
    "Overview",
    "SetUpPassword",
    "load_county",
    "overview",
    "renew_password",
]
