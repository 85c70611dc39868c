"""How setting up a county refuses."""

from lianban.core.kernel.errors import DomainError


class NoSuchStaff(DomainError):
    """Nobody has that user name."""

    code = "NO_SUCH_STAFF"

    def __init__(self, user_name: str) -> None:
        super().__init__(f"没有用户名“{user_name}”。用 lianban county show 查看全部人员。", user_name=user_name)
