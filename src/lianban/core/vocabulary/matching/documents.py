"""Which document a name means: families of names that departments use for one document."""

import re
from collections.abc import Sequence

from lianban.core.vocabulary.matching.asked import Asked
from lianban.core.vocabulary.matching.fields import Reading
from lianban.core.vocabulary.matching.wording import in_brackets, outside_brackets

_TRAILS = re.compile(r"(原件|复印件|影印件|扫描件|电子版|正、?副本|副本|正本|一份|(?<=[照证])信息)+$")
_LEADS = re.compile(r"^(变更[前后]的?|(申请人)?本人的?|新任|拟任|企业(?=营业执照)|有效(的|期内的?)?|加盖公章的)+")

_APPLICATION = re.compile(
    r"(申请|登记|备案|申报|采集|审批|审核|注册|报名|信息|申领|变更|业务|核定|签发|调查)*(申请书|申请表|登记表|备案表|申报表|采集表|"
    r"登记单|审核表|审批表|注册书|信息表|登记书|报名表|申请单|信息采集表|申领表|业务表)$"
)
_BINDING = re.compile(r"承诺|保证书|声明|责任书|告知书|(?<!租赁)协议书?$|授权书(?<!委托授权书)$")
_CARD = r"(居民)?身份证(明|件)?|身份类?证明|自然人身份证明|主体资格文件或自然人"
_FAMILIES: tuple[tuple[str, str], ...] = (
    ("agent_auth", r"授权委托书|委托授权书|委托书"),
    ("health_cert", r"(从业|工作|餐饮|卫生)?人员.{0,12}(健康(体检|检查)?(合格)?证明?|体检)|健康证"),
    (
        "staff_qualification",
        r"(技术|专业技术|医护|工作|救助)?人员.{0,18}(资格|执业)(证|证书|证件|证明)|"
        r"执业药师.{0,12}资格证书.*(注册|聘|劳动合同)",
    ),
    ("id", _CARD),
    ("licence_or_status", r"营业执照|法人资质证明|主体资格(证明|合法)?(文件|证明)?|开业证明"),
    ("household_book", r"户口簿|户口本"),
    ("birth_certificate", r"出生医学证明|出生证明?$"),
    ("marriage_certificate", r"结婚证|婚姻(信息|证明|登记证)"),
    ("disability_certificate", r"残疾人证$"),
    ("diploma", r"毕业证书?|学历证书"),
    ("retirement_proof", r"退休(证明|信息|证)"),
    ("bank_account", r"(银行卡|借记卡|银行账户|存折|储蓄卡)"),
    ("social_card", r"社会?保障?卡|社保卡"),
    ("photo", r"(免冠|[一二两12]寸|电子|彩色|标准|近期|登记)照片?|^照片|相片|证件照"),
    ("information_system", r"(信息|信息管理|计算机)系统"),
    ("charter", r"章程"),
    ("equipment_list", r"(设备|设施|器械|装置).{0,6}(清单|目录|明细表|一览表)"),
    ("fire_layout", r"消防设施平面图"),
    ("site_plan", r"总平面(布置)?图|规划图"),
    ("floor_plan", r"平面(布置|布局|位置|设计|示意)*图|(场所|房屋|房间|店面)布局图"),
    ("sale_contract", r"(买卖|购房|销售)合同"),
    (
        "premises_right",
        r"(住所|场所|经营场所|场地|房屋|房产|物业|用房|建筑物|地址|不动产|园舍|校舍).{0,16}(相关文件|相关证明|产权(证明|证件)|权属证明|使用(权)?证明|使用权|"
        r"所有权(?!证(?!明))|物权证明|使用证明|合法使用)|产权证明或租赁",
    ),
    ("property_certificate", r"不动产权证书?|房屋所有权证|房产证|产权证(?!明)"),
    ("tenancy", r"租赁(使用)?(合同|协议)"),
    ("labour_contract", r"劳动合同|劳务合同|聘用合同"),
    ("capital_verification", r"验资(报告|证明)"),
    ("personal_file", r"个人档案|人事档案"),
    ("medical_record", r"病历"),
    ("social_payment", r"(社会保险|社保)费?缴费(凭证|记录|发票|证明)"),
    ("appointment", r"任职文件|任免(文件|职文件)|理事、?监事名单"),
    ("prior_approval", r"批准文件"),
    ("fire_acceptance", r"消防验收(合格|备案)"),
    ("death_certificate", r"死亡(医学)?(证明|推断)|死亡医学证明"),
    ("kinship_proof", r"(亲属|家庭|与.{1,6})关系证明"),
    ("asset_proof", r"资产.{0,12}有效证明文件"),
)
_FAMILY_PATTERNS = tuple((family, re.compile(pattern)) for family, pattern in _FAMILIES)
_HOLDERS: tuple[tuple[str, str], ...] = (
    ("shareholder", r"股东|发起人|合伙人|自然人身份证明"),
    ("family", r"家庭成员|亲属"),
    ("operator", r"经营者"),
    ("agent", r"代理人|代办人|经办人|领证人|代领人|受托人|被委托人"),
    ("co_owner", r"共有人"),
    ("guardian", r"监护人"),
    ("deceased", r"逝者|死者|死亡人员|被继承人"),
    ("parent", r"父母|夫妻|父亲|母亲|入户方"),
    ("legal_rep", r"法定代表人|负责人|法人|设置人"),
    ("sponsor", r"举办者|举办人|开办人|出资人"),
)
_HOLDER_PATTERNS = tuple((holder, re.compile(pattern)) for holder, pattern in _HOLDERS)
_EXPOSED = re.compile(r"放射|辐射|射线|同位素|职业病")
_OTHERWISE = {"shareholder": "person", "operator": "person", "staff": "person"}
_QUALIFIED = re.compile(r"(?<!法人)资格|学历|职称|执业证")
_APART_WHEN_EXPOSED = frozenset(["health_cert", "staff_qualification", "equipment_list"])
_MINOR = re.compile(r"新生儿|儿童|未成年|婴儿")
_BIRTH = re.compile(r"生育|分娩|产假|产前")
_OR = re.compile(r"(或者?|/)(者|其他)?[^、及和与]{0,4}$")
_LEADING = (
    ("agent_auth", frozenset(["agent_auth", "id"])),
    ("id", frozenset(["id", "appointment"])),
)
_ACCESSORY = {
    "agent_auth": frozenset(["id"]),
    "id": frozenset(["appointment", "diploma", "staff_qualification"]),
    "floor_plan": frozenset(["premises_right", "site_plan"]),
    "staff_qualification": frozenset(["id", "labour_contract", "health_cert"]),
    "health_cert": frozenset(["staff_qualification"]),
    "premises_right": frozenset(["property_certificate", "tenancy"]),
    "charter": frozenset(["appointment"]),
    "diploma": frozenset(["personal_file"]),
    "medical_record": frozenset(["photo"]),
}


def read_materials(materials: Sequence[Asked]) -> tuple[Reading, ...]:
    """Return the reading of every material of one item, in the order given."""
    return tuple(map(_reading, materials))


def _reading(asked: Asked) -> Reading:
    name = _LEADS.sub("", outside_brackets(asked.name))
    name = _TRAILS.sub("", name) or name
    place = f"{asked.chain}/{asked.item}"
    if _APPLICATION.search(name):
        own = name if len(name) > len("登记申请书") - 1 else f"{name}@{place}"
        return _say(f"form:{own}", "申请表只与同名的表相同", head=False)
    families = _families(name)
    if _BINDING.search(name) and families[:1] != ["agent_auth"]:
        why = "承诺、声明、协议只属于这一个事项"
        return Reading(sense=f"binding:{name}@{place}", known_head=False, alone=True, firm=False, why=why)
    if not families:
        return _say(f"document:{name}", "按说法本身", head=False)
    return _of_families(families, name, asked)


def _of_families(families: list[str], name: str, asked: Asked) -> Reading:
    for leading, companions in _LEADING:
        if leading in families and set(families) <= companions:
            families = [leading]
    first, *others = families
    if set(others) - _ACCESSORY.get(first, frozenset()):
        return _say(f"bundle:{name}", "几样材料合写，不与其中一样合并", head=False)
    if first == "id":
        return _id(asked, name)
    sense = _in_context(first, asked)
    return _say(sense, f"属于“{sense}”一类材料", head=True)


def _in_context(family: str, asked: Asked) -> str:
    """Return what a family means here: what brackets add, and whether a business or a person hands it in."""
    inside = [part for text in in_brackets(asked.name) for part in re.split("[/、或]", text)]
    if family == "bank_account" and any("社" in part and "卡" in part for part in inside):
        return "social_card"
    if family == "licence_or_status" and "主体资格" in asked.name and inside and "营业执照" not in inside[0]:
        return "status_proof" if "许可" in inside[0] or "登记" in inside[0] else family
    if family in _APART_WHEN_EXPOSED and _EXPOSED.search(asked.name):
        return f"{family}:exposed"
    if family == "household_book" and _MINOR.search(asked.name):
        return f"{family}:child"
    if family in ("tenancy", "property_certificate") and asked.chain_served == "法人":
        return "premises_right"
    return family


def _families(name: str) -> list[str]:
    """Return the families that a name holds, as written; of alternatives (身份证或社保卡) the first counts."""
    found: dict[str, tuple[int, int]] = {}
    for family, pattern in _FAMILY_PATTERNS:
        match = pattern.search(name)
        if match and not any(start < match.end() and match.start() < end for start, end in found.values()):
            found[family] = match.span()
    first = min((start for start, _ in found.values()), default=0)
    kept = [each for each in found if found[each][0] == first or not _OR.search(name[: found[each][0]])]
    return sorted(kept, key=lambda family: found[family])


def _id(asked: Asked, name: str) -> Reading:
    holder = next((holder for holder, pattern in _HOLDER_PATTERNS if pattern.search(name)), "person")
    if holder == "person" and asked.chain_served == "法人" and asked.served == "自然人":
        holder = "staff"
    if holder == "person" and name.startswith("申请人") and asked.chain_served == asked.served == "法人":
        holder = "legal_rep"
    if holder == "person" and _BIRTH.search(asked.item_name) and asked.served != "法人":
        holder = "parent"
    with_proof = "+qualification" if _QUALIFIED.search(name) else ""
    broader = f"id:{_OTHERWISE.get(holder, holder)}"
    sense = f"id:{holder}{with_proof}"
    return Reading(sense=sense, broader=broader, why=f"身份证件，持有人是 {holder}")


def _say(sense: str, why: str, *, head: bool) -> Reading:
    return Reading(sense=sense, known_head=head, firm=head, why=why)
