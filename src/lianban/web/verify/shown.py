"""What the verification pages say, and how sure of it they look."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from lianban.apps.documents import public as documents
from lianban.apps.roots import public as roots
from lianban.web.components.tables import Line, table
from lianban.web.components.times import day_words, moment_words

TONES = {
    documents.Standing.VALID: "done",
    documents.Standing.PENDING: "soon",
    documents.Standing.EXPIRED: "soon",
    documents.Standing.REVOKED: "late",
    documents.Standing.ALTERED: "late",
}


@dataclass(frozen=True, slots=True)
class Result:
    """A verified document. tone: of the verdict. rows: {name, value} in the order of reading."""

    tone: str
    verdict: str
    advice: str
    title: str
    rows: tuple[dict[str, str], ...]
    contained: tuple[documents.LicenceLine, ...]


@dataclass(frozen=True, slots=True)
class FileResult:
    """A verified file. known: the document it is, when it is one of ours."""

    tone: str
    verdict: str
    advice: str
    rows: tuple[dict[str, str], ...]
    known: Result | None


def shown(found: documents.Verification) -> Result:
    """Return what the page says of a document."""
    verdict, advice = _verdict(found)
    return Result(TONES[found.standing], verdict, advice, found.title, _rows(found), found.contained)


def file_shown(found: documents.FileVerification) -> FileResult:
    """Return what the page says of a file."""
    known = shown(found.known) if found.known else None
    verdict, advice = _file_verdict(found)
    tone = known.tone if known else "late" if found.seal_state is documents.SealState.ALTERED else "soon"
    rows = _filled(
        (_("电子印章"), found.seal), (_("文号"), found.document_number), (_("用印时间"), _moment(found.sealed_at))
    )
    return FileResult(tone, verdict, advice, rows, known)


def _verdict(found: documents.Verification) -> tuple[str, str]:
    reason = found.reason or found.state
    return {
        documents.Standing.VALID: (_("真实有效"), _("内容与签发时一致，电子印章有效。")),
        documents.Standing.PENDING: (_("真实，正在用印"), _("内容与签发时一致，电子印章稍后加盖，请过几分钟再看。")),
        documents.Standing.EXPIRED: (_("真实，但已过有效期"), _("需要继续使用的，请持证人申请延续或重新办理。")),
        documents.Standing.REVOKED: (
            _("已失去效力"),
            _("原因：%(reason)s。请不要据此办理。") % {"reason": reason},
        ),
        documents.Standing.ALTERED: (
            _("内容被改动，不可信"),
            _("存档内容与签发时不一致。请不要据此办理，并拨打 12345 告知。"),
        ),
    }[found.standing]


def _file_verdict(found: documents.FileVerification) -> tuple[str, str]:
    if found.known:
        verdict, advice = _verdict(found.known)
        return verdict, _("这份文件与签发的原件逐字节相同。") + advice
    return {
        documents.SealState.VALID: (_("印章有效，但不是存档的那一份"), _("请扫文件上的二维码，与网页显示的内容核对。")),
        documents.SealState.ALTERED: (_("文件被改动，不可信"), _("盖章以后有人改过这份文件。请向持有人索要原件。")),
        documents.SealState.FOREIGN: (_("不是本平台的电子印章"), _("这份文件上的签名不是由本平台签发的印章加盖的。")),
        documents.SealState.NONE: (_("没有电子印章"), _("纸质文书的扫描件没有电子印章，请输入纸面上的验证码核验。")),
        documents.SealState.UNREADABLE: (_("文件无法读取"), _("请选择从平台下载的 PDF 文件，不要用截图或扫描件。")),
    }[found.seal_state]


def _licence_state(state: str) -> str:
    """In the language of the page; what ends a licence is named as the act that ended it."""
    return _("有效") if state == documents.LicenceState.VALID.label else state and _(state)


def _rows(found: documents.Verification) -> tuple[dict[str, str], ...]:
    return _filled(
        (_("名称"), found.title),
        (_("编号"), found.number),
        (_("签发机关"), found.authority_name),
        (_("签发日期"), _day(timezone.localdate(found.issued_at))),
        (_("持有人"), found.holder_masked),
        (_("证照状态"), _licence_state(found.state)),
        (_("有效期至"), _day(found.valid_until) if found.valid_until else _("长期") if found.identifier else ""),
        (_("电子印章"), found.seal),
        (_("用印时间"), _moment(found.sealed_at)),
        (_("印章证书编号"), found.certificate),
        (_("证照标识"), found.identifier),
        (_("验证码"), found.verification_code),
    )


def _filled(*rows: tuple[str, str]) -> tuple[dict[str, str], ...]:
    return tuple({"name": name, "value": value} for name, value in rows if value)


def _day(on: date) -> str:
    return day_words(on)


def _moment(at: datetime | None) -> str:
    return moment_words(at) if at else ""


def roots_table(signed: Iterable[roots.SignedRoot]) -> dict[str, list[object]]:
    """Return the days of the record as the table of roots."""
    heads = (_("日期"), _("当日记录数"), _("日志根"), _("签名时间"))
    return table(heads, (_root(each) for each in signed))


def _root(each: roots.SignedRoot) -> Line:
    stated = each.stated
    return Line((day_words(stated.day), str(stated.events), grouped(stated.head), moment_words(each.signed_at)))


def grouped(digest: str) -> str:
    """Return a digest in groups of eight, so that two can be compared by eye and a narrow page can break it."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))
