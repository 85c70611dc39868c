"""Supervision reads what was asked beyond one-time notices: what, why, under which law, by whom, and who was told."""

import uuid
from datetime import date, timedelta

import pytest
from django.utils import timezone

from lianban.apps.cases import public as cases
from lianban.apps.messages import public as messages
from lianban.core.kernel.legal import LegalBasis
from lianban.core.proceedings.events import Actor, Role
from lianban.core.proceedings.shared import Beyond, Correction
from tests.apps.cases.builders import HALL, a_county, a_submission, an_applicant, by, told_beyond
from tests.web.work.people import browser, staff

pytestmark = pytest.mark.django_db
GROUND = Beyond(reason="场所与住宅相邻", basis=(LegalBasis(document="噪声污染防治法", article="第六十三条"),))
MORE = Correction(subject="beyond.1", name="噪声检测报告", problem="尚未提供", remedy="上传", beyond=GROUND)


@pytest.fixture
def supervisor(settings):
    settings.LIANBAN_STAFF_SECOND_FACTOR = False
    return browser(staff("jc01", "监察人员", Role.SUPERVISOR))


@pytest.fixture
def citizen():
    a_county()
    return an_applicant()


@pytest.fixture
def asked(citizen):
    """Return the number of an application in which window 1 asked for a noise report today."""
    now = timezone.now()
    number = cases.submit(a_submission(citizen), by(citizen, now)).number
    clerk = Actor(person=str(staff("ck1", "综合受理窗口1号", Role.CLERK, hall=HALL)), role=Role.CLERK, hall=HALL)
    until = timezone.localdate() + timedelta(days=20)
    cases.notify_once(number, [MORE], until, by(clerk, now), complete=True)
    return number


def cells(page):
    return [[str(cell["text"]) for cell in row["cells"]] for row in page.context["rows"]]


def test_a_demand_stands_with_its_reason_its_law_and_whoever_made_it(supervisor, asked):
    ((what, reason, law, who, _when, told, case),) = cells(supervisor.get("/oversight/beyond/"))
    assert (what, reason, law) == ("噪声检测报告", "场所与住宅相邻", "《噪声污染防治法》第六十三条")
    assert who.startswith("综合受理窗口1号 · 区")
    assert told == "短信待发"
    assert asked in case


def test_the_page_says_when_the_applicant_was_told(supervisor, asked, citizen):
    (message,) = told_beyond(citizen)
    delivered_at = timezone.now()
    assert messages.deliver(message.id, delivered_at)
    ((*_, told, _case),) = cells(supervisor.get("/oversight/beyond/"))
    assert f"{timezone.localtime(delivered_at):%H:%M}" in told
    assert told != "短信待发"


def test_the_first_page_counts_this_months_and_leads_there(supervisor, asked):
    metrics = {str(each["name"]): each for each in supervisor.get("/oversight/today/").context["metrics"]}
    assert metrics["清单之外"]["value"] == 1
    assert metrics["清单之外"]["address"] == "/oversight/beyond/"


@pytest.mark.parametrize("narrow", ["authority=nobody", "chain=xinshenger", "month=2020-01"])
def test_the_list_narrows(supervisor, asked, narrow):
    page = supervisor.get(f"/oversight/beyond/?{narrow}")
    assert page.context["rows"] == []
    assert "这个月没有清单之外的要求" in page.content.decode()


def test_the_page_is_there_in_english(supervisor, asked):
    supervisor.cookies["django_language"] = "en"
    page = supervisor.get("/oversight/beyond/").content.decode()
    assert "Demands beyond the list" in page
    assert "Message waiting" in page


def test_others_see_nothing_of_it(asked):
    stranger = cases.Reader(Actor(person=str(uuid.uuid4()), role=Role.APPLICANT), timezone.now())
    office = cases.Reader(Actor(person=str(uuid.uuid4()), role=Role.ITEM_ADMIN, authority="market"), timezone.now())
    assert cases.beyond_notices(stranger, date(2020, 1, 1)) == cases.beyond_notices(office) == ()
