"""What pydantic found wrong with a definition, in words that an item administrator understands."""

from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from lianban.core.kernel.finding import Finding

_RULES = {"missing": "missing", "extra_forbidden": "unknown-key", "enum": "unknown-value", "value_error": "bad-value"}


FORMAT = "docs/reference/catalogue.md"


def mistakes(error: ValidationError, where: str, told_in: str = FORMAT) -> Iterator[Finding]:
    """Yield one finding per mistake. where: the path of the definition, "" for a whole file.

    told_in: the page that describes the format.
    """
    for detail in error.errors(include_url=False):
        message, remedy = _words(detail, told_in)
        path = "/".join((*([where] if where else []), *map(str, detail["loc"])))
        yield Finding(
            rule=_RULES.get(detail["type"], "bad-value"), level="error", where=path, message=message, remedy=remedy
        )


def _words(detail: ErrorDetails, told_in: str) -> tuple[str, str]:
    name = detail["loc"][-1] if detail["loc"] else ""
    written = str(detail["input"])[:40]
    match detail["type"]:
        case "missing":
            return f"缺少“{name}”。", "补上这一项。"
        case "extra_forbidden":
            return f"不认识的键“{name}”。", f"检查拼写，可用的键见 {told_in}。"
        case "enum":
            return f"“{written}”不在可选范围内。", f"可选：{detail['ctx']['expected']}。"
        case "value_error":
            return str(detail["ctx"]["error"]), ""
        case "string_type":
            return f"“{written}”应为文字。", "给它加上引号。"
    return f"“{written}”不合要求（{detail['msg']}）。", f"按 {told_in} 改写。"
