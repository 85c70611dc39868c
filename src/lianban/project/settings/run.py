"""Settings of a running platform."""

import os

from lianban.project import environment
from lianban.project.settings.base import *  # noqa: F403 settings build on settings
from lianban.project.settings.base import TEMPLATES

POOL_SIZE = int(os.environ.get("LIANBAN_POOL", "8"))
DATABASES = {"default": environment.database(os.environ["DATABASE_URL"], pool_size=POOL_SIZE)}

TEMPLATES[0]["APP_DIRS"] = False
TEMPLATES[0]["OPTIONS"]["loaders"] = [
    (
        "django.template.loaders.cached.Loader",
        ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"],
    )
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
