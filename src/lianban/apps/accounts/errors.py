"""How signing in refuses. No refusal tells whether an account exists."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lianban.core.kernel.errors import DomainError


class FieldRefused(DomainError):
    """A field was not filled as it must be. field: its name; the message stands beside it."""

    code = "FIELD_REFUSED"

    def __init__(self, field: str, message: str | Promise) -> None:
        super().__init__(str(message), field=field)


class TooMany(DomainError):
    """Something was tried too often. wait_seconds: how long to wait."""

    code = "TOO_MANY"

    def __init__(self, wait_seconds: int) -> None:
        super().__init__(
            str(_("操作过于频繁，请 %(wait)s后再试。") % {"wait": _words(wait_seconds)}), wait_seconds=wait_seconds
        )


class NotSignedIn(DomainError):
    """Name and secret do not belong together, or the account does not exist: we do not say which."""

    code = "NOT_SIGNED_IN"

    def __init__(self, message: str | Promise) -> None:
        super().__init__(str(message))


class CannotRegister(DomainError):
    """These particulars cannot make a new account."""

    code = "CANNOT_REGISTER"

    def __init__(self) -> None:
        super().__init__(
            str(_("无法用这些信息注册。如果您以前注册过，请直接登录；如果换了手机号，请带身份证到大厅窗口更改。"))
        )


def _words(seconds: int) -> str:
    if seconds < 60:
        return str(_("%(n)s 秒") % {"n": seconds})
    return str(_("%(n)s 分钟") % {"n": -(-seconds // 60)})
