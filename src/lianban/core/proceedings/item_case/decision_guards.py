"""What must hold before a decision, a certificate or a delivery."""

from typing import Any

from lianban.core.proceedings.events import Role
from lianban.core.proceedings.item_case.base import Standing
from lianban.core.proceedings.item_case.state import ItemStatus
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.procedure import Guard


def _reviewed(attempt: Standing) -> str | None:
    state = attempt.state
    if state.on_the_spot or attempt.actor.role is Role.SYSTEM:
        return None
    if not state.opinions:
        return "尚无审查意见。请先完成审查。"
    return None if state.opinions[-1].passed else "最近一次审查退回了本件。请重新审查。"


def _consulted(attempt: Standing) -> str | None:
    waiting = [each.authority for each in attempt.state.consultations if each.answer is None]
    return f"{'、'.join(waiting)}的意见尚未答复，沉默不视为同意。请催办或结束征询。" if waiting else None


def _signed(attempt: Standing) -> str | None:
    if attempt.actor.role is Role.SYSTEM:
        return None
    others = [each for each in attempt.state.signatures if not each.people & attempt.actor.people]
    missing = attempt.state.signatures_needed - 1 - len(others)
    return f"还需要其他人员会签{missing}人。" if missing > 0 else None


def _heard(attempt: Any) -> str | None:
    hearing = attempt.state.hearing
    if hearing is None:
        return "本事项依法应当听证。请先告知听证权利。" if attempt.state.hearing_required else None
    if hearing.is_due:
        return "听证尚未举行，不得作出决定。"
    command = attempt.command
    early = not hearing.held_on and not hearing.waived and local_day(command.at) <= hearing.request_by
    return f"申请听证的期限（{hearing.request_by.isoformat()}）尚未届满。" if early else None


def _parties_heard(attempt: Any) -> str | None:
    today = local_day(attempt.command.at)
    waiting = any(not each.statement and today <= each.respond_by for each in attempt.state.parties)
    return "利害关系人陈述和申辩的时间尚未届满。" if waiting else None


def _on_record(attempt: Any) -> str | None:
    hearing = attempt.state.hearing
    held = hearing is not None and hearing.held_on is not None
    return "举行听证的，应当根据听证笔录作出决定。" if held and not attempt.command.on_record else None


def _no_gaps(attempt: Standing) -> str | None:
    names = "、".join(each.name for each in attempt.state.open_gaps)
    return f"容缺材料{names}尚未补齐，不能作出准予决定。" if names else None


def _promises_hold(attempt: Standing) -> str | None:
    broken = any(each.fulfilled is False for each in attempt.state.commitments)
    return "核查发现承诺不实，不能准予。请终止办理或不予许可。" if broken else None


def _automatic(attempt: Any) -> str | None:
    if attempt.actor.role is not Role.SYSTEM:
        return None
    state, version = attempt.state, attempt.command.rule_version
    if not state.automatic or not version:
        return "只有列入秒批清单并注明规则版本的事项，才能由系统自动准予。"
    check = state.rule_check
    if check is None or check.failed or check.version != version:
        return "秒批规则没有全部成立，由审批人员办理。"
    return None


def _reasoned(attempt: Any) -> str | None:
    command = attempt.command
    if not command.reasons.strip() or not command.basis:
        return "不予许可应当说明理由和依据。"
    if command.remedies.is_complete:
        return None
    return "不予许可应当告知申请行政复议或者提起行政诉讼的权利、机关和期限。"


def _numbered(attempt: Any) -> str | None:
    return None if attempt.command.certificate.strip() else "制证须有证照编号。"


def _certificate_ready(attempt: Standing) -> str | None:
    waits = attempt.state.status is ItemStatus.GRANTED and attempt.state.certificate_expected
    return "证照尚未制作。请先制证。" if waits else None


def _handover(attempt: Any) -> str | None:
    lacks: str | None = attempt.command.handover.lacks
    return lacks


REVIEWED = Guard("reviewed", "已审查通过（即办件除外）", _reviewed)
CONSULTED = Guard("consulted", "征询意见均已答复", _consulted)
SIGNED = Guard("signed", "会签人数已足，且与决定人不同", _signed)
HEARD = Guard("heard", "听证已举行、已放弃或期满未申请", _heard, on_command=True)
PARTIES_HEARD = Guard("parties_heard", "利害关系人已陈述或期满", _parties_heard, on_command=True)
ON_RECORD = Guard("on_record", "举行听证的，依据笔录决定", _on_record, on_command=True)
NO_GAPS = Guard("no_gaps", "容缺材料已补齐", _no_gaps)
PROMISES_HOLD = Guard("promises_hold", "没有查实的虚假承诺", _promises_hold)
AUTOMATIC = Guard("automatic_by_rule", "系统准予须列入秒批清单，同一版本的规则全部成立", _automatic, on_command=True)
REASONED = Guard("reasoned_refusal", "理由、依据、救济途径齐备", _reasoned, on_command=True)
NUMBERED = Guard("numbered", "有证照编号", _numbered, on_command=True)
CERTIFICATE_READY = Guard("certificate_ready", "需要证照的已经制证", _certificate_ready)
HANDOVER = Guard("handover_complete", "身份核对、委托或运单齐备", _handover, on_command=True)
