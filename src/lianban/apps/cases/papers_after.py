"""What the papers of a hearing say, and those that follow a licence through its life."""

from collections.abc import Mapping
from datetime import date

from lianban.apps.cases import places
from lianban.apps.cases.acting import By
from lianban.apps.cases.models import CaseFile
from lianban.apps.cases.papers import LICENSING, issue, remedies_words, who
from lianban.apps.docket.public import Loaded
from lianban.core.calendars.written import written
from lianban.core.proceedings.documents import DocumentKind, DocumentRef
from lianban.core.proceedings.moments import local_day

COSTLESS = "申请人、利害关系人不承担行政机关组织听证的费用。"


def hearing_right(on: Loaded, file: CaseFile, reason: str, request_by: date, by: By) -> DocumentRef:
    """听证告知书. request_by: last day to ask."""
    content = {
        **who(on, file),
        "right": f"在作出决定前，您有要求听证的权利。{COSTLESS}",
        "request_by": f"自被告知之日起五个工作日内，即{written(request_by)}前",
        "reason": reason,
        "basis": [f"{LICENSING}第四十六条、第四十七条"],
        "contact": f"在网上“我的办件”提出，或者到综合受理窗口提出；{places.contact()}",
    }
    return issue(DocumentKind.HEARING_RIGHT, on, content, by)


def hearing_notice(on: Loaded, file: CaseFile, said: Mapping[str, str], by: By) -> DocumentRef:
    """听证通知书. said: held_at, place, host, in words."""
    fixed = {"notified_on": written(local_day(by.now)), "contact": places.contact()}
    return issue(DocumentKind.HEARING_NOTICE, on, {**who(on, file), **fixed, **said}, by)


def hearing_record(on: Loaded, file: CaseFile, said: Mapping[str, object], by: By) -> DocumentRef:
    """听证笔录. said: held_at, place, host, present, statements, signatures."""
    return issue(DocumentKind.HEARING_RECORD, on, {**who(on, file), **said}, by)


def transfer(on: Loaded, file: CaseFile, said: Mapping[str, object], by: By) -> DocumentRef:
    """转报意见书. said: superior and opinion in words, materials."""
    return issue(DocumentKind.TRANSFER, on, {**who(on, file), **said}, by)


def licence_act(kind: DocumentKind, on: Loaded, file: CaseFile, said: Mapping[str, object], by: By) -> DocumentRef:
    """A decision on a licence that exists. said: what that kind of decision must say beside holder and old number."""
    decision = on.state.decision
    fixed = {
        **who(on, file),
        "holder": file.applicant_name,
        "decision": kind.value.removesuffix("决定书"),
        "earlier_number": decision.document.number if decision else "",
    }
    return issue(kind, on, {**fixed, **said}, by)


def adverse_act(kind: DocumentKind, on: Loaded, file: CaseFile, said: Mapping[str, object], by: By) -> DocumentRef:
    """A decision against the holder of a licence: it also says how it can be looked at again."""
    return licence_act(kind, on, file, {**said, **remedies_words(places.remedies())}, by)
