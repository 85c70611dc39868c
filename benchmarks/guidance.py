"""How long choosing the next question takes, on a chain of 40 entangled questions and on the chains that ship.

Run: python benchmarks/guidance.py. Prints milliseconds and whether the limit of 10 ms per question holds. Each way is
gone several times, each time with a guide compiled anew, which remembers nothing; a time is the least of them, in CPU
time of this process.
"""

import gc
import sys
import time
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from lianban.adapters.catalogue_files import read_catalogue
from lianban.core.chains.model import Answer, Chain, Member, Question, QuestionKind
from lianban.core.clocks.limits import TimeLimit
from lianban.core.guidance import UNKNOWN, compile_guide, next_question
from lianban.core.guidance.answers import Given, fact_value
from lianban.core.items.model import HandlingType, ServiceItem

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks._cpu_time import TOLD

LIMIT_MS = 10.0
WALKS = 3
QUESTIONS, ITEMS = 40, 60


def entangled() -> tuple[Chain, Mapping[str, ServiceItem]]:
    """Return a chain of 40 questions whose 60 items hang on three questions each."""
    questions = [
        Question(
            key=f"q{n}", fact=f"q{n}", ask=f"q{n}", kind=QuestionKind.SINGLE,
            answers=tuple(Answer(value=value, label=value) for value in "abc"),
        )
        for n in range(QUESTIONS)
    ]  # fmt: skip
    members = [
        Member(item=f"i{n}", when=f"q{n * 7 % 40} = a 且 (q{n * 11 % 40} = b 或 q{(n * 13 + 5) % 40} = c)")
        for n in range(ITEMS)
    ]
    limit = TimeLimit(length=Decimal(1))
    items = {
        each.item: ServiceItem(
            key=each.item, name=each.item, type="行政许可", authority="a", promised_limit=limit,
            handling_type=HandlingType.PROMISED,
        )
        for each in members
    }  # fmt: skip
    chain = Chain(key="c", code="0", name="c", lead_authority="a", members=tuple(members), questions=tuple(questions))
    return chain, items


def walked(chain: Chain, items: Mapping[str, ServiceItem]) -> tuple[float, list[float]]:
    """Return what compiling a guide takes, and each choice on the way through it, in milliseconds.

    Every fifth answer is “不清楚”.
    """
    gc.collect()
    began = time.process_time()
    guide = compile_guide(chain, items)
    compiled = time.process_time() - began
    gc.collect()
    answers: dict[str, Given] = {}
    choices: list[float] = []
    while True:
        began = time.process_time()
        asked = next_question(guide, answers)
        choices.append((time.process_time() - began) * 1e3)
        if asked is None:
            return compiled * 1e3, choices
        question = asked.question
        one = fact_value(question.answers[-1], question) if question.answers else UNKNOWN
        value: Given = frozenset({str(one)}) if question.kind is QuestionKind.MULTI else one
        answers[question.key] = UNKNOWN if len(answers) % 5 == 4 else value


def main() -> int:
    """Print the times; return 1 when a choice takes longer than the limit."""
    catalogue = read_catalogue()
    cases = [("40 questions", *entangled())]
    cases += [(key, chain, catalogue.items) for key, chain in sorted(catalogue.chains.items())]
    overall = 0.0
    print(TOLD)
    for name, chain, items in cases:
        walks = [walked(chain, items) for _ in range(WALKS)]
        compiled = min(each for each, _ in walks)
        worst = max(map(min, zip(*(choices for _, choices in walks), strict=True)))
        overall = max(overall, worst)
        print(f"{name:24} compile {compiled:8.1f} ms   slowest choice {worst:6.2f} ms")
    print(f"limit {LIMIT_MS} ms: {'holds' if overall <= LIMIT_MS else 'broken'}")
    return 0 if overall <= LIMIT_MS else 1


if __name__ == "__main__":
    sys.exit(main())
