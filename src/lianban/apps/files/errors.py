"""Why a file was not taken, and the way out."""

from collections.abc import Iterable

from lianban.core.kernel.errors import DomainError


class FileEmpty(DomainError):
    """A file without a byte."""

    code = "FILE_EMPTY"

    def __init__(self) -> None:
        super().__init__("文件是空的，没有保存。请重新选择文件或重新拍照。")


class FileTypeRefused(DomainError):
    """A file of a kind we do not take. found: what it is, in words. accepted: what we take, in words."""

    code = "FILE_TYPE_REFUSED"

    def __init__(self, found: str, accepted: Iterable[str], advice: str = "") -> None:
        kinds = "、".join(accepted)
        super().__init__(
            f"不接收{found}。请上传 {kinds} 文件。{advice}", found=found, accepted=tuple(accepted), advice=advice
        )


class FileDamaged(DomainError):
    """A file that cannot be opened as what it says it is."""

    code = "FILE_DAMAGED"

    def __init__(self, media: str, reason: str) -> None:
        super().__init__(
            f"这份 {media} 文件打不开：{reason}。请重新导出或重新拍照后再上传。", media=media, reason=reason
        )


class QuotaFull(DomainError):
    """A person keeps as many bytes as they may."""

    code = "FILE_QUOTA_FULL"

    def __init__(self, quota: int) -> None:
        super().__init__(
            f"您的材料空间（{quota // 2**20} MB）已满。请先删除不再需要的文件，或在窗口提交纸质材料。", quota=quota
        )


class NoSuchFile(DomainError):
    """No such file, or not for this reader: both are answered alike."""

    code = "NO_SUCH_FILE"

    def __init__(self) -> None:
        super().__init__("没有这份文件，或您没有查看它的权限。请从办件页面重新打开。")
