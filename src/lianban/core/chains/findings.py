"""What a compilation finds wrong or open in the definitions it was given."""

from collections.abc import Iterator, Mapping, Sequence

from lianban.core.chains.demands import Needed
from lianban.core.chains.model import Chain
from lianban.core.chains.process import Process
from lianban.core.items.model import ServiceItem
from lianban.core.kernel.finding import Finding
from lianban.core.vocabulary.model import Vocabulary


def findings_of(chain: Chain, ranked: Sequence[Needed], vocabulary: Vocabulary, process: Process) -> Iterator[Finding]:
    """Yield what keeps the plan from being better than it is."""
    yield from _strangers(chain)
    for needed in ranked:
        yield from _unmatched(needed.item, vocabulary)
    days = f"{process.promise.normalize():f}"
    if chain.promise_days is not None and process.promise > chain.promise_days:
        yield Finding(
            rule="PROMISE_EXCEEDED",
            level="warning",
            where=f"chains/{chain.key}/promise_days",
            message=f"最长路径需要 {days} 个工作日，超过链条公布的 {chain.promise_days} 个工作日。",
            remedy="压缩路径上事项的承诺时限，或调整公布的时限。",
        )


def _strangers(chain: Chain) -> Iterator[Finding]:
    members = {member.item for member in chain.members}
    for number, each in enumerate(chain.dependencies):
        for key in sorted({each.before, each.after} - members):
            yield Finding(
                rule="DEPENDENCY_UNKNOWN",
                level="error",
                where=f"chains/{chain.key}/dependencies/{number}",
                message=f"依赖关系提到了不属于本链条的事项“{key}”。",
                remedy="把该事项加入链条，或删除这条依赖关系。",
            )


def _unmatched(item: ServiceItem, vocabulary: Vocabulary) -> Iterator[Finding]:
    for field in item.fields:
        if field.element not in vocabulary.elements:
            yield _open(f"items/{item.key}/form/fields/{field.key}", "FIELD_UNMATCHED", field.element, field.name)
    for entry in item.materials:
        if entry.kind not in vocabulary.kinds:
            yield _open(f"items/{item.key}/materials/{entry.key}", "MATERIAL_UNMATCHED", entry.kind, entry.name)


_WORDS: Mapping[str, str] = {"FIELD_UNMATCHED": "数据元", "MATERIAL_UNMATCHED": "材料目录"}


def _open(where: str, rule: str, key: str, name: str) -> Finding:
    word = _WORDS[rule]
    return Finding(
        rule=rule,
        level="warning" if key else "hint",
        where=where,
        message=f"“{name}”引用了不存在的{word}“{key}”。" if key else f"“{name}”还没有对应到{word}，只能单独填报。",
        remedy=f"为它选择一个{word}。",
    )
