"""Under which event of a life or a business people look for a 一件事, and with which picture."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

PERSON, BUSINESS = "person", "business"
AUDIENCES = {PERSON: (_("个人"), "user-round"), BUSINESS: (_("企业"), "building-2")}
ON_THE_HOME_PAGE = ("kaiban-canyindian", "xinshenger", "qiye-kaiban", "yaopin-lingshou", "tuixiu", "gongjijin-tiqu")
"""Chains whose figures stand on the home page, the most asked for first."""

HOT_WORDS = (gettext_noop("开饭店"), gettext_noop("新生儿落户"), gettext_noop("公积金提取"), gettext_noop("退休"))


@dataclass(frozen=True, slots=True)
class Stage:
    """One tile. name: what happens in a life; note: what is done then."""

    audience: str
    name: Promise
    icon: str
    note: Promise


STAGES: dict[str, Stage] = {
    "xinshenger": Stage(PERSON, _("生孩子"), "baby", _("出生证、落户、医保、社保卡")),
    "jiaoyu-ruxue": Stage(PERSON, _("孩子上学"), "school", _("报名、核验不用跑学校")),
    "biyesheng-jiuye": Stage(PERSON, _("毕业找工作"), "graduation-cap", _("报到、档案、落户、补贴")),
    "linghuo-jiuye": Stage(PERSON, _("灵活就业"), "briefcase", _("参保、登记、补贴一起办")),
    "gongjijin-tiqu": Stage(PERSON, _("公积金"), "wallet", _("提取、缴存、贷款")),
    "tuixiu": Stage(PERSON, _("退休"), "sprout", _("养老金、医保、公积金")),
    "canjiren-fuwu": Stage(PERSON, _("残疾人服务"), "accessibility", _("残疾人证、补贴、就业")),
    "qiye-kaiban": Stage(BUSINESS, _("开公司"), "building-2", _("执照、公章、社保、银行开户")),
    "kaiban-canyindian": Stage(BUSINESS, _("开餐饮店"), "utensils", _("饭店、小吃、奶茶、咖啡")),
    "kaiban-binguan": Stage(BUSINESS, _("开宾馆"), "hotel", _("酒店、民宿")),
    "yaopin-lingshou": Stage(BUSINESS, _("开药店"), "pill", _("药品、医疗器械零售")),
    "shequ-menzhen": Stage(BUSINESS, _("开诊所"), "stethoscope", _("社区门诊、中医诊所")),
    "youeryuan-sheli": Stage(BUSINESS, _("办幼儿园"), "school", _("设立、登记、消防、卫生")),
    "shuidianqi-baozhuang": Stage(BUSINESS, _("水电气热网"), "hammer", _("五样一次报装")),
    "qiye-xinxi-biangeng": Stage(BUSINESS, _("企业变更"), "refresh-cw", _("名称、地址、法定代表人")),
}
