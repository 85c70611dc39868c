"""The parts of the one form, in the order in which a person thinks of them."""

from collections.abc import Sequence
from typing import NamedTuple

from lianban.core.items.model import ServiceItem


class Title(NamedTuple):
    """What a section is called."""

    zh: str
    en: str


PEOPLE_FIRST = {
    "applicant": Title("申请人", "Applicant"),
    "child": Title("孩子", "Child"),
    "mother": Title("母亲", "Mother"),
    "father": Title("父亲", "Father"),
    "guardian": Title("监护人", "Guardian"),
    "spouse": Title("配偶", "Spouse"),
    "household": Title("户口", "Household"),
    "hukou": Title("落户", "Household registration"),
    "residence": Title("居住证", "Residence permit"),
    "entity": Title("单位基本情况", "The business or organisation"),
    "change": Title("变更内容", "What changes"),
    "project": Title("建设项目", "Building project"),
    "sponsor": Title("举办者", "Founder"),
    "legal_rep": Title("法定代表人（负责人）", "Legal representative"),
    "shareholders": Title("股东（出资人）", "Shareholders"),
    "officers": Title("主要人员", "Directors and officers"),
    "finance": Title("财务负责人", "Person in charge of finance"),
    "liaison": Title("联络员", "Liaison"),
    "employees": Title("从业人员", "Employees"),
    "staff": Title("工作人员", "Staff"),
    "premises": Title("经营场所", "Premises"),
    "warehouse": Title("仓库", "Warehouse"),
    "house": Title("房屋", "Home"),
    "rent": Title("租房", "Rented home"),
}
BUSINESS = {
    "food": Title("食品经营", "Food business"),
    "canteen": Title("食堂", "Canteen"),
    "sign": Title("门头招牌", "Shop sign"),
    "fire": Title("消防安全", "Fire safety"),
    "tobacco": Title("烟草零售", "Tobacco retail"),
    "drain": Title("排水", "Drainage"),
    "hygiene": Title("公共卫生", "Public hygiene"),
    "env": Title("环境保护", "Environment"),
    "med": Title("诊疗", "Medical care"),
    "rad": Title("放射诊疗", "Radiology"),
    "drug": Title("药品经营", "Pharmacy"),
    "dev": Title("医疗器械", "Medical devices"),
    "hotel": Title("旅馆", "Hotel"),
    "sport": Title("体育项目", "Sports"),
    "kg": Title("办园情况", "Kindergarten"),
    "school": Title("入学", "School"),
    "equip": Title("设备设施", "Equipment"),
    "util": Title("水电气热网", "Utilities"),
    "dig": Title("道路挖掘", "Road works"),
    "seal": Title("印章", "Seals"),
    "tax": Title("税务", "Tax"),
    "gjj": Title("住房公积金", "Housing fund"),
    "loan": Title("贷款", "Loan"),
    "ss": Title("社会保险", "Social insurance"),
    "mi": Title("医疗保险", "Medical insurance"),
    "emp": Title("就业", "Employment"),
    "labor": Title("劳动关系", "Employment relationship"),
    "grad": Title("毕业生", "Graduate"),
    "archive": Title("档案", "Personal file"),
    "ret": Title("退休", "Retirement"),
    "retire": Title("退休日期", "Date of retirement"),
    "dis": Title("残疾人服务", "Disability services"),
}
LAST = {
    "card": Title("领卡", "Card"),
    "bank": Title("银行账户", "Bank account"),
    "contact": Title("联系人", "Contact"),
    "agent": Title("委托代理人", "Agent"),
}
TITLES = PEOPLE_FIRST | BUSINESS | LAST
UNTITLED = Title("其他信息", "Other information")
_OWN = len(PEOPLE_FIRST) + len(BUSINESS)
_RANKS = {role: rank + (rank >= _OWN) for rank, role in enumerate(TITLES)}


def rank_of(role: str) -> int:
    """Return where a role's section stands: people and the thing itself, premises, each business, then contacts."""
    return _RANKS.get(role, _OWN)


def place_of(element: str, items: Sequence[ServiceItem]) -> tuple[str, Title]:
    """Return the key and title of the section that a field stands in.

    element: the fact it asks for, if it names one. items: who needs it; a fact of a strange role, or of none, stands
    with its only item, else with the rest.
    """
    role = element.partition(".")[0]
    if title := TITLES.get(role):
        return role, title
    if not role or len({item.key for item in items}) == 1:
        return f"item.{items[0].key}", Title(items[0].name, items[0].name_en)
    return "other", UNTITLED


FACTS = (
    "has",
    "name", "name_backup", "uscc", "type", "gender", "birth_time", "birth_date", "nation", "id_type", "id_no", "phone",
    "email", "domicile", "addr", "postcode", "area",
)  # fmt: skip
_FACT_RANKS = {fact: rank for rank, fact in enumerate(FACTS)}


def rank_of_fact(fact: str) -> int:
    """Return where a fact stands in its section: what it is called, what identifies it, how to reach it, the rest."""
    return _FACT_RANKS.get(fact, len(FACTS))
