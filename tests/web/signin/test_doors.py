"""A door opens to the roles it names, and says which way to go to everybody else."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory
from django.utils import timezone

from lianban.apps.accounts import public as accounts
from lianban.apps.organs import public as organs
from lianban.core.proceedings.events import Channel, Role
from lianban.core.proceedings.moments import local_day
from lianban.web.signin.doors import POST_KEY, requires
from lianban.web.signin.entry import client_address
from tests.apps.accounts.people import a_citizen
from tests.fakes.notebooks import NOON

pytestmark = pytest.mark.django_db
LONG_AGO = date(2020, 1, 1)


@requires(Role.CLERK, Role.ISSUER)
def desk(request, actor):
    return actor


@requires(Role.APPLICANT)
def mine(request, actor):
    return actor


def asked_by(user, **session):
    request = RequestFactory().get("/desk/?a=1")
    request.user, request.session = user, session
    return request


@pytest.fixture
def staff(django_user_model, settings):
    settings.LIANBAN_STAFF_SECOND_FACTOR = False
    for key in ("center", "town"):
        organs.put_hall(organs.HallCard(key, key, "", "370304", "", ()))
    person = accounts.create_staff(user_name="ck01", name="窗口", password="x", now=NOON)
    return django_user_model.objects.get(pk=person)


def test_a_stranger_is_sent_to_sign_in_and_comes_back():
    assert desk(asked_by(AnonymousUser())).url == "/login/staff/?next=%2Fdesk%2F%3Fa%3D1"
    assert mine(asked_by(AnonymousUser())).url.startswith("/login/?next=")


@pytest.mark.parametrize(
    ("referer", "back"),
    [
        ("http://testserver/desk/notes/?a=1", "%2Fdesk%2Fnotes%2F%3Fa%3D1"),
        ("http://testserver//evil.example/", "%2Fevil.example%2F"),
        ("https://evil.example/desk/", "%2F"),
        ("", "%2F"),
    ],
)
def test_who_sends_a_form_after_the_session_ended_comes_back_to_the_page_of_the_form(referer, back):
    request = RequestFactory().post("/desk/do/", headers={"referer": referer})
    request.user, request.session = AnonymousUser(), {}
    assert desk(request).url == f"/login/staff/?next={back}"


def test_whoever_holds_the_role_acts_in_it(staff):
    organs.assign(staff.pk, Role.CLERK, from_on=LONG_AGO, hall="center")
    actor = desk(asked_by(staff))
    assert (actor.role, actor.hall) == (Role.CLERK, "center")


def test_the_chosen_post_goes_first(staff):
    organs.assign(staff.pk, Role.CLERK, from_on=LONG_AGO, hall="center")
    organs.assign(staff.pk, Role.CLERK, from_on=LONG_AGO, hall="town")
    town = next(post for post in organs.posts_of(staff.pk, LONG_AGO) if post.hall == "town")
    assert desk(asked_by(staff, **{POST_KEY: str(town.id)})).hall == "town"


def test_other_roles_stay_outside(staff, django_user_model):
    organs.assign(staff.pk, Role.SUPERVISOR, from_on=LONG_AGO)
    with pytest.raises(PermissionDenied):
        desk(asked_by(staff))
    citizen = django_user_model.objects.get(pk=a_citizen())
    with pytest.raises(PermissionDenied):
        desk(asked_by(citizen))


def test_staff_do_not_apply_with_their_staff_account(staff):
    with pytest.raises(PermissionDenied):
        mine(asked_by(staff))


def test_staff_who_need_a_second_factor_are_sent_to_set_it_up(staff, settings):
    settings.LIANBAN_STAFF_SECOND_FACTOR = True
    assert desk(asked_by(staff)).url.startswith("/account/second-factor/totp/activate/")


def test_an_address_that_a_client_wrote_itself_is_not_believed(settings):
    request = RequestFactory().get("/", HTTP_X_FORWARDED_FOR="203.0.113.9, 198.51.100.7", REMOTE_ADDR="192.0.2.1")
    settings.LIANBAN_TRUSTED_PROXIES = 0
    assert client_address(request) == "192.0.2.1"
    settings.LIANBAN_TRUSTED_PROXIES = 1
    assert client_address(request) == "198.51.100.7"


def test_the_record_learns_through_what_somebody_came_and_a_digest_of_the_address_alone(staff, settings):
    organs.assign(staff.pk, Role.CLERK, from_on=LONG_AGO, hall="center")
    at_the_window = desk(asked_by(staff))
    assert at_the_window.channel is Channel.WINDOW
    assert at_the_window.origin == accounts.origin_of("127.0.0.1") != accounts.origin_of("127.0.0.2")
    assert len(at_the_window.origin) == 64


def test_a_listed_address_is_a_self_service_terminal(django_user_model, settings):
    settings.LIANBAN_KIOSKS = frozenset({"127.0.0.1"})
    citizen = django_user_model.objects.get(pk=a_citizen())
    assert mine(asked_by(citizen)).channel is Channel.KIOSK
    settings.LIANBAN_KIOSKS = frozenset()
    assert mine(asked_by(citizen)).channel is Channel.ONLINE


def test_whoever_stands_in_acts_for_whom_the_post_belongs_to(staff):
    away = accounts.create_staff(user_name="ck02", name="窗口", password="x", now=NOON)
    organs.assign(away, Role.CLERK, from_on=LONG_AGO, hall="center")
    organs.assign(staff.pk, Role.ISSUER, from_on=LONG_AGO, hall="center")
    assert desk(asked_by(staff)).on_behalf_of == ""
    today = local_day(timezone.now())
    post = organs.posts_of(away, today)[0].id
    organs.record_absence(
        organs.Away(post, staff.pk, today, today + timedelta(days=1), "出差"), by=away, now=timezone.now()
    )
    assert (desk(asked_by(staff)).role, desk(asked_by(staff)).on_behalf_of) == (Role.CLERK, str(away))
