"""How a clock can refuse: each refusal names the article and the next step."""

from datetime import date

from lianban.core.kernel.errors import DomainError


class UnlawfulStop(DomainError):
    """Neither Article 45 nor the item's own basis lets this reason stop the clock."""

    code = "UNLAWFUL_STOP"

    def __init__(self, kind: str) -> None:
        super().__init__(
            f"“{kind}”不能停表：不属于《行政许可法》第四十五条的八种情形，事项也没有载明停表依据。"
            "请继续计时，或先在事项中写明法律依据。",
            kind=kind,
        )


class NoticeMissing(DomainError):
    """The applicant was not told in writing before the clock stopped or the limit was extended."""

    code = "NOTICE_MISSING"

    def __init__(self, act: str) -> None:
        super().__init__(f"{act}须先书面告知申请人（写明理由和所需时间）。请先出具告知书。", act=act)


class ClockAlreadyStopped(DomainError):
    """A stop is still open; only one may be open at a time."""

    code = "CLOCK_ALREADY_STOPPED"

    def __init__(self, since: date) -> None:
        super().__init__(f"已于{since.isoformat()}停表且尚未恢复，不能再次停表。请先结束原特别程序。", since=since)


class ClockNotStopped(DomainError):
    """There is no open stop to end."""

    code = "CLOCK_NOT_STOPPED"

    def __init__(self) -> None:
        super().__init__("当前没有停表，无需恢复计时。")


class OutOfOrder(DomainError):
    """A day lies before the event it must follow."""

    code = "CLOCK_OUT_OF_ORDER"

    def __init__(self, act: str, on: date, earliest: date) -> None:
        super().__init__(
            f"{act}的日期{on.isoformat()}早于{earliest.isoformat()}。请核对日期。", act=act, on=on, earliest=earliest
        )


class LimitExpired(DomainError):
    """The limit ended before the act, which can no longer stop or lengthen it."""

    code = "LIMIT_EXPIRED"

    def __init__(self, act: str, on: date, due: date) -> None:
        super().__init__(
            f"期限已于{due.isoformat()}届满，{on.isoformat()}不能再{act}。请尽快作出决定并说明超期原因。",
            act=act, on=on, due=due,
        )  # fmt: skip


class UnlawfulExtension(DomainError):
    """The law gives no such extension: no rule, a second time, too long, another unit, or the wrong approver."""

    code = "UNLAWFUL_EXTENSION"

    def __init__(self, why: str) -> None:
        super().__init__(f"不能延长办理期限：{why}。请按原期限作出决定。", why=why)
