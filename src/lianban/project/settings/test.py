"""Settings of the tests. DATABASE_URL names the server; LIANBAN_TEST_DB the throw-away database on it."""

import os
import tempfile

os.environ.setdefault("LIANBAN_HOME", tempfile.mkdtemp(prefix="lianban-test-"))
os.environ.setdefault("LIANBAN_STAND_INS", "on")

from lianban.project import environment
from lianban.project.settings.base import *  # noqa: F403 settings build on settings

DATABASES = {"default": environment.database(os.environ.get("DATABASE_URL", "postgresql:///lianban"))}
DATABASES["default"]["TEST"] = {"NAME": os.environ.get("LIANBAN_TEST_DB", "test_lianban")}
DATABASES["default"]["OPTIONS"]["options"] = "-c lianban.allow_truncate=on -c synchronous_commit=off"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]
WHITENOISE_AUTOREFRESH = True
