"""Samples of fields, questions and forms."""

from decimal import Decimal

from lianban.core.vocabulary.model import ValueType
from lianban.web.components.fields import Choice, FieldView, Row

DISTRICTS = tuple(Choice(str(n), f"示范镇（街道）{n}") for n in range(1, 10))
TRADES = (
    Choice("hot", "热食类食品制售", "炒菜、面食、火锅"),
    Choice("cold", "冷食类食品制售", "凉菜、沙拉，需要专间"),
    Choice("raw", "生食类食品制售", "生鱼片等，需要专间"),
    Choice("drink", "自制饮品制售", "奶茶、咖啡、现榨果汁"),
)


def fields() -> dict[str, tuple[FieldView, ...]]:
    """Every kind of field, in its states."""
    kind = ValueType
    return {
        "plain": (
            FieldView("shop.name", "店铺名称", hint="和营业执照上的名称一致", placeholder=""),
            FieldView(
                "premises.area",
                "经营场所面积",
                kind.NUMBER,
                "320",
                unit="平方米",
                why="面积达到 300 平方米的，开业前要做消防安全检查（《消防法》第十五条）。",
            ),
            FieldView("capital", "注册资本", kind.MONEY, "50", unit="万元", minimum=Decimal(0)),
            FieldView("open_on", "计划开业日期", kind.DATE, "2026-12-18", required=False),
            FieldView("phone", "手机号", kind.PHONE, "", hint="办理进度会发短信到这个号码"),
            FieldView("id_no", "身份证号", kind.ID_NUMBER, "", error="身份证号少了 1 位，应为 18 位"),
            FieldView("note", "经营情况说明", kind.LONG_TEXT, required=False, max_length=200, hint="最多 200 个字"),
        ),
        "prefilled": (
            FieldView(
                "uscc",
                "统一社会信用代码",
                kind.CREDIT_CODE,
                "91370000EXAMPLE00X",
                readonly=True,
                locked="来自企业登记信息，以登记为准，这里不能改",
            ),
            FieldView("address", "经营场所地址", kind.ADDRESS, "示范县人民路 1 号", source="来自营业执照，可以修改"),
        ),
        "choices": (
            FieldView("town", "所在镇（街道）", kind.CHOICE, "", options=DISTRICTS),
            FieldView(
                "site",
                "场地是",
                kind.CHOICE,
                "rent",
                options=(Choice("own", "自有"), Choice("rent", "租赁", "请准备租赁合同"), Choice("free", "无偿使用")),
            ),
            FieldView("trades", "经营项目（可多选）", kind.CHOICES, ["hot", "drink"], options=TRADES),
            FieldView("agent.used", "是否委托他人办理", kind.BOOLEAN, False),
            FieldView("lease", "租赁期限", kind.DATE_RANGE, ("2026-11-01", "2029-10-31")),
        ),
    }


def groups() -> dict[str, object]:
    """A repeated group with two rows."""
    return {"staff": _staff()}


def _staff() -> FieldView:
    rows = tuple(Row(index, _worker(index)) for index in range(2))
    return FieldView(
        "staff", "从业人员", ValueType.TABLE, rows=rows, row_name="从业人员", hint="接触直接入口食品的人员都要写上"
    )


def _worker(index: int) -> tuple[FieldView, ...]:
    return (
        FieldView(f"staff.{index}.post", "岗位", ValueType.TEXT, "厨师" if index == 0 else ""),
        FieldView(f"staff.{index}.phone", "手机号", ValueType.PHONE),
        FieldView(f"staff.{index}.until", "健康证有效期至", ValueType.DATE, "2027-06-30" if index == 0 else ""),
    )


def choices() -> dict[str, object]:
    """A question with one answer and one with several."""
    return {
        "one": [
            Choice("small", "300 平方米以下"),
            Choice("large", "300 平方米及以上", "需要办理开业前消防安全检查"),
            Choice("unknown", "还不确定", "先按需要准备，确定后自动调整"),
        ],
        "many": list(TRADES),
        "chosen_one": ["large"],
        "chosen_many": ["hot", "drink"],
    }


def errors() -> dict[str, object]:
    """What the summary says and links to."""
    return {
        "errors": [
            {"anchor": "f-id_no", "text": "身份证号少了 1 位，应为 18 位"},
            {"anchor": "f-phone", "text": "请填写手机号"},
        ],
        "wrong": FieldView(
            "id_no", "身份证号", ValueType.ID_NUMBER, "3703041990010112", error="身份证号少了 2 位，应为 18 位"
        ),
        "missing": FieldView("phone", "手机号", ValueType.PHONE, error="请填写手机号"),
    }


def steps() -> dict[str, object]:
    """Five steps, the third in hand."""
    return {"steps": _steps_at(2)}


def _steps_at(place: int) -> list[dict[str, str]]:
    names = ("回答问题", "填写表单", "准备材料", "核对提交", "领取结果")
    states = ["done"] * place + ["now"] + ["next"] * (len(names) - place - 1)
    return [{"name": name, "state": state, "address": "#"} for name, state in zip(names, states, strict=True)]


def summary() -> dict[str, object]:
    """Rows to check before handing in."""
    return {
        "rows": [
            {"key": "店铺名称", "value": "示范小馆", "change": "#"},
            {"key": "经营场所面积", "value": "320 平方米", "change": "#"},
            {"key": "经营场所地址", "value": "示范县人民路 1 号", "source": "来自营业执照", "change": "#"},
            {"key": "经营项目", "value": "热食类食品制售、自制饮品制售", "change": "#"},
            {"key": "备注", "value": "", "change": "#"},
        ]
    }


def confirm() -> dict[str, object]:
    """An act that cannot be taken back."""
    return {
        "consequences": [
            "4 个部门停止办理，已交的材料退回您的材料库",
            "办理时限终止，重新申请时从头计算",
            "会给您发一份《撤回申请确认书》",
        ]
    }


def question() -> dict[str, object]:
    """One question of the guidance."""
    return {
        **choices(),
        "steps": _steps_at(0),
        "answers": [
            {"key": "经营什么", "value": "热食、自制饮品", "change": "#"},
            {"key": "店开在哪里", "value": "示范县示范街道", "change": "#"},
        ],
        "certain": ["设立登记（营业执照）", "食品经营许可", "公章刻制备案"],
        "possible": ["户外招牌设置", "烟草专卖零售许可"],
    }


def form() -> dict[str, object]:
    """One section of the form, with an error."""
    shown = fields()
    return {
        "errors": [{"anchor": "f-id_no", "text": "身份证号少了 1 位，应为 18 位"}],
        "fields": (*shown["prefilled"], *shown["plain"][1:2], *shown["plain"][4:6], *shown["choices"][1:4]),
        "staff": _staff(),
        "steps": _steps_at(1),
    }
