"""What can be wrong with a condition. The first two are also ValueErrors, so a definition's reader adds the place."""

from lianban.core.kernel.errors import DomainError


class ConditionSyntaxError(DomainError, ValueError):
    """A written condition cannot be read. column: 1 for the first character."""

    code = "CONDITION_SYNTAX"

    def __init__(self, text: str, column: int, expected: str) -> None:
        found = text[column - 1 : column + 11] or "结尾"
        super().__init__(
            f"条件第 {column} 列：此处应为{expected}，读到“{found}”。请改正后再保存。",
            text=text,
            column=column,
            expected=expected,
        )


class ConditionShapeError(DomainError, ValueError):
    """JSON that is outside the subset of JSON Logic that conditions use. path: where, as `and[1].!`."""

    code = "CONDITION_SHAPE"

    def __init__(self, path: str, expected: str) -> None:
        super().__init__(
            f"条件 {path or '（整体）'} 处应为{expected}。请按参考手册改写。", path=path, expected=expected
        )


class FactMismatch(DomainError):
    """A fact's value is of a kind that the condition cannot look at (a word compared with a number)."""

    code = "FACT_MISMATCH"

    def __init__(self, fact: str, value: object, expected: str) -> None:
        super().__init__(
            f"“{fact}”的值“{value}”不能用在这个条件里，应为{expected}。请更正该值或条件。",
            fact=fact,
            value=value,
            expected=expected,
        )
