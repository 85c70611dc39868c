"""Why a document cannot be issued or found."""

from collections.abc import Sequence

from lianban.apps.documents.kinds import Kind
from lianban.core.kernel.errors import DomainError
from lianban.core.kernel.finding import Finding


class DocumentIncomplete(DomainError):
    """Something that the law requires of a document is absent. missing: Chinese names, in the law's order."""

    code = "DOCUMENT_INCOMPLETE"

    def __init__(self, kind: Kind, missing: Sequence[str]) -> None:
        super().__init__(
            f"{kind.value}缺少法定内容：{'、'.join(missing)}。请补全后再出具。", kind=kind.value, missing=list(missing)
        )


class NoSuchDocument(DomainError):
    """No document of that key or code."""

    code = "NO_SUCH_DOCUMENT"

    def __init__(self) -> None:
        super().__init__("没有这份文书或证照。请核对验证码，或从办件页面重新打开。")


class LicenceStateRefused(DomainError):
    """A licence that has ended cannot change its state again."""

    code = "LICENCE_STATE_REFUSED"

    def __init__(self, state: str, wanted: str) -> None:
        super().__init__(f"这份证照已经{state}，不能改为{wanted}。如有错误，请重新核发。", state=state, wanted=wanted)


class TemplateUnsound(DomainError):
    """A template does not print what the law asks of its paper. findings: everything that is wrong."""

    code = "TEMPLATE_UNSOUND"

    def __init__(self, kind: Kind, findings: Sequence[Finding]) -> None:
        super().__init__(f"{kind.value}的模板有 {len(findings)} 处不合要求，没有保存。请逐条改正。", kind=kind.value)
        self.findings = tuple(findings)


class NoSuchTemplate(DomainError):
    """No version of a template has that key."""

    code = "NO_SUCH_TEMPLATE"

    def __init__(self) -> None:
        super().__init__("没有这个版本的模板。请回到文书模板的页面重新打开。")


class OwnProposal(DomainError):
    """Whoever proposed a template does not publish it."""

    code = "OWN_PROPOSAL"

    def __init__(self) -> None:
        super().__init__("自己提交的模板须由另一位事项管理员发布。")


class TemplateOvertaken(DomainError):
    """A newer version is in force."""

    code = "TEMPLATE_OVERTAKEN"

    def __init__(self, kind: str, version: int) -> None:
        super().__init__("已有更新的版本在用。请在它的基础上重新修改。", kind=kind, version=version)
