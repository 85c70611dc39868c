"""Our settings with Viewflow beside us in one database."""

from lianban.project.settings.run import *  # noqa: F403 settings build on settings
from lianban.project.settings.run import INSTALLED_APPS as OURS

INSTALLED_APPS = [*OURS, "viewflow", "viewflow.workflow", "benchmarks.peer_viewflow"]
SILENCED_SYSTEM_CHECKS = ["viewflow.E001"]
