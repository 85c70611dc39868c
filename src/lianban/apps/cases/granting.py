"""How items open, what a grant says, and which licences follow from it."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from lianban.apps.cases import papers, promising
from lianban.apps.cases.acting import SYSTEM, By, decided
from lianban.apps.cases.models import CaseFile
from lianban.apps.catalogue import public as catalogue
from lianban.apps.docket import public as docket
from lianban.apps.documents import public as documents
from lianban.core.chains.plan import Plan
from lianban.core.items.model import ItemResult, ResultKind, ServiceItem
from lianban.core.proceedings.chain_case.state import ChildItem
from lianban.core.proceedings.item_case import commands as i
from lianban.core.proceedings.item_case.state import ItemState, Validity
from lianban.core.proceedings.moments import local_day

ON_LICENCES = {
    "entity.name": "名称",
    "entity.type": "类型",
    "legal_rep.name": "法定代表人（经营者）",
    "premises.addr": "经营场所",
    "entity.domicile": "住所",
    "entity.scope": "经营范围",
    "food.biz_type": "主体业态",
    "food.items": "经营项目",
    "sign.text": "招牌内容",
    "child.name": "新生儿姓名",
    "child.gender": "性别",
    "child.birth_time": "出生时间",
    "mother.name": "母亲",
    "father.name": "父亲",
}
"""Elements of a form that licences show of their holder, and how they call them there."""


def openings(parent: docket.Loaded, plan: Plan, by: By) -> list[docket.Change]:
    """Return one new proceeding per item of the application."""
    described = catalogue.current().items
    children = enumerate(parent.state.items, 1)
    return [_opening(parent, place, child, plan, described[child.item], by) for place, child in children]


def automatic_grant(child: docket.Loaded, file: CaseFile, version: str, by: By) -> i.Grant:
    """Return the grant of an item by rules alone (秒批). version: of the rules; it stands on the decision."""
    document = papers.grant(child, file, said_of(child, {"decided_by": f"由系统按“{version}”自动作出"}), by)
    return i.Grant(at=by.now, document=document, rule_version=version, validity=validity(child, by))


def said_of(child: docket.Loaded, extra: Mapping[str, str] | None = None) -> dict[str, object]:
    """Return what the decision on an item says unless the approver says otherwise."""
    item = definition(child)
    results = "、".join(result.name for result in item.results) or item.name
    basis = [str(each) for each in item.legal_basis] or [f"{papers.LICENSING}第三十八条"]
    said: dict[str, object] = {
        "content": results,
        "scope": item.name,
        "conditions": "；".join(condition.text for condition in item.conditions) or "依法从事活动",
        "validity": "、".join(r.validity for r in item.results if r.validity) or "长期",
        "basis": basis,
    }
    return said | {key: value for key, value in (extra or {}).items() if value}


def validity(child: docket.Loaded, by: By) -> Validity:
    """Return from when until when the result of an item holds, by its first result with a fixed length."""
    since = local_day(by.now)
    years = _term(child)
    return Validity(since=since, until=_years_later(since, years) if years else None)


def certificates(child: docket.Loaded, file: CaseFile, by: By) -> Iterator[i.MakeCertificate]:
    """Issue the licences that a granted item yields; yields the one command that records it, or none."""
    state: ItemState = child.state
    if state.decision is None or not state.decision.granted or not state.certificate_expected:
        return
    numbers = [_licence(result, child, file, file.values, by) for result in licences(definition(child))]
    yield i.MakeCertificate(at=by.now, certificate="、".join(numbers))


def reissue(child: docket.Loaded, file: CaseFile, values: Mapping[str, object], reason: str, by: By) -> tuple[str, ...]:
    """Issue the licences of an item anew, as they stand after a change or renewal; the old ones lose their force.

    values: elements of the form that are different now. reason: said on the old ones. Returns the new numbers.
    """
    held = [each for each in documents.licences_of(child.id) if each.state is documents.LicenceState.VALID]
    for old in held:
        documents.change_licence_state(
            old.id, documents.LicenceState.LAPSED, reason=f"换发新证（{reason}）", now=by.now
        )
    now = {**file.values, **values}
    return tuple(_licence(each, child, file, now, by) for each in licences(definition(child)) if held)


def renewed_until(child: docket.Loaded) -> date:
    """Return until when a licence holds that is renewed today: one more term, from the day after it ends."""
    state: ItemState = child.state
    if state.valid_until is None:
        raise ValueError(f"{child.number} has no end and cannot be renewed")
    since = state.valid_until + timedelta(days=1)
    if years := _term(child):
        return _years_later(since, years)
    began = state.decision.validity.since if state.decision and state.decision.validity else state.valid_until
    return state.valid_until + (state.valid_until - began) + timedelta(days=1)


def definition(child: docket.Loaded) -> ServiceItem:
    """Return the definition of an item."""
    return catalogue.current().items[child.item]


def _opening(
    parent: docket.Loaded, place: int, child: ChildItem, plan: Plan, described: ServiceItem, by: By
) -> docket.Change:
    opening = docket.Opening(
        id=docket.new_key(),
        number=f"{parent.number}-{place:02d}",
        procedure="item_case",
        title=child.name,
        parent=parent.id,
        chain=parent.chain,
        item=child.item,
        authority=child.authority,
        hall=parent.hall,
        applicant=parent.applicant,
    )
    return docket.Change(opening, decided(None, "item_case", _open(parent, child, plan, described, by), SYSTEM))


def _open(parent: docket.Loaded, child: ChildItem, plan: Plan, described: ServiceItem, by: By) -> i.Open:
    item = next(each for each in plan.items if each.key == child.item)
    demands = described.examination
    return i.Open(
        at=by.now,
        item=child.item,
        name=child.name,
        authority=child.authority,
        chain_case=parent.number,
        statutory_limit=item.statutory_limit,
        promised_limit=item.promised_limit,
        on_the_spot=child.on_the_spot,
        automatic=demands.instant is not None,
        predecessors=child.predecessors,
        grounds=demands.stop_grounds,
        signatures_needed=demands.signatures,
        hearing_required=demands.hearing_required,
        safety=demands.safety,
        renewal_notice=demands.renewal_notice,
        committable=promising.committable(plan, child.item),
        certificate_expected=bool(licences(described)),
    )


def licences(item: ServiceItem) -> tuple[ItemResult, ...]:
    """Return the results of an item that are issued as licences."""
    return tuple(each for each in item.results if each.kind in (ResultKind.LICENCE, ResultKind.APPROVAL))


def _licence(result: ItemResult, child: docket.Loaded, file: CaseFile, values: Mapping[str, Any], by: By) -> str:
    state: ItemState = child.state
    issued = documents.issue_licence(
        name=result.name,
        approval=result.kind is ResultKind.APPROVAL,
        proceeding=child.id,
        item=child.item,
        authority=child.authority,
        holder=file.applicant_name,
        holder_code=_first(values, "entity.uscc", "legal_rep.id_no", "applicant.id_no", "mother.id_no"),
        fields=_facts(values),
        valid_until=state.valid_until,
        now=by.now,
        person=by.actor.person,
    )
    return str(issued.number)


def _facts(values: Mapping[str, Any]) -> list[dict[str, str]]:
    """What a licence shows of its holder: the open facts of the form that licences of this kind carry."""
    return [{"name": name, "value": _words(values[key])} for key, name in ON_LICENCES.items() if values.get(key)]


def _words(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _first(values: Mapping[str, Any], *keys: str) -> str:
    return next((str(values[key]) for key in keys if values.get(key)), "")


def _term(child: docket.Loaded) -> int | None:
    """How many years the result of an item holds, by its first result with a fixed length."""
    return next((each.validity_years for each in definition(child).results if each.validity_years), None)


def _years_later(day: date, years: int) -> date:
    """The last day of a term of years: the day before its anniversary (Civil Code Art. 202)."""
    leap = (day.month, day.day) == (2, 29)
    anniversary = date(day.year + years, 3, 1) if leap else day.replace(year=day.year + years)
    return date.fromordinal(anniversary.toordinal() - 1)
