"""The procedure of an application as a table."""

from lianban.core.proceedings import articles as law
from lianban.core.proceedings import erasing
from lianban.core.proceedings.chain_case import (
    at_counter,
    beyond,
    happenings,
    joint,
    keeping,
    moving,
    on_the_spot,
    redating,
    together,
)
from lianban.core.proceedings.chain_case import decisions as d
from lianban.core.proceedings.chain_case import guards as g
from lianban.core.proceedings.chain_case.state import ChainStatus as S
from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.events import Role
from lianban.core.proceedings.procedure import NEW, ClockEffect, Happening, Procedure, Rule

STATUSES: dict[str, tuple[str, str]] = {
    NEW: ("未申报", "Not submitted"),
    S.SUBMITTED: ("已申报", "Submitted"),
    S.RECEIVED: ("已收件", "Received"),
    S.CORRECTING: ("待补正", "To be corrected"),
    S.ACCEPTED: ("已受理", "Accepted"),
    S.REJECTED: ("不予受理", "Not accepted"),
    S.LAPSED: ("补正不来办结", "Closed, not corrected"),
    S.WITHDRAWN: ("已撤回", "Withdrawn"),
    S.CLOSED: ("已办结", "Closed"),
}

_INTAKE = (
    Rule(
        "submit", "申报", "Submit", (NEW,), (Role.APPLICANT, Role.CLERK), d.submit,
        guards=(g.HAS_ITEMS, g.FOR_ONESELF, at_counter.CONFIRMED), basis=(law.ART_29, law.ART_31),
        leads_to=(S.SUBMITTED,),
    ),
    Rule(
        "receive", "收件", "Receive", (S.SUBMITTED,), (Role.CLERK, Role.SYSTEM), d.receive,
        guards=(g.LEAD, g.RECEIVED_AT_ONCE), clock=ClockEffect.NONE, document=DocumentKind.RECEIPT,
        basis=(law.ART_26, law.ART_32), leads_to=(S.RECEIVED,),
        silence="不收件不影响期限：自提交之日起满五个工作日，视为受理",
    ),
    Rule(
        "notify_once", "一次性告知补正", "Tell once what to correct", (S.RECEIVED,), (Role.CLERK,), d.notify_once,
        guards=(g.LEAD, g.NOT_NOTIFIED, g.IN_TIME, g.ALL_SAID, beyond.WITHIN, g.TIME_TO_CORRECT),
        document=DocumentKind.CORRECTION, basis=(law.ART_32,), leads_to=(S.CORRECTING,),
        silence="收件后五个工作日内未告知的，自收到申请材料之日起即为受理",
    ),
    Rule(
        "supplement", "补正", "Supplement", (S.CORRECTING,), (Role.APPLICANT, Role.CLERK), d.supplement,
        guards=(g.OWN, g.ASKED), basis=(law.ART_32,), leads_to=(S.CORRECTING, S.RECEIVED),
        silence="逾期未补正的，可以办理补正不来办结",
    ),
    Rule(
        "return_supplement", "退回补正", "Return a supplement", (S.CORRECTING, S.RECEIVED), (Role.CLERK,),
        d.return_supplement, guards=(g.LEAD, g.SUPPLEMENT_FRESH, g.IN_NOTICE), basis=(law.ART_32,),
        leads_to=(S.CORRECTING,), silence="补齐后五个工作日内未退回也未受理的，自补齐之日起即为受理",
    ),
    Rule(
        "replan", "调整方案", "Change the plan", (S.SUBMITTED, S.RECEIVED, S.CORRECTING), (Role.CLERK, Role.SYSTEM),
        d.replan, guards=(g.LEAD, g.HAS_ITEMS), basis=(law.ART_32,),
    ),
)  # fmt: skip

_ACCEPTANCE = (
    Rule(
        "accept", "受理", "Accept", (S.RECEIVED,), (Role.CLERK, Role.SYSTEM), d.accept,
        guards=(g.LEAD, g.NOT_BARRED), clock=ClockEffect.STARTS, document=DocumentKind.ACCEPTANCE,
        basis=(law.ART_26, law.ART_32, law.ART_78, law.ART_79), leads_to=(S.ACCEPTED,),
        silence="五个工作日内未告知补正也未受理的，自收到申请材料之日起即为受理",
    ),
    Rule(
        "accept_with_gaps", "容缺受理", "Accept with gaps", (S.RECEIVED, S.CORRECTING), (Role.CLERK,),
        d.accept_with_gaps,
        guards=(
            g.LEAD, g.NOT_BARRED, g.GAPS_TOLERABLE, g.GAPS_PROMISED, g.GAPS_COVER, g.GAP_PROMISE, g.CREDIT, g.GAP_LIMIT,
        ),
        clock=ClockEffect.STARTS, document=DocumentKind.GAP_ACCEPTANCE, basis=(law.GAP_RULES,),
        leads_to=(S.ACCEPTED,), silence="不选择容缺的，按一般方式办理",
    ),
    Rule(
        "deem_accepted", "视为受理", "Deem accepted", (S.SUBMITTED, S.RECEIVED), (Role.SYSTEM,), d.deem_accepted,
        guards=(g.SILENCE_OVER,), clock=ClockEffect.STARTS, basis=(law.ART_32,), leads_to=(S.ACCEPTED,),
        silence="由系统在期满后的第一日办理；受理日期为收到申请材料之日",
    ),
    Rule(
        "reject", "不予受理", "Reject", (S.SUBMITTED, S.RECEIVED), (Role.CLERK,), d.reject,
        guards=(g.LEAD, g.IN_TIME, g.REASONED), document=DocumentKind.NON_ACCEPTANCE,
        basis=(law.ART_32, law.ART_38), leads_to=(S.REJECTED,),
    ),
    Rule(
        "supply_gap", "补齐容缺材料", "Supply an outstanding material", (S.ACCEPTED,), (Role.APPLICANT, Role.CLERK),
        d.supply_gap, guards=(g.OWN, g.GAP_OPEN), basis=(law.GAP_RULES,),
        silence="逾期未补齐的，相关事项终止办理",
    ),
)  # fmt: skip

_ENDING = (
    Rule(
        "lapse", "补正不来办结", "Close, not corrected", (S.CORRECTING,), (Role.CLERK, Role.SYSTEM), d.lapse,
        guards=(g.CORRECTION_OVER,), document=DocumentKind.TERMINATION, basis=(law.ART_32,), leads_to=(S.LAPSED,),
    ),
    Rule(
        "withdraw", "撤回申请", "Withdraw", (S.SUBMITTED, S.RECEIVED, S.CORRECTING, S.ACCEPTED),
        (Role.APPLICANT, Role.CLERK), d.withdraw, guards=(g.OWN,), clock=ClockEffect.ENDS,
        document=DocumentKind.WITHDRAWAL, basis=(law.ART_29,), leads_to=(S.WITHDRAWN,),
    ),
    Rule(
        "child_began", "事项开始办理", "An item begins", (S.ACCEPTED,), (Role.SYSTEM,), d.child_began,
        guards=(g.KNOWN_CHILD,), basis=(law.ART_26,),
    ),
    Rule(
        "child_closed", "事项办结", "An item ends", (S.ACCEPTED,), (Role.SYSTEM,), d.child_closed,
        guards=(g.KNOWN_CHILD,), clock=ClockEffect.ENDS, basis=(law.ART_26, law.ART_38),
        leads_to=(S.ACCEPTED, S.CLOSED), silence="最后一个事项办结时，本件办结",
    ),
    Rule(
        "deliver", "送达", "Deliver", (S.ACCEPTED, S.WITHDRAWN, S.CLOSED), (Role.ISSUER, Role.CLERK, Role.SYSTEM),
        d.deliver,
        guards=(g.TO_DELIVER, g.DELIVERABLE, g.HANDOVER), document=DocumentKind.DELIVERY,
        basis=(law.ART_26, law.ART_44), silence="自决定之日起十个工作日内未送达的，发出预警",
    ),
    Rule(
        "rate", "评价", "Rate", (S.RECEIVED, S.CORRECTING, S.ACCEPTED, S.REJECTED, S.CLOSED, S.LAPSED, S.WITHDRAWN),
        (Role.APPLICANT,), d.rate, guards=(g.OWN, g.OCCASION, g.RATED_ONCE), basis=(law.RATING_RULES,),
        silence="期满未评价的，不计入主动评价",
    ),
)  # fmt: skip

PROCEDURE = Procedure(
    "chain_case",
    "一件事申请",
    "Application for one thing",
    STATUSES,
    (
        *_INTAKE,
        *on_the_spot.RULES,
        *_ACCEPTANCE,
        *joint.RULES,
        *together.RULES,
        *moving.RULES,
        *redating.RULES,
        *_ENDING,
        *keeping.RULES,
        erasing.rule(STATUSES),
    ),
)
"""The table: state, action, role, guards, clock, document, article, next state, silence."""

HAPPENINGS: tuple[type[Happening], ...] = (
    *happenings.HAPPENINGS,
    *on_the_spot.HAPPENINGS,
    *joint.HAPPENINGS,
    *together.HAPPENINGS,
    *moving.HAPPENINGS,
    *redating.HAPPENINGS,
    *beyond.HAPPENINGS,
    *keeping.HAPPENINGS,
    erasing.WordsErased,
)
"""Everything that can have happened to an application."""
