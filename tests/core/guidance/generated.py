"""Large chains made by rule, for speed and for bounds."""

from collections.abc import Iterator
from itertools import count

from lianban.core.chains.model import Chain, Question
from tests.core.guidance.builders import a_chain, single, yes_no


def _numbers(seed: int) -> Iterator[int]:
    """Yield a repeatable series that looks like chance (a linear congruential generator)."""
    state = seed
    for _ in count():
        state = (state * 1103515245 + 12345) % 2**31
        yield state >> 8


def large_chain(questions: int = 40, items: int = 60, seed: int = 1) -> Chain:
    """Return a chain whose items hang on two to four of its questions each, all of them entangled."""
    numbers = _numbers(seed)
    asked: list[Question] = [yes_no(f"q{n}") if n % 2 else single(f"q{n}", "a", "b", "c") for n in range(questions)]
    members = {f"item{n}": _condition(asked, numbers) for n in range(items)}
    return a_chain(asked, members)


def _condition(asked: list[Question], numbers: Iterator[int]) -> str:
    chosen = [asked[next(numbers) % len(asked)] for _ in range(2 + next(numbers) % 3)]
    parts = [f"{q.fact}" if len(q.answers) == 2 else f"{q.fact} = {'abc'[next(numbers) % 3]}" for q in chosen]
    joints = (" 且 ", " 或 ")
    return "".join(part + (joints[next(numbers) % 2] if n < len(parts) - 1 else "") for n, part in enumerate(parts))
