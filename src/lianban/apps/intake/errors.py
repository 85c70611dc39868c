"""How a draft refuses."""

from lianban.core.kernel.errors import DomainError


class NoSuchDraft(DomainError):
    """Nobody has this draft, or somebody else does."""

    code = "NO_SUCH_DRAFT"

    def __init__(self) -> None:
        super().__init__("没有找到这份申请草稿。请从“我的办件”打开，或者重新开始。")


class AlreadySubmitted(DomainError):
    """The draft became an application."""

    code = "ALREADY_SUBMITTED"

    def __init__(self, number: str) -> None:
        super().__init__(f"这份申请已经提交，编号 {number}。请到“我的办件”查看进度。", number=number)


class NotReady(DomainError):
    """Something is still missing before the application can be handed in. problems: name → sentence."""

    code = "NOT_READY"

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__(f"还有 {len(problems)} 处需要补充或修改。", problems=problems)
        self.problems = problems


class NoSuchMaterial(DomainError):
    """The set of materials has no such entry."""

    code = "NO_SUCH_MATERIAL"

    def __init__(self, key: str) -> None:
        super().__init__("这份材料不在清单里，无需提交。请回到材料页。", key=key)


class ModeRefused(DomainError):
    """This material may not be handled in this way."""

    code = "MODE_REFUSED"


class CircumstanceRefused(DomainError):
    """What was said of a circumstance is none of its answers."""

    code = "CIRCUMSTANCE_REFUSED"

    def __init__(self, ask: str) -> None:
        super().__init__(f"“{ask}”还没有答好。请从给出的选项里选，或照例子填写。", ask=ask)


class SheetOutdated(DomainError):
    """What the signed sheet says is no longer what the draft holds."""

    code = "SHEET_OUTDATED"

    def __init__(self) -> None:
        super().__init__("打印申请确认单以后，内容又改过。请重新打印，请来办的人看过再签。", field="sheet")


class NotConfirmed(DomainError):
    """The code is not the one that was sent for this content."""

    code = "NOT_CONFIRMED"

    def __init__(self, message: str) -> None:
        super().__init__(message, field="code")
