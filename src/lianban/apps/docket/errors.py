"""How the docket refuses."""

from lianban.core.kernel.errors import DomainError


class VersionConflict(DomainError):
    """Somebody else moved the proceeding first."""

    code = "VERSION_CONFLICT"

    def __init__(self, number: str) -> None:
        super().__init__(
            f"办件 {number} 刚刚被他人办理，您的操作没有保存。请刷新页面，查看最新情况后再办理。", number=number
        )


class NoSuchProceeding(DomainError):
    """Nothing bears this number."""

    code = "NO_SUCH_PROCEEDING"

    def __init__(self, number: str) -> None:
        super().__init__(f"没有找到编号为 {number} 的办件。请核对编号。", number=number)


class ForeignCommand(DomainError):
    """One key was used for two different commands."""

    code = "FOREIGN_COMMAND"

    def __init__(self, key: str) -> None:
        super().__init__("这次提交的内容与先前用同一标识提交的不同。请刷新页面后重新提交。", key=key)


class UnstorablePayload(DomainError):
    """An event says something whose digest would not survive the database."""

    code = "UNSTORABLE_PAYLOAD"

    def __init__(self, kind: str, value: object) -> None:
        super().__init__(f"事件“{kind}”含有不能准确保存的数值 {value!r}。请改用十进制文本。", kind=kind)


class DayIsClosed(DomainError):
    """An act would be recorded on a day whose root was already made and signed."""

    code = "DAY_IS_CLOSED"

    def __init__(self, day: str) -> None:
        super().__init__(f"{day}的日志已经封存，不能再补记。请刷新页面后重新办理。", day=day)


class ClockBehind(DomainError):
    """The machine's clock says a time well before the proceeding's last step: its limits would be counted wrong."""

    code = "CLOCK_BEHIND"

    def __init__(self, number: str) -> None:
        super().__init__(
            f"服务器的时钟比办件 {number} 上一步的记录还早，没有保存。请运维人员校准时间后再办理。", number=number
        )
