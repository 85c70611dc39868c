"""Supervisors see what is late first, the cases behind every figure, and a record that is checked while they look."""

import json
from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lianban.apps.accounts import public as accounts
from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.apps.docket.models import Proceeding
from lianban.apps.organs import public as organs
from lianban.apps.oversight import public as oversight
from lianban.core.proceedings.events import Actor, Role
from lianban.core.supervision.evidence import doubts
from lianban.project import preparation
from tests.apps.cases.builders import NOW, a_clerk, a_county, a_submission, an_applicant, by

pytestmark = pytest.mark.django_db
LONG_AGO = timezone.now() - timedelta(days=45)
PAGES = (
    "today/", "warnings/", "rules/", "cases/", "figures/", "figures/shortened/", "figures/on_time/", "ratings/",
    "access/", "beyond/",
)  # fmt: skip


@pytest.fixture
def supervisor(client, settings, django_user_model):
    settings.LIANBAN_STAFF_SECOND_FACTOR = False
    person = accounts.create_staff(user_name="jc01", name="监察人员", password="x", now=NOW)
    organs.assign(person, Role.SUPERVISOR, from_on=date(2020, 1, 1))
    client.force_login(django_user_model.objects.get(pk=person))
    return client


def accepted(at):
    """An application accepted at a moment, and nothing happened since."""
    a_county()
    citizen = an_applicant()
    number = cases.submit(a_submission(citizen), by(citizen, at)).number
    cases.accept(number, by(a_clerk(), at))
    return number


@pytest.fixture
def number():
    return accepted(timezone.now())


@pytest.fixture
def late():
    number = accepted(LONG_AGO)
    oversight.reckon_warnings(timezone.now())
    return number


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_with_nothing_in_it(supervisor, page):
    assert supervisor.get(f"/oversight/{page}").status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_with_late_cases_in_both_languages(supervisor, late, page):
    for language in ("zh-hans", "en"):
        supervisor.cookies["django_language"] = language
        assert supervisor.get(f"/oversight/{page}?month={timezone.localdate():%Y-%m}").status_code == 200


def test_the_first_page_asks_no_more_often_for_more_rows(supervisor, late):
    supervisor.get("/oversight/today/")
    with CaptureQueriesContext(connection) as sent:
        page = supervisor.get("/oversight/today/")
    assert len(page.context["rows"]) > 2
    assert len(sent) <= 14


def statements(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as sent:
        assert client.get(address).status_code == 200
    return len(sent)


def test_figures_are_counted_once_for_all_offices_and_for_each(supervisor, late):
    due = Proceeding.objects.filter(parent__number=late, promised_due_on__isnull=False).order_by("promised_due_on")
    address = f"/oversight/figures/?month={due[0].promised_due_on:%Y-%m}"
    assert supervisor.get(address).context["rows"]
    assert statements(supervisor, address) <= 8


def test_a_case_with_many_items_is_read_and_checked_in_as_many_statements_as_one_with_none(supervisor, number):
    citizen = Actor(person=str(docket.load(number).applicant), role=Role.APPLICANT)
    alone = cases.submit(a_submission(citizen), by(citizen, timezone.now())).number
    assert len(supervisor.get(f"/oversight/cases/{number}/").context["records"]) > 3
    of_one, of_many = (statements(supervisor, f"/oversight/cases/{each}/") for each in (alone, number))
    assert of_many <= of_one + 1


def test_the_list_of_warnings_narrows_by_level_and_counts_what_it_lists(supervisor, late):
    page = supervisor.get("/oversight/warnings/?level=red").context
    assert page["rows"]
    assert {row["cells"][1]["text"] for row in page["rows"]} == {"红牌"}
    assert [each["count"] for each in page["filters"] if each["current"]] == [len(page["rows"])]
    assert list(supervisor.get("/oversight/warnings/?level=red&page=2").context["rows"]) == []


def test_what_is_late_stands_first(supervisor, late):
    page = supervisor.get("/oversight/", follow=True).content.decode()
    assert "红牌" in page
    assert "已超期" in page
    assert f"/oversight/cases/{late}/" in page


def test_what_is_late_is_there_before_any_worker_looked(supervisor):
    accepted(LONG_AGO)
    assert supervisor.get("/oversight/today/").context["rows"] == []
    assert preparation.reckon() != "0 proceedings looked at"
    assert supervisor.get("/oversight/today/").context["rows"]
    assert preparation.reckon() == "0 proceedings looked at"


def test_a_whole_record_says_so_with_its_number_of_entries(supervisor, number):
    page = supervisor.get(f"/oversight/cases/{number}/")
    events = sum(len(log.lines) for log in page.context["records"])
    assert f"日志完整，共 {events} 条" in page.content.decode()


def test_a_changed_record_is_named(supervisor, number):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE docket_event DISABLE TRIGGER USER")
        cursor.execute("UPDATE docket_event SET payload = payload || '{\"hall\": \"other\"}' WHERE kind = 'received'")
        cursor.execute("ALTER TABLE docket_event ENABLE TRIGGER USER")
    page = supervisor.get(f"/oversight/cases/{number}/").content.decode()
    assert "日志被改动过" in page
    assert "第 2 条" in page


def test_the_evidence_package_holds_by_itself_and_its_export_is_on_record(supervisor, number):
    reply = supervisor.get(f"/oversight/cases/{number}/evidence.zip")
    assert "attachment" in reply["Content-Disposition"]
    with ZipFile(BytesIO(reply.content)) as packed:
        package = json.loads(packed.read("case.json"))
    assert package["case"] == number
    assert doubts(package) == ()
    assert "证据包" in supervisor.get("/oversight/access/").content.decode()


def test_a_figure_leads_to_its_cases(supervisor, late):
    months = {f"{LONG_AGO + timedelta(days=days):%Y-%m}" for days in range(15)}
    pages = [supervisor.get(f"/oversight/figures/on_time/?month={month}") for month in months]
    listed = [row for page in pages for row in page.context["rows"]]
    assert listed
    assert len(listed) == sum(page.context["share"].below - page.context["share"].above for page in pages)
    assert all(row["tone"] == "late" for row in listed)


def test_an_unknown_case_and_an_unknown_figure_are_not_found(supervisor):
    assert supervisor.get("/oversight/cases/370304YJS2026112399999/").status_code == 404
    assert supervisor.get("/oversight/figures/nothing/").status_code == 404


def test_the_list_narrows_by_authority(supervisor, number):
    reader = cases.Reader(Actor(person="", role=Role.SUPERVISOR), NOW)
    item = cases.case(number, reader).items[0]
    page = supervisor.get(f"/oversight/cases/?authority={item.authority}")
    offices = {cell["text"] for row in page.context["rows"] for cell in row["cells"] if cell["label"] == "部门"}
    assert offices == {f"区{item.authority}局"}
