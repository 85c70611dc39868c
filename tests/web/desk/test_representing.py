"""What is the applicant's to do is done at the window while they are there; the record says who did it and for whom."""

import pytest
from django.utils import timezone

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.core.proceedings.events import Role
from tests.apps.cases.builders import a_clerk, an_accepted_application, an_applicant, reader
from tests.web.work.people import a_clerk_at, an_issuer_at_the_window, hidden

pytestmark = pytest.mark.usefixtures("county")


@pytest.fixture
def applicant(county):
    return an_applicant()


@pytest.fixture
def number(applicant):
    return an_accepted_application(applicant, now=timezone.now())


@pytest.fixture
def clerk(county):
    return a_clerk_at()


def item(number: str) -> cases.ItemView:
    """An item that the window may withdraw for the applicant."""
    view = cases.case(number, reader(a_clerk(), timezone.now()))
    return next(each for each in view.items if "withdraw" in each.open)


def at(number: str, act: str = "withdraw") -> str:
    return f"/desk/case/{item(number).number}/own/{act}/"


def last_event(number: str):
    """The last event that somebody of the staff made of a proceeding."""
    loaded = docket.load(number)
    return [each for each in docket.events_of([loaded])[loaded.id] if each.actor.role is Role.CLERK][-1]


class TestOneItem:
    def test_the_page_of_the_case_leads_to_what_can_be_done_for_the_applicant(self, clerk, number):
        page = clerk.get(f"/desk/running/{number}/")
        links = [address for each in page.context["own"] for _act, address in each["acts"]]
        assert at(number) in links
        assert "申请人到场，替他办" in page.content.decode()

    def test_it_is_withdrawn_for_whom_it_is(self, clerk, number, applicant):
        chosen, address = item(number), at(number)
        sent = clerk.post(address, {**hidden(clerk, address), "present": "yes", "reason": "不办这一项了"})
        assert sent.status_code == 302
        assert "撤回这一项" in clerk.get(sent.url).content.decode()
        event = last_event(chosen.number)
        assert (event.kind, event.actor.on_behalf_of) == ("withdrawn", applicant.person)

    @pytest.mark.parametrize("answer", ["no", ""])
    def test_without_the_person_nothing_is_done_and_the_field_says_so(self, clerk, number, answer):
        address, before = at(number), item(number).state
        sent = clerk.post(address, {**hidden(clerk, address), "present": answer})
        assert (sent.status_code, sent.context["errors"][0]["anchor"]) == (422, "f-present")
        assert item(number).state == before

    def test_what_the_rules_do_not_open_says_why(self, clerk, number):
        assert clerk.get(at(number, "renew")).context["why_not"]

    def test_an_unknown_act_is_not_there_and_an_issuer_does_not_come_in(self, clerk, number):
        assert clerk.get(at(number, "everything")).status_code == 404
        assert clerk.get(f"/desk/case/{number}/own/withdraw/").status_code == 404
        assert an_issuer_at_the_window().get(at(number)).status_code == 403


class TestTheWhole:
    def test_it_is_taken_back_for_whom_it_is_and_not_without_them(self, clerk, number, applicant):
        address = f"/desk/running/{number}/withdraw/"
        refused = clerk.post(address, {**hidden(clerk, address), "present": "no"})
        assert (refused.status_code, refused.context["errors"][0]["anchor"]) == (422, "f-present")
        clerk.post(address, {**hidden(clerk, address), "present": "yes", "reason": "不办了"})
        event = last_event(number)
        assert (event.kind, event.actor.on_behalf_of) == ("withdrawn", applicant.person)

    def test_what_is_the_windows_own_is_done_for_nobody(self, number):
        assert {each.actor.on_behalf_of for each in _accepted(number)} == {""}


def _accepted(number: str):
    loaded = docket.load(number)
    return [each for each in docket.events_of([loaded])[loaded.id] if each.kind == "accepted"]
