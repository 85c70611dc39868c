"""Two departments, and two officers of one, at the same moment."""

import pytest
from django.utils import timezone

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from tests.apps.cases.builders import a_clerk, a_county, an_approver, by, reader
from tests.apps.docket.test_concurrency import at_once
from tests.web.work.people import an_officer_of, handed_in, hidden

pytestmark = pytest.mark.django_db(transaction=True)
GRANT = {"content": "准予", "scope": "本事项", "conditions": "依法", "validity": "长期"}


@pytest.fixture
def number(settings):
    settings.LIANBAN_STAFF_SECOND_FACTOR = False
    a_county()
    number = handed_in()
    cases.accept(number, by(a_clerk(), timezone.now()))
    return number


def waiting(number):
    return [each for each in view_of(number).items if each.state == "accepted"]


def view_of(number):
    return cases.case(number, reader(a_clerk(), timezone.now()))


def test_two_departments_decide_at_once_and_both_stand(number):
    ready = waiting(number)
    assert len({each.authority for each in ready}) == 2
    offices = []
    for item in ready:
        cases.review(item.number, "审查", "符合条件", by(an_approver(item.authority), timezone.now()))
        client, address = an_officer_of(item.authority), f"/office/{item.number}/grant/"
        offices.append((client, address, {**GRANT, **hidden(client, address)}))
    replies = at_once(*(lambda o=office: o[0].post(o[1], o[2]) for office in offices))
    assert [reply.status_code for reply in replies] == [302, 302]
    outcomes = {each.item: each.outcome for each in view_of(number).items}
    assert {outcomes[each.item] for each in ready} == {"granted"}
    assert docket.verify_log(number) == ()


def test_of_two_officers_who_decide_differently_the_second_reads_who_was_first(number):
    item = next(each for each in waiting(number) if each.item == "reg_company")
    cases.review(item.number, "审查", "符合条件", by(an_approver(item.authority), timezone.now()))
    one, other = an_officer_of(item.authority, 1), an_officer_of(item.authority, 2)
    grant, refuse = f"/office/{item.number}/grant/", f"/office/{item.number}/refuse/"
    first = {**GRANT, **hidden(one, grant)}
    second = {"facts": "事实", "reason": "理由", "basis": "某条例第一条", **hidden(other, refuse)}
    replies = at_once(lambda: one.post(grant, first), lambda: other.post(refuse, second))
    assert sorted(reply.status_code for reply in replies) == [302, 409]
    late = next(reply for reply in replies if reply.status_code == 409)
    assert f"已由{item.authority}审批" in late.content.decode()
    assert docket.load(item.number).state.status in ("certified", "refused")
