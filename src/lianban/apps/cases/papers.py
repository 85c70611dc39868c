"""What each document of a case says. The law's list of required contents is in core/proceedings/documents.py."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from lianban.apps.accounts import public as accounts
from lianban.apps.cases import places
from lianban.apps.cases.acting import By
from lianban.apps.cases.inspecting import Inspection
from lianban.apps.cases.models import CaseFile
from lianban.apps.docket.public import Loaded
from lianban.apps.documents import public as documents
from lianban.core.calendars.hours import CHINA
from lianban.core.calendars.written import written
from lianban.core.clocks.due import DueDate
from lianban.core.clocks.limits import UNIT_WORDS, TimeLimit
from lianban.core.proceedings.articles import COMMITMENT_RULES
from lianban.core.proceedings.chain_case.commands import ReceivedMaterial, Reject
from lianban.core.proceedings.documents import DocumentKind, DocumentRef
from lianban.core.proceedings.events import Actor, Role
from lianban.core.proceedings.item_case.decision import Refuse
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.shared import Correction, Gap, Handover, Remedies

LICENSING = "《中华人民共和国行政许可法》"
NEXT_STEP = (
    "综合受理窗口将在五个工作日内受理，或者一次性告知需要补正的全部内容；逾期不告知的，自收到材料之日起即为受理。"
)


def issue(kind: DocumentKind, on: Loaded, content: Mapping[str, object], by: By, *, authority: str = "") -> DocumentRef:
    """Issue a document in the current transaction. Raises when something the law requires is missing from it."""
    key, said = authority or on.authority, {**content, **_acted(by.actor)}
    issued = documents.issue(
        kind, proceeding=on.id, item=on.item, content=said, authority=key, now=by.now, person=by.actor.person
    )
    return DocumentRef(kind=kind, number=issued.number, digest=issued.digest)


def _acted(actor: Actor) -> dict[str, str]:
    """Who acted for whom, where a deputy of the staff did; nothing where all acted for themselves or for who came."""
    if not actor.on_behalf_of or actor.role is Role.APPLICANT:
        return {}
    names = accounts.cards({UUID(actor.person), UUID(actor.on_behalf_of)})
    principal = names[UUID(actor.on_behalf_of)]
    return {"acted": f"{names[UUID(actor.person)].name}（代{principal.name}）"} if principal.is_staff else {}


def receipt(on: Loaded, file: CaseFile, materials: Iterable[ReceivedMaterial], by: By) -> DocumentRef:
    """收件凭证."""
    content = {
        **who(on, file),
        "case_no": on.number,
        "materials": listed(materials) or [{"name": "（本件无需提交材料）", "form": "", "copies": ""}],
        "received_at": moment(by.now),
        "receiver": f"综合受理窗口（{places.hall_name(on.hall) if by.actor.role is Role.CLERK else '网上收件'}）",
        "contact": places.contact(),
        "next_step": NEXT_STEP,
    }
    return issue(DocumentKind.RECEIPT, on, content, by)


@dataclass(frozen=True)
class AcceptanceSlip:
    """What a 受理通知书 says beside who and what. items: one row per item with its limits. gaps: what is still out."""

    materials: Sequence[ReceivedMaterial]
    items: Sequence[Mapping[str, str]]
    accepted_on: date
    promised_due: DueDate | None
    gaps: Sequence[Gap] = ()


def acceptance(on: Loaded, file: CaseFile, slip: AcceptanceSlip, by: By) -> DocumentRef:
    """受理通知书, or 容缺受理通知书 when something is still out."""
    content: dict[str, object] = {
        **who(on, file),
        "contact": places.contact(),
        "applied_on": written(local_day(on.opened_at)),
        "basis": [f"{LICENSING}第二十六条、第三十二条"],
        "materials": listed(slip.materials) or [{"name": "无需提交材料", "form": "", "copies": ""}],
        "items": list(slip.items),
        "accepted_on": written(slip.accepted_on),
        "officer": "综合受理窗口",
        "statutory_due_on": "各事项分别计算，见下表",
        "promised_due_on": due_day(slip.promised_due) if slip.promised_due else "即时办结",
        "progress": f"凭编号 {on.number} 在网上“查进度”查询",
    }
    if not slip.gaps:
        return issue(DocumentKind.ACCEPTANCE, on, content, by)
    content |= {
        "gaps": [{"name": gap.name, "form": "", "due_on": written(gap.supply_by)} for gap in slip.gaps],
        "supply_by": written(max(gap.supply_by for gap in slip.gaps)),
        "consequence": "逾期未补齐的，相关事项终止办理。",
        "signed_by_applicant": file.applicant_name,
        "signed_by_officer": "综合受理窗口",
    }
    return issue(DocumentKind.GAP_ACCEPTANCE, on, content, by)


def corrections(on: Loaded, file: CaseFile, asked: Sequence[Correction], supply_by: date, by: By) -> DocumentRef:
    """一次性告知书."""
    content = {
        **who(on, file),
        "corrections": [{"material": one.name, "problem": _problem(one), "correction": one.remedy} for one in asked],
        "basis": [f"{LICENSING}第三十二条第一款第四项"],
        "supply_by": written(supply_by),
        "consequence": "逾期未补正的，本件按补正不来办结；您可以重新申请。",
        "contact": places.contact(),
    }
    return issue(DocumentKind.CORRECTION, on, content, by)


def _problem(asked: Correction) -> str:
    """What is wrong; of a demand beyond the list also why it is made and under which law."""
    if asked.beyond is None:
        return asked.problem
    laws = "、".join(str(law) for law in asked.beyond.basis)
    return f"{asked.problem}（一次性告知清单之外。理由：{asked.beyond.reason}；依据：{laws}）"


def rejection(on: Loaded, file: CaseFile, command: Reject, by: By) -> DocumentRef:
    """不予受理通知书."""
    content = {
        **who(on, file),
        "reason": f"{command.cause.value}。{command.reason}",
        "basis": [str(each) for each in command.basis],
        "competent_authority": command.competent_body,
        **remedies_words(command.remedies),
    }
    return issue(DocumentKind.NON_ACCEPTANCE, on, content, by)


def withdrawal(on: Loaded, file: CaseFile, reason: str, by: By) -> DocumentRef:
    """撤回申请书."""
    content = {**who(on, file), "reason": reason or "申请人自愿撤回", "signed_by_applicant": file.applicant_name}
    return issue(DocumentKind.WITHDRAWAL, on, content, by)


def lapse(on: Loaded, file: CaseFile, by: By) -> DocumentRef:
    """终止审查通知书, when corrections did not come."""
    said = "在告知的期限内未补正材料（补正不来办结）。您可以重新申请，已填写的内容可以继续使用。"
    return termination(on, file, said, by)


def termination(on: Loaded, file: CaseFile, reason: str, by: By) -> DocumentRef:
    """终止审查通知书."""
    content = {**who(on, file), "reason": reason, "materials_returned": "电子材料保留在您的材料库中"}
    return issue(DocumentKind.TERMINATION, on, content, by)


def grant(on: Loaded, file: CaseFile, said: Mapping[str, object], by: By) -> DocumentRef:
    """准予许可决定书. said: content, scope, conditions, validity, basis and what else the authority adds."""
    content = {**who(on, file), "holder": file.applicant_name, **said}
    return issue(DocumentKind.GRANT, on, content, by)


def refusal(on: Loaded, file: CaseFile, facts: str, command: Refuse, by: By) -> DocumentRef:
    """不予许可决定书. facts: what was found."""
    warning = "对隐瞒有关情况、提供虚假材料的行为给予警告。" if command.false_material else ""
    said = {
        "facts": facts,
        "reason": command.reasons,
        "basis": [str(each) for each in command.basis],
        "warning": warning,
    }
    return issue(DocumentKind.REFUSAL, on, {**who(on, file), **said, **remedies_words(command.remedies)}, by)


def delivery(on: Loaded, file: CaseFile, names: Sequence[str], handover: Handover, signer: str, by: By) -> DocumentRef:
    """送达回证."""
    posted = f"{handover.carrier} {handover.tracking_no}"
    content = {
        "documents": "；".join(names),
        "recipient": file.applicant_name,
        "way": handover.way.value,
        "place": posted if handover.tracking_no else places.hall_name(on.hall),
        "delivered_at": moment(by.now),
        "signer": signer,
        "deliverer": "统一出证窗口",
    }
    return issue(DocumentKind.DELIVERY, on, content, by)


def special_procedure(on: Loaded, file: CaseFile, said: Mapping[str, object], by: By) -> DocumentRef:
    """特别程序告知书. said: procedure, reason, basis, time_needed."""
    fixed = {"not_counted": "以上所需时间依法不计算在办理期限内。", "contact": places.contact()}
    return issue(DocumentKind.SPECIAL_PROCEDURE, on, {**who(on, file), **fixed, **said}, by)


def inspection(on: Loaded, file: CaseFile, found: Inspection, by: By) -> DocumentRef:
    """现场核查记录."""
    people = "、".join(found.inspectors)
    content = {
        **who(on, file),
        "inspectors": people,
        "inspected_at": moment(by.now),
        "place": found.place,
        "findings": found.findings,
        "signatures": f"核查人员（证件号）：{people}",
    }
    return issue(DocumentKind.INSPECTION_RECORD, on, content, by)


def extension(on: Loaded, file: CaseFile, said: Mapping[str, object], by: By) -> DocumentRef:
    """延长办理期限通知书. said: original_due_on, due_on, reason, approved_by."""
    return issue(DocumentKind.EXTENSION, on, {**who(on, file), **said}, by)


def commitment(on: Loaded, file: CaseFile, material: str, by: By) -> DocumentRef:
    """告知承诺书: what is promised in place of one material, and what follows when it is not kept."""
    content = {
        **who(on, file),
        "basis": [str(COMMITMENT_RULES)],
        "conditions": f"申请人符合办理“{on.title}”的条件；“{material}”所证明的内容属实。",
        "replaced_materials": material,
        "duties": "按承诺的内容开展活动，接受核查，情况变化时及时告知。",
        "false_promise": "承诺不实的，终止办理或者依法撤销决定，并记入信用记录。",
        "verification": "办理中或者办结后由审批部门核查。",
        "informed": "已经知悉告知的全部内容。",
        "meets_conditions": "已经符合告知的条件，能够按要求提供证明。",
        "accepts_checks": "愿意接受核查，并承担不实承诺的法律责任。",
        "signed_by_applicant": file.applicant_name,
    }
    return issue(DocumentKind.COMMITMENT, on, content, by)


def limit_words(limit: TimeLimit | None) -> str:
    """Say a limit: 20个工作日, 即办, or a dash where the law sets none."""
    if limit is None:
        return "—"
    return f"{limit.length.normalize():f}{UNIT_WORDS[limit.unit]}" if limit.length else "即办"


def due_day(due: DueDate) -> str:
    """Write a last day, and beside it that it is provisional where the holidays of its year are not announced."""
    return f"{written(due.on)}（节假日安排公布前暂定）" if due.provisional else written(due.on)


def moment(at: datetime) -> str:
    """Write a moment as documents do, in local time."""
    local = at.astimezone(CHINA)
    return f"{written(local.date())} {local:%H:%M}"


def who(on: Loaded, file: CaseFile) -> dict[str, object]:
    """Return whom and what a document is about."""
    return {"applicant": file.applicant_name, "item": on.title}


def remedies_words(remedies: Remedies) -> dict[str, str]:
    """Say how a decision can be looked at again: for how long, and by whom."""
    days, months = f"{remedies.reconsideration_days}日内", f"{remedies.litigation_months}个月内"
    return {
        "reconsideration": f"自收到本通知之日起{days}，可以向{remedies.reconsideration_body}申请行政复议。",
        "litigation": f"自收到本通知之日起{months}，可以向{remedies.court}提起行政诉讼。",
    }


def listed(materials: Iterable[ReceivedMaterial]) -> list[dict[str, str]]:
    """Return materials as rows of a document."""
    return [{"name": each.name, "form": each.form, "copies": str(each.copies)} for each in materials]
