"""Recorded paths (这样回答 → 应当得到): answers somebody vouched for must keep leading to what was recorded."""

from collections.abc import Iterable, Iterator, Mapping

from lianban.core.chains.compose import compose
from lianban.core.chains.model import Chain, RecordedPath
from lianban.core.chains.plan import FREE, Need, Plan
from lianban.core.guidance.answers import facts_after
from lianban.core.guidance.spelling import read_all
from lianban.core.items.model import ServiceItem
from lianban.core.kernel.errors import DomainError
from lianban.core.kernel.finding import Finding
from lianban.core.vocabulary.model import Vocabulary


def check_paths(chain: Chain, items: Mapping[str, ServiceItem], vocabulary: Vocabulary) -> list[Finding]:
    """Return where the recorded paths of a chain no longer lead to what was recorded; empty when all hold."""
    found: list[Finding] = []
    for number, path in enumerate(chain.paths):
        where = f"chains/{chain.key}/paths/{number}"
        try:
            plan = compose(chain, items, vocabulary, facts_after(chain, read_all(chain, path.answers)))
        except DomainError as refused:
            found.append(_finding(f"{where}/answers", f"路径“{path.name}”走不通：{refused.message}"))
        else:
            found += _differences(where, path, plan)
    return found


def to_hand_in(plan: Plan) -> tuple[str, ...]:
    """Return the keys of the materials that the applicant certainly hands in."""
    return tuple(each.key for each in plan.materials if each.need is Need.CERTAIN and each.marking not in FREE)


def _differences(where: str, path: RecordedPath, plan: Plan) -> Iterator[Finding]:
    names = {each.key: each.name for each in plan.items} | {each.key: each.name for each in plan.materials}
    compared: list[tuple[str, str, Iterable[str], Iterable[str]]] = [
        ("items", "必办事项", path.items, _items(plan, Need.CERTAIN)),
        ("possible", "可能需要的事项", path.possible, _items(plan, Need.POSSIBLE)),
    ]
    if path.materials is not None:
        compared.append(("materials", "要交的材料", path.materials, to_hand_in(plan)))
    for part, word, expected, actual in compared:
        lacking, extra = _named(expected, actual, names), _named(actual, expected, names)
        told = [f"少了{lacking}"] * bool(lacking) + [f"多了{extra}"] * bool(extra)
        if told:
            yield _finding(f"{where}/{part}", f"路径“{path.name}”的{word}与记录不符：{'，'.join(told)}。")


def _items(plan: Plan, need: Need) -> tuple[str, ...]:
    return tuple(each.key for each in plan.items if each.need is need)


def _named(these: Iterable[str], not_those: Iterable[str], names: Mapping[str, str]) -> str:
    left = set(these) - set(not_those)
    return "、".join(f"{names.get(key, key)}（{key}）" for key in sorted(left))


def _finding(where: str, message: str) -> Finding:
    remedy = "改正条件；规定确实变了的，核实后更新这条路径。"
    return Finding(rule="PATH_FAILS", level="error", where=where, message=message, remedy=remedy)
