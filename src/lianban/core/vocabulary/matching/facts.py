"""Which fact a name asks for, once it is known whose: heads such as 身份证号码, 证件号码 and 公民身份号码 are one."""

import re

from lianban.core.vocabulary.matching.wording import bare

NAME = "name"
PHONE = "phone"
MOBILE = "mobile"
ID_NO = "id_no"

_PERSONAL: tuple[tuple[str, str], ...] = (
    (NAME, r"(名称)?(或|及|或者)?姓名|名字"),
    (ID_NO, r"(有效|居民|公民|本人)*(身份证件?|证件|身份)(号码?|编号)|社会保障号码?|社会保障卡?号码?|公民身份证?号码?"),
    ("id_type", r"(有效|居民|公民)*(身份证件?|证件|身份)(类型|类别|种类)"),
    (MOBILE, r"(移动|手机|本人手机)(电话)?(号码?)?"),
    (PHONE, r"(预约|业务)?(联系|固定|办公|单位)?(电话|方式)(号码?)?|联系电话(手机)?"),
    ("email", r"(电子)?(邮箱|邮件)(地址)?"),
    ("gender", r"性别"),
    ("ethnic", r"民族"),
    ("nation", r"国籍(民族)?"),
    ("education", r"学历|文化程度|受教育程度|最高学历"),
    ("political", r"政治面貌"),
    ("marital", r"婚姻(状况|情况|状态)"),
    ("age", r"年龄"),
    ("birth_on", r"(出生|分娩)(日期|时间|年月日?)"),
    ("death_on", r"死亡(日期|时间)"),
    ("birth_place", r"出生地点?"),
    ("hukou", r"(现|常住)?户(籍|口)(所在)?(地|地址|地住址|住址|所在地)+|户籍(详细)?地址"),
    ("live_at", r"(现|常|经常)?(居住|住)(地|址|地址|地住址|地详细地址)+|家庭(住址|地址)|常住地址|住所(?=$)"),
    ("mail_at", r"(通讯|通信|联系)地址"),
    ("deliver_at", r"(邮寄|收件|送达)地址"),
    ("position", r"职务"),
    ("employer", r"(所在|工作)单位(名称)?|用人单位(名称)?"),
    ("relation", r"与.{1,8}关系"),
)
_BUSINESS: tuple[tuple[str, str], ...] = (
    ("entity.uscc", r"(.{0,6})?(统一社会信用代码|社会信用代码)(证?号码?)?|注册号统一社会信用代码|营业执照(注册)?号码?"),
    (
        "entity.name",
        r"((申请|使用|用人|参保|缴存|执业|拟?办?)*(企业|公司|单位|机构|经营者|商户|个体工商户|市场主体|纳税人|用户|用电户|排水户|场所|店铺|"
        r"药店|药房|诊所|门诊部|医院|旅馆|宾馆|酒店|饭店|餐馆|餐饮|小餐饮|幼儿园|托幼机构|学校|培训机构|养老机构|医疗机构|社会组织|"
        r"民办非企业单位|业户|申请人|字号|执业机构|主体))?(字号)?名称|申请单位|建设单位|用人单位|商号",
    ),
    ("entity.workplace", r"工作单位(名称)?|执业(单位|机构|地点)(名称)?|所在单位(名称)?"),
    ("entity.domicile", r"(企业|公司|单位|机构|主要经营)?(住所|注册地址|登记住所)|单位(注册)?地址"),
    ("entity.postcode", r"邮政编码|邮编"),
    ("entity.capital", r"(注册|开办)(资本|资金)|资金数额|注册资本金|认缴资本总额"),
    ("entity.type", r"(公司|企业|市场主体|主体|单位|经济)类型"),
    (
        "employees.count",
        r"(从业|职工|教职工|员工|在职|机构)*(从业|职工|教职工|员工|机构总)(人员)?(总)?(人?数量?|总数)|(从业|工作)人员",
    ),
    ("premises.area", r"(经营|营业|办公|办学|使用|房屋|建筑|场所|园舍)(场所|总|用房)?(建筑|使用)?面积|面积"),
    (
        "premises.addr",
        r"(实际|生产|经营|营业|办公|办学|培训|服务|项目|工程|建设|设置|设备|场所|诊所|机构|食堂|药店|店铺|门店|旅馆|园|校|使用|用能|用电|"
        r"用水|用气|用热|安装|详细)*(场所|地址|地点|园址|校址)|选址|园址|校址|经营场所(地址|所在地)?",
    ),
    ("warehouse.addr", r"(仓库|库房|仓储)(场所)?(地址|地点)"),
    ("warehouse.area", r"(仓库|库房|仓储)(建筑|使用)?面积"),
    ("project.name", r"(建设)?(项目|工程)名称"),
    ("project.invest", r"(项目|工程)?(总投资|投资总额|投资)(额|概算)?"),
    (
        "bank.account",
        r"(.{0,8})?(开户银行及账号|银行(账户|账号|卡号|基本账户|储蓄卡账号)|收款账[号户]|储蓄银行卡号|"
        r"储蓄卡账号|借记卡号)",
    ),
    ("bank.social_card", r"(社会保障卡|社保卡)(银行)?(账号|账户|卡号)"),
    ("bank.name", r"(缴费|收款|扣款|养老金|待遇)?(开户|收款|发放)(银行|支行|行)(名称)?"),
)
_PERSONAL_PATTERNS = tuple((fact, re.compile(pattern)) for fact, pattern in _PERSONAL)
_BUSINESS_PATTERNS = tuple((fact, re.compile(pattern)) for fact, pattern in _BUSINESS)
_EMPTY_WORDS = re.compile(
    r"申请|许可|经营|项目|范围|类别|种类|类型|方式|形式|性质|服务|状态|期限|规格|内容|名称|编号|数量|数|其他|备注|"
    r"说明|事项"
)
_BINDING = re.compile(r"签字|签名|签章|盖章|承诺|声明|保证书|同意|知情|确认签")
_TYPES = {
    "date": "time", "datetime": "time", "daterange": "period", "int": "number", "number": "number", "money": "number",
    "enum": "choice", "multi": "choice", "bool": "choice", "table": "table", "address": "address",
}  # fmt: skip
_FITTING = {
    ID_NO: frozenset(["text", "idno", "table"]),
    PHONE: frozenset(["text", "phone"]),
    MOBILE: frozenset(["text", "phone"]),
    "premises.area": frozenset(["number", "int", "text"]),
    "premises.addr": frozenset(["address", "text"]),
    "entity.domicile": frozenset(["address", "text"]),
    "employees.count": frozenset(["int", "number"]),
}


_VENUE = r".{0,10}(单位|机构|企业|公司|中心|[店户所院园馆厂社校场站吧厅宿]|组织|团体|协会)"
_APPLICANT_FIRST = re.compile(rf"{_VENUE}名称")
_VENUE_PLACE = re.compile(rf"(?!.*(仓|库|工作单位|住所|原|户口|居住)){_VENUE}(详细)?(地址|地点)")


def opens_form(text: str) -> bool:
    """Whether a form that begins with these words names the business that applies (养老机构名称)."""
    return _APPLICANT_FIRST.fullmatch(text) is not None


def is_venue_place(text: str) -> bool:
    """Whether words name the place of a business by its kind (影院地址)."""
    return _VENUE_PLACE.fullmatch(text) is not None


def personal(text: str, type_: str) -> str:
    """Return the personal fact that words name, or nothing. type_: what may be written into the field."""
    return _first(_PERSONAL_PATTERNS, re.sub(r"[/、]", "", text), type_)


def business(text: str, type_: str) -> str:
    """Return the fact of a business, its premises or its bank account that words name, or nothing."""
    return _first(_BUSINESS_PATTERNS, re.sub(r"[/、]", "", text), type_)


def own_words(name: str) -> str:
    """Return what tells a fact without a known head apart from others: its words, 工程 and 项目 being one."""
    words = re.sub(r"^(本人|个人)", "", bare(name)).replace("工程", "项目")
    return re.sub(r"^申请(?=.{4})", "", words)


def counted(words: str) -> str:
    """Return what a number counts: 家庭人口数 and 家庭人口 are one."""
    return re.sub(r"(?<=.{4})(总数|数量?)$", "", words)


def says_little(name: str) -> bool:
    """Whether a name alone does not tell what is meant (经营范围, 类别), so that options or items must."""
    return not _EMPTY_WORDS.sub("", own_words(name))


def binds(name: str) -> bool:
    """Whether a field is a signature, a promise or a consent, which is given for one form and never carried over."""
    return _BINDING.search(bare(name)) is not None


def type_group(type_: str) -> str:
    """Return the group of types among which the same fact may be asked."""
    return _TYPES.get(type_, "text")


def _first(patterns: tuple[tuple[str, re.Pattern[str]], ...], text: str, type_: str) -> str:
    for fact, pattern in patterns:
        if pattern.fullmatch(text) and type_ in _FITTING.get(fact, (type_,)):
            return fact
    return ""
