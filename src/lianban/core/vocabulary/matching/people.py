"""Whose fact a name says it is: the words departments use for the people around a case."""

import re

UNNAMED = ""
ENTITY = "entity"
STAFF = "staff"
APPLICANT = "applicant"
CHILD = "child"
CONTACT = "contact"
LEGAL_REP = "legal_rep"
GUARDIAN = "guardian"

_WORDS: tuple[tuple[str, str], ...] = (
    ("finance", r"财务(负责人|主管|会计)"),
    ("tax_agent", r"办税(人员?|员)"),
    ("liaison", r"(登记|企业|工商)?联络员"),
    (
        LEGAL_REP,
        r"(变更[前后])?(法定代表人|法人代表|法人(?=姓名|身份|证件|手机|电话|$))((或者?|及|和)?"
        r"(主要|企业|单位)?负责人)?",
    ),
    (
        LEGAL_REP,
        r"(经营者|投资人|执行事务合伙人|业主)(?=姓名|住所|住址|身份|证件|居民|公民|性别|民族|手机|移动|电话|联系|$)",
    ),
    (LEGAL_REP, r"(单位|企业|机构)负责人|负责人"),
    ("head", r"主要负责人"),
    ("agent", r"(共同)?(委托)?(代理人|代办人)|被?委托人|受托人|领证人|代领人"),
    (CONTACT, r"(预约|业务|单位|项目|医保|社保|公积金)*(联系人|经办人员?|领取人|收件人|专管员)"),
    ("spouse", r"配偶|共同借款人|(丈夫|妻子)"),
    ("guardian1", r"(法定)?监护人(1|一|甲)"),
    ("guardian2", r"(法定)?监护人(2|二|乙)"),
    (GUARDIAN, r"(法定)?监护人|家长"),
    ("mother", r"(新生儿|孩子|学生)?(母亲|母方)|女方|产妇|孕产?妇|女职工"),
    ("father", r"(新生儿|孩子|学生)?(父亲|父方)|男方"),
    (CHILD, r"新生儿|婴儿|婴幼儿|儿童|幼儿(?!园)|学生|子女|孩子|未成年人"),
    ("household_head", r"(落户|入户)?户主"),
    ("sponsor", r"举办者|举办人|出资人|设置单位|设置人"),
    ("shareholder", r"股东|发起人"),
    ("holder", r"(房屋|不动产)?(产权人|权利人|所有权人)"),
    ("deceased", r"逝者|死者|死亡人员?|亡故人员?|被继承人"),
    ("heir", r"继承人"),
    ("lessor", r"出租人|出租方|房东"),
    ("insured", r"参保人员?"),
    (
        APPLICANT,
        r"(申请人|申领人|申报人|借款人|提取人|报到人)(本人)?|缴存职工|(职工|残疾人|老年?人)(?=姓名|身份|$)|"
        r"毕业生|本人(?!名下)",
    ),
)
_PATTERNS = tuple((role, re.compile(pattern)) for role, pattern in _WORDS)
_SOMEBODY = re.compile(
    r"(?P<who>[一-鿿]{1,6}(人|者|员|方|长|师|生|主))(?P<rest>姓名|(居民|公民)?身份证?.*|联系电话|手机号?码?)$"
)
_DUTY = re.compile(r"(?P<duty>[一-鿿]{2,8})(负责人|责任人|管理人员?|管理员|安全员|检查员|监督员)(?P<rest>姓名|)")
OWNERS = frozenset([LEGAL_REP, "head", "sponsor"])


def split(text: str) -> tuple[str, str]:
    """Return the role that a name begins with and the rest of the name; no role and all of it where there is none."""
    found = [(match.end(), role) for role, pattern in _PATTERNS if (match := pattern.match(text))]
    if found:
        length, role = max(found)
        return role, text[length:]
    if match := _DUTY.match(text):
        return f"duty:{match['duty']}{match[2]}", text[match.end() :] or match["rest"]
    if match := _SOMEBODY.match(text):
        return f"somebody:{match['who']}", match["rest"]
    return UNNAMED, text


_CHILDREN = re.compile(r"新生儿|出生|婴|儿童|幼儿|入学|学生|学前")


def speaks_of_children(*texts: str) -> bool:
    """Whether a chain, an item or a form is about a child."""
    return any(_CHILDREN.search(text) for text in texts)
