"""The worker: `python -m lianban.jobs`. It ends cleanly on SIGTERM; what it leaves undone another takes over."""

import os
import sys

import django


def main() -> int:
    """Work until told to stop."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lianban.project.settings.run")
    django.setup()
    from procrastinate.contrib.django import app  # noqa: PLC0415 it exists only after set-up

    with_own_connections = app.with_connector(app.connector.get_worker_connector())
    with_own_connections.run_worker(
        concurrency=1, delete_jobs="successful", update_heartbeat_interval=5, stalled_worker_timeout=20
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
