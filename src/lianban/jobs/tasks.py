"""Every job: it reads the clock once and calls one public function."""

import logging

from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from lianban.apps.accounts import public as accounts
from lianban.apps.documents import public as documents
from lianban.apps.guides import public as guides
from lianban.apps.messages import public as messages
from lianban.apps.roots import public as roots
from lianban.jobs.deadlines import SWEEPS

LOG = logging.getLogger(__name__)
STALLED_AFTER_SECONDS = 30
DELIVERY = RetryStrategy(max_attempts=8, exponential_wait=3)


@app.task(name="deliver_message", retry=DELIVERY)
def deliver_message(message: str) -> None:
    """Send a message that waits in the outbox."""
    messages.deliver(message, timezone.now())


@app.task(name="render_document", retry=DELIVERY)
def render_document(document: str) -> None:
    """Make the sealed file of an issued document."""
    documents.render(document, timezone.now())


@app.periodic(cron="* * * * *")
@app.task(name="sweep_deadlines", queueing_lock="sweep_deadlines")
def sweep_deadlines(timestamp: int) -> None:  # noqa: ARG001 the queue hands it over
    """Let everything happen that the law lets happen when its day has passed."""
    now = timezone.now()
    for sweep in SWEEPS:
        done = sweep(now)
        if done:
            LOG.info("%s: %d", sweep.__name__, done)


@app.periodic(cron="35 * * * *")
@app.task(name="close_days", queueing_lock="close_days")
def close_days(timestamp: int) -> None:  # noqa: ARG001 the queue hands it over
    """Sign the root of every day that ended; every hour, so that a night without power is caught up with."""
    closed = roots.close_days(timezone.now())
    if closed:
        LOG.info("closed %d days of the record", closed)


@app.periodic(cron="17 3 * * *")
@app.task(name="sweep_sign_in", queueing_lock="sweep_sign_in")
def sweep_sign_in(timestamp: int) -> None:  # noqa: ARG001 the queue hands it over
    """Forget dead codes, limits that no longer count and sessions that ended."""
    now = timezone.now()
    accounts.sweep_codes(now)
    accounts.sweep_limits(now)
    messages.sweep_codes(now)
    SessionStore.clear_expired()


@app.periodic(cron="41 2 * * *")
@app.task(name="learn_weights", queueing_lock="learn_weights")
def learn_weights(timestamp: int) -> None:  # noqa: ARG001 the queue hands it over
    """Count what people answered in finished cases, so that guidance asks first what decides most."""
    changed = guides.learn_weights(timezone.now())
    if changed:
        LOG.info("learn_weights: %d", changed)


@app.periodic(cron="* * * * * */10")
@app.task(name="take_over_stalled", queueing_lock="take_over_stalled", pass_context=True)
async def take_over_stalled(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 the queue hands it over
    """Queue again the jobs whose worker was killed."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER_SECONDS):
        await manager.retry_job(job, retry_at=timezone.now())
        LOG.warning("took over job %s (%s)", job.id, job.task_name)
