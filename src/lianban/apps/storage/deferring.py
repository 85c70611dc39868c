"""Leaving work for later: the job is part of the transaction that needs it."""

from procrastinate.contrib.django import app


def defer(job: str, **arguments: str | int | float | bool | None) -> None:
    """Have a job of `lianban.jobs` done after this transaction commits; a rollback takes it back.

    job: its name, because nothing here may import what stands above it.
    """
    app.configure_task(job, allow_unknown=True).defer(**arguments)
