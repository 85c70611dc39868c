"""How worklists refuse."""

from lianban.core.kernel.errors import DomainError


class ListRefused(DomainError):
    """A list cannot be kept like this. field: what to change."""

    code = "LIST_REFUSED"

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence, field=field)


class RunRefused(DomainError):
    """Nothing can be done with these items together."""

    code = "RUN_REFUSED"

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)


class NoSuchRun(DomainError):
    """Nobody who asks began such a run."""

    code = "NO_SUCH_RUN"

    def __init__(self) -> None:
        super().__init__("没有找到这次批量办理。只有发起人能够查看。")
