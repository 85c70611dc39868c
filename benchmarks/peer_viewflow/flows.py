"""One flow per number of approvals: split into so many departments, join, end."""

from typing import Any

from viewflow import this
from viewflow.workflow import flow, lock

WAYS = (2, 8, 16, 32, 64, 100, 200)


class Approving:
    """What the steps do: nothing but pass."""

    def begin(self, activation: Any) -> Any:
        """Begin."""
        return activation.process

    def granted(self, activation: Any) -> Any:
        """Approve."""
        return activation.process


def approval(ways: int) -> type[flow.Flow]:
    """Return a flow of so many departments side by side, locked as Viewflow advises for PostgreSQL."""
    split, nodes = flow.Split(), dict[str, object]()
    for place in range(ways):
        nodes[f"approve{place}"] = flow.Handle(this.granted).Next(this.join)
        split = split.Next(getattr(this, f"approve{place}"))
    nodes |= {
        "lock_impl": lock.select_for_update_lock,
        "start": flow.StartHandle(this.begin).Next(this.split),
        "split": split,
        "join": flow.Join().Next(this.end),
        "end": flow.End(),
        "__module__": __name__,
    }
    return type(flow.Flow)(f"Approval{ways}", (Approving, flow.Flow), nodes)


FLOWS = {ways: approval(ways) for ways in WAYS}
globals().update({made.__name__: made for made in FLOWS.values()})
