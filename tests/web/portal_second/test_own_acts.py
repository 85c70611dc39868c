"""An applicant acts on one item: hearing, statement, taking it back; and asks about a licence they hold."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.core.proceedings.events import Actor, Role
from tests.apps.cases.builders import a_clerk, a_county, a_submission, an_applicant, an_approver, by, reader


@pytest.fixture
def citizen(db):
    a_county()
    return an_applicant()


@pytest.fixture
def item(citizen):
    now = timezone.now()
    number = cases.submit(a_submission(citizen), by(citizen, now)).number
    cases.accept(number, by(a_clerk(), now))
    return next(each for each in cases.case(number, reader(a_clerk(), now)).items if each.item == "reg_company")


@pytest.fixture
def browser(citizen):
    client = Client()
    client.force_login(
        get_user_model().objects.get(pk=citizen.person), backend="lianban.apps.accounts.backend.PersonBackend"
    )
    return client


def page_of(browser, item):
    return browser.get(f"/my/{item.number.partition('-')[0]}/").content.decode()


def hidden(page):
    return dict(re.findall(r'<input type="hidden" name="(key|version)" value="([^"]*)">', page))


def do(browser, item, act, **said):
    address = f"/my/{item.number}/own/{act}/"
    return browser.post(address, {**hidden(browser.get(address).content.decode()), **said})


def kinds(item):
    return [each.kind for each in docket.events(item.number)]


def test_a_hearing_is_asked_for_where_its_right_was_told(browser, item):
    assert f"/my/{item.number}/own/hearing/" not in page_of(browser, item)
    early = browser.get(f"/my/{item.number}/own/hearing/").content.decode()
    assert "尚未告知听证权利" in early
    cases.tell_hearing_right(item.number, "涉及重大利益", by(an_approver(item.authority), timezone.now()))
    assert f"/my/{item.number}/own/hearing/" in page_of(browser, item)
    page = browser.get(f"/my/{item.number}/own/hearing/").content.decode()
    assert "不用交任何费用" in page
    assert "第四十七条" in page
    assert do(browser, item, "hearing").status_code == 302
    assert docket.load(item.number).state.hearing.requested_on
    assert do(browser, item, "no-hearing").status_code == 422


def test_a_statement_goes_to_the_examiner_word_for_word(browser, item):
    lacking = do(browser, item, "statement", words="")
    assert lacking.status_code == 422
    assert do(browser, item, "statement", words="面积以实测为准").status_code == 302
    view = cases.item_case(item.number, reader(an_approver(item.authority), timezone.now()))
    assert [each.words for each in view.statements] == ["面积以实测为准"]
    assert kinds(item)[-1] == "statement_heard"


def test_one_item_is_taken_back(browser, item):
    assert do(browser, item, "withdraw", reason="暂不设立").status_code == 302
    assert docket.load(item.number).state.status.value == "withdrawn"


def test_a_licence_held_leads_to_what_may_be_asked(browser, item):
    officer = an_approver(item.authority)
    now = timezone.now()
    cases.review(item.number, "审查", "符合条件", by(officer, now))
    cases.grant(item.number, {}, by(officer, now))
    page = page_of(browser, item)
    assert f"/my/{item.number}/own/change/" in page
    assert f"/my/{item.number}/own/renew/" not in page  # a business licence has no end
    assert do(browser, item, "change", words="变更经营范围").status_code == 302
    assert docket.load(item.number).state.change_asked.change.value == "变更"
    assert "已经提出申请" in browser.get(f"/my/{item.number}/own/deregister/").content.decode()


def test_a_licence_that_lost_its_force_says_so_and_offers_nothing(browser, item):
    officer = an_approver(item.authority)
    now = timezone.now()
    cases.review(item.number, "审查", "符合条件", by(officer, now))
    cases.grant(item.number, {}, by(officer, now))
    cases.recall(item.number, "规划调整", "按评估补偿", by(officer, now))
    page = page_of(browser, item)
    assert "失效" in page
    assert f"/my/{item.number}/own/change/" not in page


def test_a_stranger_and_an_unknown_act_find_nothing(browser, item):
    assert browser.get(f"/my/{item.number}/own/teleport/").status_code == 404
    other = Actor(person="00000000-0000-0000-0000-000000000001", role=Role.APPLICANT)
    with pytest.raises(docket.NoSuchProceeding):
        cases.request_hearing(item.number, by(other, timezone.now()))
