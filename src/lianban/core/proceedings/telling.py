"""The words of every event, Chinese and English. `{name}` stands for a value of the event's payload."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Telling:
    """How one kind of event is told. public: shown to the applicant; else only inside the office."""

    zh: str
    en: str
    detail: str = ""
    detail_en: str = ""
    public: bool = True


VALUES: dict[str, tuple[str, str]] = {
    "granted": ("准予", "granted"),
    "refused": ("不予许可", "refused"),
    "withdrawn": ("撤回", "withdrawn"),
    "terminated": ("终止", "terminated"),
    "cancelled": ("取消", "cancelled"),
    "partly": ("部分办结", "partly granted"),
    "自取": ("自取", "collected"),
    "邮寄": ("邮寄", "posted"),
    "自助柜": ("自助柜领取", "collected from a locker"),
    "电子送达": ("电子送达", "delivered electronically"),
    "联合踏勘": ("联合踏勘", "joint survey"),
    "联合验收": ("联合验收", "joint inspection of works"),
    "多测合一": ("多测合一", "joint measurement"),
    "多评合一": ("多评合一", "joint assessment"),
    "多图联审": ("多图联审", "joint review of drawings"),
    "本人": ("本人", "the applicant"),
    "代理人": ("代理人", "an agent"),
    "法定代表人（负责人）": ("法定代表人（负责人）", "the legal representative"),
    "经办人": ("经办人", "the handler"),
    "签字": ("签字", "a signature"),
    "验证码": ("验证码", "a one-time code"),
    "变更": ("变更", "a change"),
    "注销": ("注销", "deregistration"),
}
"""Payload values that have words of their own."""

CHAIN: dict[str, Telling] = {
    "submitted": Telling(
        "提交了申请", "Application submitted", "窗口代录，{confirmation_capacity}以{confirmation_way}确认",
        "Taken down at the window, confirmed by {confirmation_capacity} with {confirmation_way}",
    ),
    "received": Telling(
        "窗口收到材料", "Materials received", "{notify_by}前告知是否受理", "You will hear by {notify_by}",
    ),
    "notified_once": Telling(
        "需要补正：{corrections}", "To be corrected: {corrections}", "请在{supply_by}前补正",
        "Please hand this in by {supply_by}",
    ),
    "asked_beyond_notice": Telling(
        "窗口提出了一次性告知清单之外的要求：{demands}", "More was asked than the one-time list holds: {demands}",
        "理由：{reasons}；依据：{basis}。已同时报监察；认为不合理的，可以投诉",
        "Reason: {reasons}. Basis: {basis}. Reported to supervision; you may complain",
    ),
    "corrected_on_the_spot": Telling("当场更正了申请", "An error was corrected on the spot"),
    "supplemented": Telling("提交了补正材料", "Corrections handed in"),
    "supplement_returned": Telling("补正材料不符合要求", "A correction was not what was asked", "{reason}", "{reason}"),
    "replanned": Telling("按补正内容调整了办理方案", "The plan was adjusted to the corrections"),
    "accepted": Telling(
        "已受理，自{accepted_on}起算", "Accepted as of {accepted_on}", "承诺{promised_due_on}前办结",
        "Promised by {promised_due_on}",
    ),
    "extended_jointly": Telling(
        "联合办理期限延长：{reason}", "The joint limit was extended: {reason}", "延长至{joint_due_on}",
        "Extended to {joint_due_on}",
    ),
    "jointly_called": Telling(
        "{act}定于{held_on}{hour}，地点：{place}", "One {act} on {held_on} at {hour}: {place}",
        "{parts}一并进行，各部门同时参加，不再分别上门", "It serves all of {parts} at once: nobody comes twice",
    ),
    "jointly_moved": Telling(
        "{act}改到{held_on}{hour}，地点：{place}", "The {act} was moved to {held_on} at {hour}: {place}",
        "{reason}", "{reason}",
    ),
    "jointly_found": Telling(
        "“{opinion_item}”提出{act}意见", "“{opinion_item}”: opinion in the {act}", "{opinion_text}", "{opinion_text}",
        public=False,
    ),
    "jointly_closed": Telling(
        "{act}已经结束", "The {act} is over", "{missing}没有提出意见，由主管部门另行核查",
        "No opinion on {missing}: its authority will look for itself",
    ),
    "redated": Telling(
        "按新公布的工作日历重新计算了期限", "The days were counted again with the new holiday calendar",
        "承诺{promised_due_on}前办结", "Promised by {promised_due_on}",
    ),
    "gap_supplied": Telling("补齐了容缺材料", "Outstanding materials handed in"),
    "rejected": Telling("不予受理：{cause}", "Not accepted", "{reason}", "{reason}"),
    "lapsed": Telling("逾期未补正，本件终结", "Closed: the corrections did not come in time"),
    "withdrawn": Telling("撤回了申请", "Application withdrawn"),
    "item_began": Telling("“{item}”开始办理", "Work on “{item}” began"),
    "item_closed": Telling("“{item}”{outcome}", "“{item}”: {outcome}"),
    "closed": Telling("全部事项办结：{result}", "Everything is decided: {result}"),
    "delivered": Telling("结果已送达（{handover_way}）", "Results delivered ({handover_way})"),
    "child_reminded": Telling("记下“{item}”的到期日", "Noted a day of “{item}”", public=False),
    "archived": Telling("已归档", "Archived", public=False),
    "words_erased": Telling(
        "依法删除了第{entry}条记录中的文字", "The words of entry {entry} were erased by law", "决定文号：{order}",
        "Decision: {order}",
    ),
    "rated": Telling("作出了评价：{stars}星", "Rated {stars} of 5"),
}  # fmt: skip

ITEM: dict[str, Telling] = {
    "opened": Telling("“{name}”已列入本件", "“{name}” is part of the application", public=False),
    "accepted": Telling(
        "开始办理，自{accepted_on}起算", "Work began as of {accepted_on}", "承诺{promised_due_on}前办结",
        "Promised by {promised_due_on}",
    ),
    "redated": Telling(
        "按新公布的工作日历重新计算了期限", "The days were counted again with the new holiday calendar",
        "承诺{promised_due_on}前办结", "Promised by {promised_due_on}",
    ),
    "gap_supplied": Telling("补齐了容缺材料", "Outstanding materials handed in"),
    "committed": Telling("以书面承诺代替一份证明", "A written promise replaces a proof"),
    "commitment_withdrawn": Telling("撤回承诺，改为提交材料", "The promise was taken back; the proof will come"),
    "commitment_verified": Telling("核查了承诺", "The promise was verified", "{finding}", "{finding}"),
    "assigned": Telling("由{holder}承办", "In the hands of {holder}", "{reason}", "{reason}", public=False),
    "released": Telling("放回待认领", "Put back for anybody to take", "{reason}", "{reason}", public=False),
    "passed_by_rule": Telling(
        "按“{version}”自动核验通过，由系统当场准予", "All rules of “{version}” hold; granted at once",
        "核验了：{checks}。有异议的，可以要求人工处理", "Checked: {checks}. You may ask for a person to look at it",
    ),
    "checked_by_rule": Telling(
        "自动核验没有全部通过，转由工作人员办理", "Not every rule holds; a person takes over",
        "没有成立的：{failed}。规则不作出不予许可的决定", "Open: {failed}. Rules never refuse",
    ),
    "reviewed": Telling(
        "完成“{opinion_step}”", "“{opinion_step}” done", "{opinion_text}", "{opinion_text}", public=False
    ),
    "returned_for_rework": Telling(
        "退回“{opinion_step}”", "Sent back to “{opinion_step}”", "{opinion_text}", "{opinion_text}", public=False
    ),
    "signed": Telling("会签", "Countersigned", public=False),
    "consulted": Telling(
        "征询{consultation_authority}意见", "Asked {consultation_authority} for its view",
        "{consultation_due_on}前答复", "Answer due by {consultation_due_on}", public=False,
    ),
    "consultation_answered": Telling(
        "收到征询答复", "The view asked for came in", "{answer}", "{answer}", public=False
    ),
    "stopped": Telling(
        "进行{stop_kind}，期间不计入办理时限", "Special procedure ({stop_kind}); the clock stands still",
        "预计{ends_by}前结束", "Expected to end by {ends_by}",
    ),
    "resumed": Telling(
        "特别程序结束，恢复计算时限", "The special procedure ended; the clock runs again",
        "承诺{promised_due_on}前办结", "Promised by {promised_due_on}",
    ),
    "extended": Telling(
        "办理期限延长：{extension_reason}", "The limit was extended: {extension_reason}",
        "延长至{statutory_due_on}", "Extended to {statutory_due_on}",
    ),
    "transferred_up": Telling("完成初审，转报{superior}", "First examination done; sent to {superior}"),
    "party_told": Telling("告知利害关系人", "A person with an interest was told"),
    "statement_heard": Telling("听取陈述和申辩", "A statement was heard"),
    "hearing_right_told": Telling(
        "告知听证权利", "The right to a hearing was told", "{request_by}前可以申请听证",
        "A hearing may be asked for until {request_by}",
    ),
    "hearing_requested": Telling(
        "申请听证", "A hearing was asked for", "{hold_by}前组织听证", "To be held by {hold_by}"
    ),
    "hearing_waived": Telling("放弃听证", "The hearing was waived"),
    "hearing_notified": Telling("{held_on}在{place}听证", "Hearing on {held_on} at {place}"),
    "hearing_held": Telling("举行了听证", "The hearing was held"),
    "granted": Telling("准予许可", "Granted", "{deliver_by}前送达", "To be delivered by {deliver_by}"),
    "refused": Telling("不予许可", "Refused", "{decision_reasons}", "{decision_reasons}"),
    "certificate_made": Telling("证照已制作：{certificate}", "Certificate made: {certificate}"),
    "delivered": Telling("结果已送达（{handover_way}）", "Result delivered ({handover_way})"),
    "archived": Telling("已归档", "Archived", public=False),
    "withdrawn": Telling("撤回了本事项", "The item was withdrawn"),
    "terminated": Telling("终止审查：{cause}", "The examination was ended", "{reason}", "{reason}"),
    "cancelled": Telling("本事项取消：{cause}", "The item was cancelled"),
    "amended": Telling("许可已变更", "The licence was changed", "{act_reasons}", "{act_reasons}"),
    "change_asked": Telling(
        "申请{change}许可", "The holder asked for: {change}", "{decide_by}前答复", "Answer due by {decide_by}"
    ),
    "change_refused": Telling("{act_act}", "The request was refused", "{act_reasons}", "{act_reasons}"),
    "renewal_asked": Telling("申请延续许可", "Renewal was asked for"),
    "renewed": Telling("许可延续至{until}", "The licence was renewed until {until}"),
    "renewal_refused": Telling("不予延续", "Renewal was refused", "{act_reasons}", "{act_reasons}"),
    "recalled": Telling("许可已撤回", "The licence was recalled", "{act_reasons}", "{act_reasons}"),
    "revoked": Telling("许可已撤销：{ground}", "The licence was revoked", "{act_reasons}", "{act_reasons}"),
    "words_erased": Telling(
        "依法删除了第{entry}条记录中的文字", "The words of entry {entry} were erased by law", "决定文号：{order}",
        "Decision: {order}",
    ),
    "deregistered": Telling("许可已注销：{ground}", "The licence was deregistered", "{act_reasons}", "{act_reasons}"),
}  # fmt: skip

TELLINGS: dict[str, dict[str, Telling]] = {"chain_case": CHAIN, "item_case": ITEM}
"""Words by procedure and kind of event."""
