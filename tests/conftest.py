"""What all tests share. Nothing here needs Django or a database before a test asks for them."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile(
    "the same every time", derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("the same every time")  # `--hypothesis-profile default` looks for new examples


@pytest.fixture(autouse=True)
def language_of_nobody():
    """A thread keeps the language of the last page it served; no test begins with that of another."""
    yield
    if translation := sys.modules.get("django.utils.translation"):
        translation.deactivate()


@pytest.fixture(scope="session")
def django_db_modify_db_settings():
    """Start the embedded database when DATABASE_URL names no other."""
    if "DATABASE_URL" in os.environ:
        return
    from django.db import connections  # noqa: PLC0415 the core's tests run where Django is not installed

    from lianban.adapters.embedded_postgres import Cluster  # noqa: PLC0415
    from lianban.project import environment  # noqa: PLC0415

    found = environment.database(Cluster(ROOT / "var" / "test", durable=False).ensure())
    connections["default"].settings_dict.update({name: found[name] for name in ("NAME", "USER", "HOST", "PORT")})
