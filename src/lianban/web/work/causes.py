"""The cases of the law that an act must name, to choose from."""

from enum import Enum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lianban.web.components.fields import Choice

CASES = (
    gettext_noop("依法不需要取得行政许可"), gettext_noop("不属于本机关职权范围"),
    gettext_noop("法定期限内不得再次申请"), gettext_noop("容缺材料逾期未补齐"), gettext_noop("承诺不实"),
    gettext_noop("申请人死亡或者终止"),
    gettext_noop("审查无法继续"), gettext_noop("有效期届满未延续"), gettext_noop("公民死亡或者丧失行为能力"),
    gettext_noop("法人或者其他组织依法终止"), gettext_noop("许可依法被撤销、撤回或者证件被吊销"),
    gettext_noop("因不可抗力无法实施"), gettext_noop("法律、法规规定的其他情形"),
    gettext_noop("滥用职权、玩忽职守作出"), gettext_noop("超越法定职权作出"), gettext_noop("违反法定程序作出"),
    gettext_noop("对不具备资格或者不符合条件的申请人准予"), gettext_noop("以欺骗、贿赂等不正当手段取得"),
    gettext_noop("依法可以撤销的其他情形"),
)  # fmt: skip
"""Their words (RejectCause, TerminateCause, DeregistrationGround, RevocationGround), for whoever reads English."""


def causes(kinds: type[Enum]) -> tuple[Choice, ...]:
    """Return every case as a choice with its number key."""
    return tuple(Choice(each.name, _(each.value), key=str(place)) for place, each in enumerate(kinds, 1))
