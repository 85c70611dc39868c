"""One parallel approval from beginning to end, as each side does it."""

import io
import json
import time
from collections.abc import Callable
from pathlib import Path

import django

django.setup()

from benchmarks._ours import Case  # noqa: E402 Django is set up first
from benchmarks.peer_viewflow.flows import FLOWS  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from SpiffWorkflow.bpmn.parser import BpmnParser  # noqa: E402
from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer  # noqa: E402
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow  # noqa: E402
from SpiffWorkflow.util.task import TaskState  # noqa: E402

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"


def prepare() -> None:
    """Make the tables of the peers."""
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS bench_spiff (id serial PRIMARY KEY, state jsonb NOT NULL)")
    for side in SIDES.values():
        side(2)


def worked() -> float:
    """Return the seconds that this process and the server process of its connection were at work until now."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        at_work = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")
    return time.process_time() + (int(at_work.read_text().split()[0]) / 1e9 if at_work.exists() else 0)


def ours(ways: int) -> None:
    """Begin, grant every item, and the application is closed."""
    case = Case(ways)
    for place in range(ways):
        case.approve(place)


def viewflow(ways: int) -> None:
    """Begin, run every handle."""
    process = FLOWS[ways].start.run()
    for task in process.task_set.filter(flow_task_type="FUNCTION", status="NEW"):
        task.flow_task.run(task)
    process.refresh_from_db()
    if process.status != "DONE":
        raise RuntimeError(f"Viewflow ended as {process.status}")


def spiff_in_memory(ways: int) -> None:
    """Begin, run every manual task, without a store."""
    workflow = _spiff(ways)
    for task in workflow.get_tasks(state=TaskState.READY, manual=True):
        task.run()
        workflow.do_engine_steps()
    _ended(workflow)


def spiff_stored(ways: int) -> None:
    """Begin; load, run and save at every manual task."""
    serializer = BpmnWorkflowSerializer()
    workflow = _spiff(ways)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO bench_spiff (state) VALUES (%s) RETURNING id", [serializer.serialize_json(workflow)]
        )
        key = cursor.fetchone()[0]
    for _ in range(ways):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT state FROM bench_spiff WHERE id = %s FOR UPDATE", [key])
            stored = cursor.fetchone()[0]
            workflow = serializer.deserialize_json(stored if isinstance(stored, str) else json.dumps(stored))
            workflow.get_tasks(state=TaskState.READY, manual=True)[0].run()
            workflow.do_engine_steps()
            cursor.execute(
                "UPDATE bench_spiff SET state = %s WHERE id = %s", [serializer.serialize_json(workflow), key]
            )
    _ended(workflow)


def _spiff(ways: int) -> BpmnWorkflow:
    if ways not in _SPECS:
        parser = BpmnParser()
        parser.add_bpmn_io(io.BytesIO(_bpmn(ways).encode()))
        _SPECS[ways] = parser
    workflow = BpmnWorkflow(_SPECS[ways].get_spec("approval"))
    workflow.do_engine_steps()
    return workflow


def _bpmn(ways: int) -> str:
    nodes = ['<startEvent id="s"/><parallelGateway id="split"/><parallelGateway id="join"/><endEvent id="e"/>']
    flows = [_flow("s", "split"), _flow("join", "e")]
    for place in range(ways):
        nodes.append(f'<manualTask id="t{place}" name="t{place}"/>')
        flows += [_flow("split", f"t{place}"), _flow(f"t{place}", "join")]
    process = f'<process id="approval" isExecutable="true">{"".join((*nodes, *flows))}</process>'
    return f'<definitions xmlns="{BPMN}" id="d">{process}</definitions>'


def _flow(source: str, target: str) -> str:
    return f'<sequenceFlow id="{source}-{target}" sourceRef="{source}" targetRef="{target}"/>'


def _ended(workflow: BpmnWorkflow) -> None:
    if not workflow.is_completed():
        raise RuntimeError("SpiffWorkflow did not end")


_SPECS: dict[int, BpmnParser] = {}
SIDES: dict[str, Callable[[int], None]] = {
    "ours": ours,
    "Viewflow": viewflow,
    "Spiff stored": spiff_stored,
    "Spiff in memory": spiff_in_memory,
}
