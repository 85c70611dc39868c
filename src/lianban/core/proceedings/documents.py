"""The documents (文书) the law ties to the steps of a case, and what each must contain (facts 2.5)."""

from collections.abc import Mapping
from enum import StrEnum

from lianban.core.kernel.value import Value


class DocumentKind(StrEnum):
    """A kind of document, by its Chinese name."""

    RECEIPT = "收件凭证"
    CORRECTION = "一次性告知书"
    ACCEPTANCE = "受理通知书"
    NON_ACCEPTANCE = "不予受理通知书"
    GAP_ACCEPTANCE = "容缺受理通知书"
    COMMITMENT = "告知承诺书"
    SPECIAL_PROCEDURE = "特别程序告知书"
    EXTENSION = "延长办理期限通知书"
    HEARING_RIGHT = "听证告知书"
    HEARING_NOTICE = "听证通知书"
    HEARING_RECORD = "听证笔录"
    INSPECTION_RECORD = "现场核查记录"
    TRANSFER = "转报意见书"
    GRANT = "准予许可决定书"
    REFUSAL = "不予许可决定书"
    AMENDMENT = "变更许可决定书"
    CHANGE_REFUSAL = "不予变更决定书"
    RENEWAL = "延续许可决定书"
    RENEWAL_REFUSAL = "不予延续决定书"
    RECALL = "撤回许可决定书"
    REVOCATION = "撤销许可决定书"
    DEREGISTRATION = "注销许可决定书"
    WITHDRAWAL = "撤回申请书"
    TERMINATION = "终止审查通知书"
    DELIVERY = "送达回证"


class DocumentRef(Value):
    """An issued document. number: 文号. digest: SHA-256 of the sealed file, when it is known."""

    kind: DocumentKind
    number: str
    digest: str = ""


CODES: dict[DocumentKind, str] = {
    DocumentKind.RECEIPT: "收",
    DocumentKind.CORRECTION: "补",
    DocumentKind.ACCEPTANCE: "受",
    DocumentKind.NON_ACCEPTANCE: "不受",
    DocumentKind.GAP_ACCEPTANCE: "容",
    DocumentKind.COMMITMENT: "承",
    DocumentKind.SPECIAL_PROCEDURE: "特",
    DocumentKind.EXTENSION: "延",
    DocumentKind.HEARING_RIGHT: "听告",
    DocumentKind.HEARING_NOTICE: "听通",
    DocumentKind.HEARING_RECORD: "听录",
    DocumentKind.INSPECTION_RECORD: "核",
    DocumentKind.TRANSFER: "转",
    DocumentKind.GRANT: "准",
    DocumentKind.REFUSAL: "不准",
    DocumentKind.AMENDMENT: "变",
    DocumentKind.CHANGE_REFUSAL: "不变",
    DocumentKind.RENEWAL: "续",
    DocumentKind.RENEWAL_REFUSAL: "不续",
    DocumentKind.RECALL: "回",
    DocumentKind.REVOCATION: "销",
    DocumentKind.DEREGISTRATION: "注",
    DocumentKind.WITHDRAWAL: "撤",
    DocumentKind.TERMINATION: "终",
    DocumentKind.DELIVERY: "送",
}
"""The character of each kind in a document number: 地区机关简称 + 文书性质 + 〔年〕 + 序号 + 号."""


def number(prefix: str, kind: DocumentKind, year: int, serial: int) -> str:
    """Return a document number such as 博审服许补〔2026〕0012号. prefix: 地区机关简称 with 许 where it applies."""
    return f"{prefix}{CODES[kind]}〔{year}〕{serial:04d}号"


_SEAL = {"seal": "专用印章", "dated_on": "日期"}
_WHO = {"applicant": "申请人", "item": "事项"}
_REMEDIES = {
    "reconsideration": "申请行政复议的期限与机关",
    "litigation": "提起行政诉讼的期限与法院",
}
_DECISION = {"reason": "理由", "basis": "依据", **_REMEDIES, "earlier_number": "原决定文号", **_SEAL}

CONTENTS: dict[DocumentKind, dict[str, str]] = {
    DocumentKind.RECEIPT: {
        "case_no": "办件编号",
        **_WHO,
        "materials": "材料清单",
        "received_at": "收件时间",
        "receiver": "收件人",
        "next_step": "下一步",
    },
    DocumentKind.CORRECTION: {
        **_WHO,
        "corrections": "需补正的全部内容及办法",
        "basis": "依据",
        "supply_by": "补正期限",
        "consequence": "逾期后果",
        "contact": "联系方式",
        **_SEAL,
    },
    DocumentKind.ACCEPTANCE: {
        **_WHO,
        "contact": "联系方式",
        "applied_on": "申请日期",
        "basis": "依据",
        "materials": "材料清单",
        "accepted_on": "受理日期",
        "officer": "经办人",
        "statutory_due_on": "法定办结日期",
        "promised_due_on": "承诺办结日期",
        "progress": "进度查询方式",
        **_SEAL,
    },
    DocumentKind.NON_ACCEPTANCE: {**_WHO, "reason": "理由", "basis": "依据", **_REMEDIES, **_SEAL},
    DocumentKind.GAP_ACCEPTANCE: {
        **_WHO,
        "gaps": "暂缺材料",
        "supply_by": "补交期限",
        "consequence": "逾期后果",
        "signed_by_applicant": "申请人签字",
        "signed_by_officer": "经办人签字",
        **_SEAL,
    },
    DocumentKind.COMMITMENT: {
        **_WHO,
        "basis": "依据",
        "conditions": "条件与证明内容",
        "duties": "承诺人义务",
        "false_promise": "虚假承诺的后果",
        "verification": "核查方式",
        "informed": "已知悉告知内容",
        "meets_conditions": "已符合条件",
        "accepts_checks": "接受核查",
        "signed_by_applicant": "承诺人签字",
        "dated_on": "日期",
    },
    DocumentKind.SPECIAL_PROCEDURE: {
        **_WHO,
        "procedure": "程序种类",
        "reason": "理由",
        "basis": "依据",
        "time_needed": "所需时间",
        "not_counted": "不计入办理期限的说明",
        "contact": "联系方式",
        **_SEAL,
    },
    DocumentKind.EXTENSION: {
        **_WHO,
        "original_due_on": "原办结日期",
        "reason": "理由",
        "approved_by": "批准人",
        "due_on": "延长后办结日期",
        **_SEAL,
    },
    DocumentKind.HEARING_RIGHT: {**_WHO, "right": "要求听证的权利", "request_by": "要求听证的期限", **_SEAL},
    DocumentKind.HEARING_NOTICE: {
        **_WHO,
        "held_at": "听证时间",
        "place": "听证地点",
        "host": "主持人",
        "notified_on": "通知日期",
        **_SEAL,
    },
    DocumentKind.HEARING_RECORD: {
        **_WHO,
        "held_at": "听证时间",
        "host": "主持人",
        "statements": "陈述与质证",
        "signatures": "参加人签字",
    },
    DocumentKind.INSPECTION_RECORD: {
        "item": "事项",
        "inspectors": "核查人员及证件号",
        "inspected_at": "核查时间",
        "place": "核查地点",
        "findings": "核查情况",
        "signatures": "签字",
    },
    DocumentKind.TRANSFER: {
        **_WHO,
        "opinion": "初步审查意见",
        "superior": "上级机关",
        "materials": "材料清单",
        **_SEAL,
    },
    DocumentKind.GRANT: {
        "holder": "被许可人",
        "item": "事项",
        "content": "许可内容",
        "scope": "范围",
        "conditions": "条件",
        "validity": "有效期",
        "basis": "依据",
        **_SEAL,
    },
    DocumentKind.REFUSAL: {**_WHO, "facts": "事实", "reason": "理由", "basis": "依据", **_REMEDIES, **_SEAL},
    DocumentKind.AMENDMENT: {
        "holder": "被许可人",
        "item": "事项",
        "content": "变更内容",
        "basis": "依据",
        "earlier_number": "原决定文号",
        **_SEAL,
    },
    DocumentKind.CHANGE_REFUSAL: {"holder": "被许可人", "item": "事项", **_DECISION},
    DocumentKind.RENEWAL: {
        "holder": "被许可人",
        "item": "事项",
        "validity": "延续后有效期",
        "basis": "依据",
        "earlier_number": "原决定文号",
        **_SEAL,
    },
    DocumentKind.RENEWAL_REFUSAL: {"holder": "被许可人", "item": "事项", **_DECISION},
    DocumentKind.RECALL: {"holder": "被许可人", "item": "事项", "compensation": "补偿", **_DECISION},
    DocumentKind.REVOCATION: {"holder": "被许可人", "item": "事项", "compensation": "赔偿", **_DECISION},
    DocumentKind.DEREGISTRATION: {"holder": "被许可人", "item": "事项", **_DECISION},
    DocumentKind.WITHDRAWAL: {**_WHO, "reason": "理由", "signed_by_applicant": "申请人签字", "dated_on": "日期"},
    DocumentKind.TERMINATION: {**_WHO, "reason": "理由", "materials_returned": "退还材料清单", **_SEAL},
    DocumentKind.DELIVERY: {
        "documents": "送达文书名称与文号",
        "recipient": "受送达人",
        "way": "送达方式",
        "place": "送达地点",
        "delivered_at": "送达时间",
        "signer": "签收人及与受送达人关系",
        "deliverer": "送达人",
    },
}
"""What each kind must contain: key of the content → its name on paper."""


def missing_contents(kind: DocumentKind, content: Mapping[str, object]) -> list[str]:
    """Return the Chinese names of what a document still lacks, in the order of the list; empty when complete."""
    return lacking(CONTENTS[kind], content)


def lacking(wanted: Mapping[str, str], content: Mapping[str, object]) -> list[str]:
    """Return the names of what is wanted and not said. wanted: key of the content → its name on paper."""
    return [name for key, name in wanted.items() if content.get(key) in (None, "", (), [], {})]
