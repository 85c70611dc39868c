"""Small chains for guidance tests."""

from decimal import Decimal

from lianban.core.chains.model import Answer, Chain, Member, Question, QuestionKind
from lianban.core.clocks.limits import TimeLimit
from lianban.core.items.model import DepartmentForm, FormField, HandlingType, MaterialNeed, ServiceItem


def an_item(key, materials=None, fields=None, **more):
    """An item; materials and fields: key → when."""
    form = DepartmentForm(title=key, fields=[FormField(key=k, name=k, when=w) for k, w in (fields or {}).items()])
    return ServiceItem(
        key=key,
        name=more.pop("name", key),
        type="行政许可",
        authority="samr",
        promised_limit=TimeLimit(length=Decimal(5)),
        handling_type=HandlingType.PROMISED,
        materials=[MaterialNeed(key=k, name=k, kind=k, when=w) for k, w in (materials or {}).items()],
        form=form if fields else None,
        **more,
    )


def a_chain(questions, members, **more):
    """A chain; members: item key → when."""
    return Chain(
        key="chain",
        code="01",
        name="开店",
        lead_authority="samr",
        members=[Member(item=k, when=w) for k, w in members.items()],
        questions=questions,
        **more,
    )


def items_of(*items):
    return {item.key: item for item in items}


def plain_items(chain):
    return items_of(*(an_item(member.item) for member in chain.members))


def yes_no(key, **more):
    answers = (Answer(value="yes", label="是", sets=more.pop("sets", {})), Answer(value="no", label="否"))
    return Question(key=key, fact=key, ask=f"{key}？", kind=QuestionKind.YES_NO, answers=answers, **more)


def single(key, *values, sets=None, notes=None, **more):
    """A question with one answer. sets, notes: answer → facts it makes certain, its note."""
    answers = [Answer(value=v, label=v, sets=(sets or {}).get(v, {}), note=(notes or {}).get(v, "")) for v in values]
    return Question(key=key, fact=key, ask=f"{key}？", kind=QuestionKind.SINGLE, answers=answers, **more)


def multi(key, *values, **more):
    answers = [Answer(value=v, label=v) for v in values]
    return Question(key=key, fact=key, ask=f"{key}？", kind=QuestionKind.MULTI, answers=answers, **more)


def number(key, **more):
    return Question(key=key, fact=key, ask=f"{key}？", kind=QuestionKind.NUMBER, **more)


def day(key, **more):
    return Question(key=key, fact=key, ask=f"{key}？", kind=QuestionKind.DATE, **more)


def place(key, **more):
    return Question(key=key, fact=key, ask=f"{key}？", kind=QuestionKind.PLACE, **more)
