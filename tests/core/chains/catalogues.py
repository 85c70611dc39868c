"""Generated catalogues: items that share facts, documents and results, under conditions that overlap."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from lianban.core.chains.model import Answer, Chain, Dependency, DependencyKind, MaterialRule, Member, QuestionKind
from lianban.core.conditions.text import parse
from lianban.core.items.model import FormField, HandlingType, MaterialForm, MaterialNeed, Necessity, ServiceItem, Step
from lianban.core.vocabulary.model import Column, DataElement, MaterialKind, Option, ValueType, Vocabulary
from tests.core.chains.builders import a_chain, a_field, a_material, a_question, a_step, a_vocabulary, an_item, by_key

T = ValueType
CONDITIONS = ["真", "big", "非 big", "area >= 50", "area < 300", "kind = shop", "kind 属于 [shop, bar]", "big 且 agent"]
SHARED_STEPS = ["现场核查", "不动产测绘", "节能评估", "施工图审查", "消防验收"]
LABELS = ["甲", "乙", "丙", "丁"]
STANDARD = tuple(Option(value=f"word_{label}", label=label) for label in LABELS)
WORDS = (
    DataElement(key="entity.name", name="名称"),
    DataElement(key="entity.type", name="类型", type=T.CHOICE),
    DataElement(key="legal_rep.sex", name="性别", type=T.CHOICE, options=STANDARD),
    DataElement(key="entity.capital", name="资金", type=T.MONEY, unit="万元"),
    DataElement(key="shareholders.name", name="股东姓名"),
    DataElement(key="shareholders.kind", name="股东类型", type=T.CHOICE),
    DataElement(key="staff.list", name="人员", type=T.TABLE),
)
KINDS = (
    MaterialKind(key="doc.licence", name="执照", e_licence=True),
    MaterialKind(key="doc.permit", name="许可"),
    MaterialKind(key="doc.deed", name="产权证"),
    MaterialKind(key="doc.own", name="承诺书", specific=True),
    MaterialKind(key="form.own", name="申请表", specific=True, replaced_by_form=True),
)
VOCABULARY: Vocabulary = a_vocabulary(*WORDS, *KINDS)
QUESTIONS = (
    a_question("q1", "big"),
    a_question("q2", "area", QuestionKind.NUMBER),
    a_question(
        "q3", "kind", QuestionKind.SINGLE, answers=tuple(Answer(value=v, label=v) for v in ("shop", "bar", "home"))
    ),
)
conditions = st.sampled_from(CONDITIONS).map(parse)
_bounds = st.none() | st.integers(0, 9).map(Decimal)


def _options(labels: list[str]) -> tuple[Option, ...]:
    return tuple(Option(value=str(number), label=label) for number, label in enumerate(labels))


_lists = st.lists(st.sampled_from(LABELS), min_size=1, unique=True).map(_options)
_columns = st.lists(st.sampled_from(["name", "job", "age"]), min_size=1, unique=True).map(
    lambda keys: tuple(Column(key=key, name=key) for key in keys)
)


@st.composite
def fields(draw: st.DrawFn, key: str) -> FormField:
    """A department's field, of one of the shared facts or of its own."""
    element = draw(st.sampled_from(["", *(word.key for word in WORDS)]))
    more: dict[str, Any] = {"required": draw(st.booleans()), "when": draw(conditions)}
    match element:
        case "entity.type" | "legal_rep.sex":
            more |= {"type": draw(st.sampled_from([T.CHOICE, T.CHOICES])), "options": draw(st.just(()) | _lists)}
        case "entity.capital":
            more |= {"type": draw(st.sampled_from([T.MONEY, T.INTEGER, T.NUMBER])), "minimum": draw(_bounds)}
            more |= {"maximum": draw(_bounds), "unit": draw(st.sampled_from(["", "万元", "元", "人"]))}
        case "shareholders.name" | "shareholders.kind":
            more |= {"type": T.TABLE, "when": draw(st.just(parse("真")) | conditions)}
            more |= {"options": draw(_lists)} if element.endswith("kind") else {}
        case "staff.list":
            more |= {"type": T.TABLE, "columns": draw(st.just(()) | _columns)}
        case _:
            more |= {"type": draw(st.sampled_from([T.TEXT, T.PHONE, T.DATE, T.DATETIME, T.BOOLEAN]))}
            more |= {"max_length": draw(st.none() | st.integers(1, 99))}
    return a_field(key, element, **more)


@st.composite
def materials(draw: st.DrawFn, key: str) -> MaterialNeed:
    """An entry of a material list."""
    flag = st.sampled_from([False, False, False, True])
    return a_material(
        key,
        draw(st.sampled_from(["", "", *(kind.key for kind in KINDS)])),
        when=draw(conditions),
        form=draw(st.sampled_from(list(MaterialForm))),
        copies=draw(st.integers(1, 3)),
        necessity=draw(st.sampled_from(list(Necessity))),
        shared=draw(flag),
        tolerable=draw(flag),
        commitment=draw(flag),
    )


@st.composite
def steps(draw: st.DrawFn) -> tuple[Step, ...]:
    """A process with up to three steps that others may ask for too."""
    shared = [
        a_step(name, draw(st.integers(0, 5)), on_site=name == "现场核查", when=draw(conditions))
        for name in draw(st.lists(st.sampled_from(SHARED_STEPS), max_size=3))
    ]
    review = a_step(
        "审查", draw(st.integers(0, 9)), when=draw(conditions), counted=draw(st.sampled_from([True, True, False]))
    )
    return (a_step("受理", 0), *shared, review, a_step("送达", 0))


@st.composite
def items(draw: st.DrawFn, key: str) -> ServiceItem:
    """A service item."""
    return an_item(
        key,
        [draw(fields(f"f{number}")) for number in range(draw(st.integers(0, 4)))],
        [draw(materials(f"m{number}")) for number in range(draw(st.integers(0, 3)))],
        makes=draw(st.sampled_from(["", "", "doc.licence", "doc.permit"])),
        takes=draw(st.integers(0, 20)),
        steps=draw(steps()),
        visits=draw(st.integers(0, 2)),
        handling_type=draw(st.sampled_from(list(HandlingType))),
    )


@st.composite
def catalogues(draw: st.DrawFn) -> tuple[Chain, dict[str, ServiceItem]]:
    """A chain and its items. What declares an order points forward, so there is no declared ring."""
    keys = [f"i{number}" for number in range(draw(st.integers(1, 5)))]
    known = by_key(*(draw(items(key)) for key in keys))
    pairs = [(one, other) for number, one in enumerate(keys) for other in keys[number + 1 :]]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=6)) if pairs else []
    waits = tuple(
        Dependency(before=one, after=other, kind=draw(st.sampled_from(list(DependencyKind))), when=draw(conditions))
        for one, other in chosen
    )
    rules = draw(
        st.lists(
            st.builds(
                MaterialRule,
                item=st.sampled_from(keys),
                kind=st.sampled_from(["doc.deed", "doc.permit"]),
                adds=st.booleans(),
                when=conditions,
            ),
            max_size=2,
        )
    )
    members = [Member(item=key, when=draw(conditions)) for key in keys]
    chain = a_chain(*members, dependencies=waits, material_rules=tuple(rules), questions=QUESTIONS)
    return chain, known


answers = st.fixed_dictionaries(
    {},
    optional={
        "big": st.booleans(),
        "agent": st.booleans(),
        "area": st.integers(0, 400).map(Decimal),
        "kind": st.sampled_from(["shop", "bar", "home"]),
    },
)
