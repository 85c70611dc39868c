"""What stops a notice."""

from lianban.core.kernel.errors import DomainError


class NoSuchNotice(DomainError):
    """No notice has this code."""

    code = "NO_SUCH_NOTICE"

    def __init__(self) -> None:
        super().__init__("没有这份一次性告知单。请核对地址是否完整，或者重新回答几个问题。")


class NothingAnswered(DomainError):
    """Somebody asks for a notice before the questions that decide it are answered."""

    code = "NOTHING_ANSWERED"

    def __init__(self, chain: str) -> None:
        super().__init__("还有问题没有回答，暂时不能出告知单。请先答完，不清楚的可以选“不清楚”。", chain=chain)


class NoSuchPaper(DomainError):
    """There is no blank form of this name."""

    code = "NO_SUCH_PAPER"

    def __init__(self) -> None:
        super().__init__("没有这份表格。请从办事页面的材料清单里下载。")
