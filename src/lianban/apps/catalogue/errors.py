"""What catalogue acts refuse, and why."""

from collections.abc import Sequence

from lianban.core.kernel.errors import DomainError
from lianban.core.kernel.finding import Finding


class UnknownChain(DomainError):
    """No chain of this key is offered."""

    code = "UNKNOWN_CHAIN"

    def __init__(self, key: str) -> None:
        super().__init__(f"没有“{key}”这件事，或者它已停办。请从首页查找。", key=key)


class UnknownItem(DomainError):
    """No item of this key is offered."""

    code = "UNKNOWN_ITEM"

    def __init__(self, key: str) -> None:
        super().__init__(f"没有编号为“{key}”的事项，或者它已停办。请从事项列表查找。", key=key)


class PathsFail(DomainError):
    """A recorded path of a chain no longer leads to what was recorded, so nothing is published."""

    code = "PATHS_FAIL"

    def __init__(self, findings: Sequence[Finding]) -> None:
        told = "".join(each.message for each in findings)
        super().__init__(f"未发布：{told}{findings[0].remedy}", where=[each.where for each in findings])


class PathNotFinished(DomainError):
    """Somebody records a path although questions are still open."""

    code = "PATH_NOT_FINISHED"

    def __init__(self) -> None:
        super().__init__("还有问题没有回答，不能记录。请先答完，不清楚的可以选“不清楚”。")


class PathNameTaken(DomainError):
    """A chain has a recorded path of this name with other answers."""

    code = "PATH_NAME_TAKEN"

    def __init__(self, name: str) -> None:
        super().__init__(f"已经有名为“{name}”的路径。请换一个名称，说明它记录的是哪种情形。", name=name)


class PathNameMissing(DomainError):
    """A recorded path needs a name."""

    code = "PATH_NAME_MISSING"

    def __init__(self) -> None:
        super().__init__("请给这条路径起个名称，例如“公司开350平方米火锅店”。")


class DefinitionsMoved(DomainError):
    """Somebody published another version of the definition since the change was made from it."""

    code = "DEFINITIONS_MOVED"

    def __init__(self, key: str, version: int) -> None:
        super().__init__(
            f"“{key}”已有新版本（第 {version} 版），这份改动是从旧版本改的。请下载新版本，重新改动后再提交。",
            key=key,
            version=version,
        )


class ChangeRefused(DomainError):
    """A changed definition has errors, so it is not taken."""

    code = "CHANGE_REFUSED"

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"有 {len(findings)} 处错误，没有提交。请逐条改正后再上传。")
        self.findings = tuple(findings)


class NothingChanged(DomainError):
    """An uploaded definition says what the published one says."""

    code = "NOTHING_CHANGED"

    def __init__(self) -> None:
        super().__init__("与已发布的版本完全相同，没有改动。")


class NotYours(DomainError):
    """An administrator may change only the definitions of their own authority."""

    code = "DEFINITION_NOT_YOURS"

    def __init__(self) -> None:
        super().__init__("只能改动本部门的事项和本部门牵头的一件事。请联系负责的部门。")


class SecondPersonNeeded(DomainError):
    """Whoever proposed a change cannot publish it."""

    code = "SECOND_PERSON_NEEDED"

    def __init__(self) -> None:
        super().__init__("发布须由另一位事项管理员确认，提交的人不能自己确认。")


class NoSuchChange(DomainError):
    """No open change has this id."""

    code = "NO_SUCH_CHANGE"

    def __init__(self) -> None:
        super().__init__("没有这份改动，或者它已经发布、撤回。请从改动列表查看。")
