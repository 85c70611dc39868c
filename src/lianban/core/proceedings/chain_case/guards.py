"""Conditions of the actions on an application; each answers None or says what is missing and what to do."""

from datetime import date

from lianban.core.calendars.calendar import WorkingCalendar
from lianban.core.clocks.due import due_on
from lianban.core.clocks.licensing import TO_NOTIFY_ONCE
from lianban.core.clocks.limits import TimeLimit
from lianban.core.proceedings.chain_case import commands as c
from lianban.core.proceedings.chain_case.base import On, Standing
from lianban.core.proceedings.chain_case.state import ChainState, ChainStatus, Occasion
from lianban.core.proceedings.events import Actor, Role
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.procedure import Attempt, Guard
from lianban.core.proceedings.shared import Context


def last_day_to_tell(state: ChainState, calendar: WorkingCalendar) -> date:
    """Return the last day to tell everything once, accept or reject (Art. 32 (4)).

    Materials that nobody took in count from the day they were submitted: not receiving cannot stop the clock.
    """
    return state.notify_by or due_on(TO_NOTIFY_ONCE, local_day(state.submitted_at), calendar).on


def _own_application(attempt: Standing) -> str | None:
    stranger = _is_not_theirs(attempt.actor, attempt.state.applicant)
    return "只有申请人或其代理人可以这样做。请先取得授权。" if stranger else None


def _lead_authority(attempt: Standing) -> str | None:
    if attempt.actor.role is not Role.CLERK or attempt.actor.authority in ("", attempt.state.lead_authority):
        return None
    return "由牵头部门的综合窗口统一受理。请转交牵头部门。"


def _has_items(attempt: Attempt[None, c.Submit, Context]) -> str | None:
    return None if attempt.command.items else "至少要有一个事项。请先完成情形导引。"


def _for_oneself(attempt: Attempt[None, c.Submit, Context]) -> str | None:
    stranger = _is_not_theirs(attempt.actor, attempt.command.applicant)
    return "只能为本人或授权人提交申请。" if stranger else None


def _is_not_theirs(actor: Actor, applicant: str) -> bool:
    return actor.role is Role.APPLICANT and applicant not in actor.people


def _received_at_once(attempt: On[c.Receive]) -> str | None:
    day, submitted_on = attempt.command.received_on, local_day(attempt.state.submitted_at)
    if day is None:
        return None
    last = attempt.context.calendar.add_working_days(submitted_on, 1)
    if submitted_on <= day <= last:
        return None
    return f"收件日期为材料到达之日，应在{submitted_on.isoformat()}至{last.isoformat()}之间。"


def _not_notified(attempt: Standing) -> str | None:
    told = attempt.state.notice is not None
    return "补正只能一次性告知，不得再次要求补正。已补齐的应当受理。" if told else None


def _in_time(attempt: On[c.NotifyOnce | c.Reject]) -> str | None:
    late = local_day(attempt.command.at) > last_day_to_tell(attempt.state, attempt.context.calendar)
    return "收件后五个工作日内未告知，自收到申请材料之日起即为受理。请办理视为受理。" if late else None


def _everything_said(attempt: On[c.NotifyOnce]) -> str | None:
    if not attempt.command.corrections:
        return "一次性告知至少要列出一项需要补正的内容。"
    if not attempt.command.complete:
        return "须确认已一次性告知需要补正的全部内容。请核对全部材料后再告知。"
    return None


def _time_to_correct(attempt: On[c.NotifyOnce]) -> str | None:
    early = attempt.command.supply_by <= local_day(attempt.command.at)
    return "补正期限须晚于告知之日。" if early else None


def _was_asked(attempt: On[c.Supplement]) -> str | None:
    stray = [each for each in attempt.command.subjects if each not in attempt.state.outstanding]
    return f"一次性告知书没有要求补正{'、'.join(stray)}。" if stray or not attempt.command.subjects else None


def _was_in_notice(attempt: On[c.ReturnSupplement]) -> str | None:
    notice = attempt.state.notice
    asked = {each.subject for each in notice.corrections} if notice else set()
    if not attempt.command.reason.strip():
        return "退回补正须说明理由。"
    stray = [each for each in attempt.command.subjects if each not in asked]
    return "只能退回一次性告知书已列明的内容，不得提出新的要求。" if stray or not attempt.command.subjects else None


def _supplement_fresh(attempt: On[c.ReturnSupplement]) -> str | None:
    state = attempt.state
    late = state.status is ChainStatus.RECEIVED and local_day(attempt.command.at) > last_day_to_tell(
        state, attempt.context.calendar
    )
    return "补正齐全后五个工作日内未退回，即为受理。请办理视为受理。" if late else None


def _gaps_tolerable(attempt: On[c.AcceptWithGaps]) -> str | None:
    allowed = {each.material for each in attempt.state.tolerable}
    asked = [each.material for each in attempt.command.gaps]
    if not asked:
        return "容缺受理须列明暂缺的材料。没有暂缺的材料请直接受理。"
    stray = [each for each in asked if each not in allowed]
    return f"材料{'、'.join(stray)}不在可容缺清单内。请一次性告知补正。" if stray else None


def _gaps_of_promised_items(attempt: On[c.AcceptWithGaps]) -> str | None:
    asked = {each.material for each in attempt.command.gaps}
    items = {item for each in attempt.state.tolerable if each.material in asked for item in each.items}
    spot = [each.name for each in attempt.state.items if each.item in items and each.on_the_spot]
    return f"{'、'.join(spot)}是即办件，不适用容缺受理。" if spot else None


def _gaps_cover(attempt: On[c.AcceptWithGaps]) -> str | None:
    left = set(attempt.state.outstanding) - {each.material for each in attempt.command.gaps}
    return f"{'、'.join(sorted(left))}尚未补正，也不在容缺之列。" if left else None


def _gap_promised(attempt: On[c.AcceptWithGaps]) -> str | None:
    command = attempt.command
    if not command.chosen_by_applicant or not command.promise.strip():
        return "容缺受理由申请人自愿选择，并须有书面的补齐承诺。"
    return None


def _gap_limit(attempt: On[c.AcceptWithGaps]) -> str | None:
    days = attempt.state.promise_days
    if not days:
        return None
    start = local_day(attempt.command.at)
    last = due_on(TimeLimit(length=days), start, attempt.context.calendar).on
    late = [each for each in attempt.command.gaps if each.supply_by > last or each.supply_by <= start]
    return f"补交期限不得超过承诺办结期限（{last.isoformat()}）。" if late else None


def _credit_good(attempt: On[c.AcceptWithGaps]) -> str | None:
    credit = attempt.command.credit
    if credit.asked_on != local_day(attempt.command.at):
        return "信用查询须在受理当日进行。请重新查询。"
    return "申请人存在尚未修复的严重失信记录，不适用容缺受理。" if credit.dishonest else None


def _silence_over(attempt: Standing) -> str | None:
    over = local_day(attempt.command.at) > last_day_to_tell(attempt.state, attempt.context.calendar)
    return None if over else "五个工作日尚未届满。"


def _gap_open(attempt: On[c.SupplyGap]) -> str | None:
    left = {each.material for each in attempt.state.gaps if each.supplied_on is None}
    asked = attempt.command.materials
    return "只能补交容缺受理通知书列明且尚未补交的材料。" if not asked or set(asked) - left else None


def _says_where(attempt: On[c.Reject]) -> str | None:
    command = attempt.command
    if not command.reason.strip() or not command.basis:
        return "不予受理须说明理由和依据。"
    if command.cause is c.RejectCause.NOT_COMPETENT and not command.competent_body.strip():
        return "不属于本机关职权的，须告知申请人向有权机关申请。"
    return command.remedies.lacks


def _correction_over(attempt: Standing) -> str | None:
    notice = attempt.state.notice
    over = notice is not None and local_day(attempt.command.at) > notice.supply_by
    return None if over else "补正期限尚未届满。"


def _known_child(attempt: On[c.ChildBegan | c.ChildClosed]) -> str | None:
    child = attempt.state.child(attempt.command.item)
    if child is None:
        return "本件没有这个事项。"
    return "该事项已经办结。" if child.outcome else None


def _ready_to_deliver(attempt: On[c.Deliver]) -> str | None:
    for item in attempt.command.items:
        child = attempt.state.child(item)
        if child is None or not child.is_decided:
            return "只能送达已经作出决定的事项结果。"
        if child.delivered:
            return f"{child.name}的结果已经送达。"
    return None if attempt.command.items else "请选择要送达的结果。"


def _something_to_deliver(attempt: Standing) -> str | None:
    waiting = any(each.awaits_delivery for each in attempt.state.items)
    return None if waiting else "没有待送达的结果。"


def _handover_complete(attempt: On[c.Deliver]) -> str | None:
    return attempt.command.handover.lacks


def _rated_once(attempt: On[c.Rate]) -> str | None:
    command = attempt.command
    turns = {each.turn for each in attempt.state.ratings if each.occasion is command.occasion}
    if command.turn in turns:
        return "本次服务已经评价过，一次服务只评价一次。"
    return "追评须在首次评价之后。" if command.turn == 2 and 1 not in turns else None


def _occasion_happened(attempt: On[c.Rate]) -> str | None:
    state = attempt.state
    happened = {
        Occasion.RECEIPT: state.received_on is not None,
        Occasion.CORRECTION: state.notice is not None,
        Occasion.COLLECTION: any(each.delivered for each in state.items),
        Occasion.ONLINE: state.status not in (ChainStatus.SUBMITTED, ChainStatus.RECEIVED),
    }
    return None if happened[attempt.command.occasion] else f"尚未发生“{attempt.command.occasion.value}”服务，不能评价。"


def _not_barred(attempt: On[c.Accept | c.AcceptWithGaps]) -> str | None:
    today = local_day(attempt.command.at)
    barred = [f"{each.name}（至{each.until.isoformat()}）" for each in attempt.command.barred if each.until >= today]
    return f"申请人在法定期限内不得再次申请{'、'.join(barred)}。应当不予受理。" if barred else None


OWN = Guard("own_application", "本人或其代理人", _own_application)
LEAD = Guard("lead_authority", "牵头部门的窗口", _lead_authority)
HAS_ITEMS = Guard("has_items", "至少一个事项", _has_items, on_command=True)
FOR_ONESELF = Guard("for_oneself", "为本人或授权人提交", _for_oneself, on_command=True)
RECEIVED_AT_ONCE = Guard("received_at_once", "收件日为提交当日，至迟次一工作日", _received_at_once, on_command=True)
NOT_NOTIFIED = Guard("not_notified_before", "此前没有告知过", _not_notified)
IN_TIME = Guard("within_five_working_days", "收件后五个工作日内", _in_time, on_command=True)
ALL_SAID = Guard("everything_said", "一次说全，并确认无遗漏", _everything_said, on_command=True)
TIME_TO_CORRECT = Guard("time_to_correct", "留有补正时间", _time_to_correct, on_command=True)
ASKED = Guard("was_asked", "是告知书要求且未补的", _was_asked, on_command=True)
IN_NOTICE = Guard("was_in_notice", "限于告知书已列内容，并说明理由", _was_in_notice, on_command=True)
SUPPLEMENT_FRESH = Guard("supplement_fresh", "补齐后五个工作日内", _supplement_fresh, on_command=True)
GAPS_TOLERABLE = Guard("gaps_tolerable", "暂缺材料都在可容缺清单内", _gaps_tolerable, on_command=True)
GAPS_PROMISED = Guard("gaps_not_on_the_spot", "不涉及即办件", _gaps_of_promised_items, on_command=True)
GAPS_COVER = Guard("gaps_cover_the_rest", "其余材料齐全", _gaps_cover, on_command=True)
GAP_PROMISE = Guard("gap_promised", "申请人自愿并书面承诺", _gap_promised, on_command=True)
GAP_LIMIT = Guard("gap_limit", "补交期限不超过承诺期限", _gap_limit, on_command=True)
CREDIT = Guard("credit_good", "当日信用查询无未修复严重失信", _credit_good, on_command=True)
SILENCE_OVER = Guard("silence_over", "五个工作日已过", _silence_over, on_command=True)
GAP_OPEN = Guard("gap_open", "是暂缺且未补的材料", _gap_open, on_command=True)
REASONED = Guard("reasoned_rejection", "理由、依据、有权机关与救济齐备", _says_where, on_command=True)
CORRECTION_OVER = Guard("correction_over", "补正期限已过", _correction_over, on_command=True)
KNOWN_CHILD = Guard("known_child", "是本件未办结的事项", _known_child, on_command=True)
TO_DELIVER = Guard("something_to_deliver", "有待送达的结果", _something_to_deliver)
DELIVERABLE = Guard("deliverable", "结果已决定且未送达", _ready_to_deliver, on_command=True)
HANDOVER = Guard("handover_complete", "身份核对、委托或运单齐备", _handover_complete, on_command=True)
RATED_ONCE = Guard("rated_once", "一次服务一次评价", _rated_once, on_command=True)
OCCASION = Guard("occasion_happened", "该次服务已发生", _occasion_happened, on_command=True)
NOT_BARRED = Guard("not_barred", "申请人不在一年或者三年的禁期内", _not_barred, on_command=True)
