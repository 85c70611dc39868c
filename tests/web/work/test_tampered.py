"""A form that comes back with what its page never offered is told so in a sentence; nothing breaks, nothing happens."""

import pytest
from django.http import QueryDict
from django.utils import timezone

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.core.clocks.stops import StopKind
from lianban.web.work.acts import Asked, NotAChoice
from tests.apps.cases.builders import a_clerk, a_county, by, reader
from tests.web.work.people import a_clerk_at, an_officer_of, handed_in, hidden

OFFERED = "请从列出的选项中选择"
REVIEW = {"stage": "审查与决定", "opinion": "符合", "on_site": "no"}


@pytest.fixture
def number(db, settings):
    settings.LIANBAN_STAFF_SECOND_FACTOR = False
    a_county()
    return handed_in()


@pytest.fixture
def registration(number):
    cases.accept(number, by(a_clerk(), timezone.now()))
    return next(each for each in cases.case(number, reader(a_clerk(), timezone.now())).items if "reg" in each.item)


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("stop", {"kind": "WHIM", "days": "3", "reason": "想停"}),
        ("terminate", {"cause": "WHIM", "reason": "想停"}),
        ("consult", {"authority": "nobody", "question": "?", "due_on": "2099-01-01"}),
        ("review", {**REVIEW, "stage": "没有的环节"}),
        ("review", {**REVIEW, "conditions": "没有的条件"}),
    ],
)
@pytest.mark.parametrize("version", ["", "0"])
def test_a_choice_that_no_page_offered_is_refused_in_the_office(registration, act, said, version):
    office = an_officer_of(registration.authority)
    address = f"/office/{registration.number}/{act}/"
    before = docket.load(registration.number).version
    sent = {**hidden(office, address), **said}
    reply = office.post(address, {**sent, "version": version} if version else sent)
    assert reply.status_code in (409, 422)
    assert version or OFFERED in reply.content.decode()
    assert docket.load(registration.number).version == before


@pytest.mark.parametrize("days", ["²", "-1", "3.5", "99999999999999999999", "٣"])
def test_a_length_of_time_is_a_short_whole_number(registration, days):
    office = an_officer_of(registration.authority)
    address = f"/office/{registration.number}/stop/"
    sent = {**hidden(office, address), "kind": "TESTING", "days": days, "reason": "送检"}
    reply = office.post(address, sent)
    assert reply.status_code == 422
    assert "请填写整数" in reply.content.decode()


@pytest.mark.parametrize("days", ["0", "251", "9999"])
def test_a_special_procedure_takes_no_longer_than_about_a_year(registration, days):
    office = an_officer_of(registration.authority)
    address = f"/office/{registration.number}/stop/"
    reply = office.post(address, {**hidden(office, address), "kind": "TESTING", "days": days, "reason": "送检"})
    assert reply.status_code == 422
    assert "请填写1至250之间的整数" in reply.content.decode()


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2200-01-01", "2026-13-01", "soon"])
def test_a_day_lies_where_clocks_can_count(number, day):
    window = a_clerk_at()
    address = f"/desk/to-accept/{number}/notify/"
    row = {"corrections.0.subject": "doc.lease", "corrections.0.problem": "缺页", "corrections.0.remedy": "补齐"}
    sent = {**hidden(window, address), **row, "supply_by": day, "complete": "yes"}
    reply = window.post(address, sent)
    assert reply.status_code == 422
    assert "请写成年-月-日" in reply.content.decode()


def test_what_is_to_be_chosen_is_asked_to_be_chosen(registration):
    office = an_officer_of(registration.authority)
    address = f"/office/{registration.number}/terminate/"
    page = office.post(address, {**hidden(office, address), "cause": "", "reason": ""}).content.decode()
    assert "请选择“情形”" in page
    assert "请填写“理由”" in page


def test_a_cause_that_no_page_offered_is_refused_at_the_window(number):
    window = a_clerk_at()
    address = f"/desk/to-accept/{number}/reject/"
    for sent in ({}, {"version": "0"}):
        reply = window.post(address, {**hidden(window, address), "cause": "WHIM", "reason": "理由", **sent})
        assert reply.status_code in (409, 422)
    assert docket.load(number).state.status != "rejected"


def test_more_than_a_field_holds_is_refused(registration):
    office = an_officer_of(registration.authority)
    address = f"/office/{registration.number}/review/"
    reply = office.post(address, {**hidden(office, address), **REVIEW, "opinion": "符" * 1001})
    assert reply.status_code == 422
    assert "请不要超过1000个字" in reply.content.decode()


@pytest.mark.parametrize("posted", ["kind=WHIM", "kind=", "", "kind=__class__"])
def test_a_member_of_an_enumeration_is_found_by_its_name_only(posted):
    asked = Asked(None, QueryDict(posted), None, None, None)
    with pytest.raises(NotAChoice) as refused:
        asked.one_of(StopKind, "kind")
    assert refused.value.facts == {"field": "kind"}


def test_a_place_in_a_list_is_a_number():
    with pytest.raises(NotAChoice):
        Asked(None, QueryDict("number=one"), None, None, None).whole_number("number")
    assert Asked(None, QueryDict("number=3"), None, None, None).whole_number("number") == 3
