"""What stops a chain from becoming a plan."""

from collections.abc import Sequence

from lianban.core.kernel.errors import DomainError


class ChainCycle(DomainError):
    """Items wait for one another in a ring, so none of them can ever be decided. items: the ring, in order."""

    code = "CHAIN_CYCLE"

    def __init__(self, items: Sequence[str], names: Sequence[str]) -> None:
        ring = " → ".join((*names, names[0]))
        super().__init__(
            f"这些事项互为前置，谁都无法先办：{ring}。请在链条的依赖关系中去掉其中一条。", items=tuple(items)
        )


class UnknownMember(DomainError):
    """A chain names an item that the catalogue does not have."""

    code = "UNKNOWN_MEMBER"

    def __init__(self, chain: str, item: str) -> None:
        super().__init__(
            f"链条“{chain}”引用了目录中没有的事项“{item}”。请先录入该事项，或从链条中去掉它。", chain=chain, item=item
        )
