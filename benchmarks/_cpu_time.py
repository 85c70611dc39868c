"""How long something takes by itself: the least of several runs, in CPU time of this process.

Whatever else the machine does at the time can make a run longer, never shorter, so the least run is the code's own.
"""

import gc
import time
from collections.abc import Callable

TOLD = "CPU time of this process, least of n runs: other work on the machine does not count"
"""What a benchmark prints beside its figures."""


def least_ms(run: Callable[[], object], least: int = 5, most: int = 200, seconds: float = 0.5) -> float:
    """Return the milliseconds of the shortest run.

    least, most: how many runs. seconds: after how much CPU time no further run begins, once there were enough.
    """
    taken: list[float] = []
    gc.collect()
    while len(taken) < least or (sum(taken) < seconds and len(taken) < most):
        began = time.process_time()
        run()
        taken.append(time.process_time() - began)
    return min(taken) * 1000
