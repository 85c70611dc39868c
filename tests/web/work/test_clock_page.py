"""A clock badge opens the certificate: to whoever may see the item, in a form that anybody can check."""

import json
import re

import pytest
from django.utils import timezone

from lianban.adapters.calendar_files import SHIPPED, read_notices
from lianban.apps.cases import public as cases
from lianban.cli.__main__ import main
from lianban.core.clocks.certificate import ClockCertificate
from lianban.core.clocks.verifier import verify_clock
from lianban.core.proceedings.events import Role
from tests.apps.cases.builders import a_clerk, a_county, an_applicant, by, reader
from tests.web.work.people import a_clerk_at, an_officer_of, browser, handed_in, hidden, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def applicant(settings):
    settings.LIANBAN_STAFF_SECOND_FACTOR = False
    a_county()
    return an_applicant()


@pytest.fixture
def number(applicant):
    number = handed_in(applicant)
    cases.accept(number, by(a_clerk(), timezone.now()))
    return number


@pytest.fixture
def item(number):
    items = cases.case(number, reader(a_clerk(), timezone.now())).items
    return next(each for each in items if each.item == "health_exam")


def text_of(reply):
    return re.sub(r"\s+", "", reply.content.decode())


def everybody(applicant, item):
    """Each of those who may see the item, with where they look."""
    return {
        f"/office/{item.number}/clock": an_officer_of(item.authority),
        f"/desk/case/{item.number}/clock": a_clerk_at(),
        f"/oversight/cases/{item.number}/clock": browser(staff("jc", "监察人员", Role.SUPERVISOR)),
        f"/my/{item.number}/clock": browser(applicant.person),
    }


def test_everybody_who_may_see_the_item_reads_the_same_days(applicant, item):
    pages = {where: who.get(f"{where}/") for where, who in everybody(applicant, item).items()}
    assert {reply.status_code for reply in pages.values()} == {200}
    days = {
        where: [day for limit in reply.context["limits"] for day in limit["days"]] for where, reply in pages.items()
    }
    assert len({str(each) for each in days.values()}) == 1
    for reply in pages.values():
        assert "lianbanverify-clock" in text_of(reply)
        assert "不计入（《民法典》第二百零一条）" in text_of(reply)


def test_each_limit_counts_its_days_one_by_one_up_to_the_last(applicant, item):
    reply = browser(applicant.person).get(f"/my/{item.number}/clock/")
    for limit in reply.context["limits"]:
        numbers = [day["number"] for day in limit["days"] if day["number"]]
        assert numbers == list(range(1, limit["counted"] + 1))
        assert limit["days"][-1]["on"] == limit["due"].on
        assert len(limit["days"]) == limit["counted"] + limit["left_out"]


def test_the_file_convinces_the_independent_checker(applicant, item, tmp_path, capsys):
    notices = [each.model_dump(mode="json") for each in read_notices(SHIPPED)]
    for where, who in everybody(applicant, item).items():
        reply = who.get(f"{where}.json")
        assert reply["Content-Disposition"].startswith("attachment")
        made = ClockCertificate.model_validate_json(reply.content)
        assert verify_clock(json.loads(reply.content), notices) == ()
        assert made.subject == item.number
    file = tmp_path / "clock.json"
    file.write_bytes(reply.content)
    assert main(["verify-clock", str(file)]) == 0
    assert "成立" in capsys.readouterr().out
    file.write_bytes(reply.content.replace(made.limits[0].due.on.isoformat().encode(), b"2030-01-02"))
    assert main(["verify-clock", str(file)]) == 1


def test_a_special_procedure_is_shown_with_its_notice_and_its_law(applicant, item):
    office = an_officer_of(item.authority)
    address = f"/office/{item.number}/stop/"
    office.post(address, {**hidden(office, address), "kind": "TESTING", "days": "3", "reason": "送样检测"})
    page = text_of(browser(applicant.person).get(f"/my/{item.number}/clock/"))
    assert "检测：送样检测" in page
    assert "第四十五条" in page
    assert "还没有结束" in page


def test_the_badge_leads_there(applicant, number, item):
    assert f'href="/my/{item.number}/clock/"' in browser(applicant.person).get(f"/my/{number}/").content.decode()
    assert f'href="/office/{item.number}/clock/"' in an_officer_of(item.authority).get("/office/").content.decode()
    watched = browser(staff("jc", "监察人员", Role.SUPERVISOR)).get(f"/oversight/cases/{number}/").content.decode()
    assert f'href="/oversight/cases/{item.number}/clock/"' in watched


def test_a_stranger_learns_nothing(applicant, item):
    other = an_officer_of("fire")
    for address in (f"/office/{item.number}/clock/", f"/office/{item.number}/clock.json"):
        assert other.get(address).status_code == 404


def test_before_anything_is_counted_it_says_so(applicant):
    number = handed_in(applicant)
    with pytest.raises(cases.NoClock) as refused:
        cases.clock_certificate(number, reader(applicant, timezone.now()))
    assert "受理以后" in refused.value.message
    reply = browser(applicant.person).get(f"/my/{number}/clock/")
    assert "受理以后" in reply.content.decode()
    assert reply.status_code < 500


def test_the_pages_keep_our_rules(applicant, item):
    for where, who in everybody(applicant, item).items():
        page = who.get(f"{where}/").content.decode()
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", page), where
