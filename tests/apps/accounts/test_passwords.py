"""Signing in with a password, citizens by ID number, staff by user name."""

import pytest

from lianban.apps.accounts import public as accounts
from lianban.apps.accounts.models import Person
from tests.apps.accounts.people import HERE, ID_NUMBER, a_citizen, after
from tests.fakes.notebooks import NOON

pytestmark = pytest.mark.django_db
SECRET = "correct-horse-42"


def sign_in(name, password=SECRET, *, staff=False, now=NOON):
    return accounts.sign_in_with_password(name=name, password=password, staff=staff, client=HERE, now=now)


@pytest.fixture
def clerk():
    return accounts.create_staff(user_name="ck01", name="综合受理窗口1号", password=SECRET, now=NOON)


def test_staff_sign_in_with_their_user_name(clerk):
    assert sign_in(" CK01 ", staff=True) == clerk
    assert accounts.card(clerk).name == "综合受理窗口1号"


def test_a_citizen_signs_in_with_id_number_and_password():
    person = a_citizen()
    accounts.set_password(person=person, password=SECRET)
    assert sign_in(ID_NUMBER) == person


def test_a_citizen_without_a_password_cannot_guess_one():
    a_citizen()
    with pytest.raises(accounts.NotSignedIn):
        sign_in(ID_NUMBER, "")


def test_each_door_opens_for_its_own_people_only(clerk):
    person = a_citizen()
    accounts.set_password(person=person, password=SECRET)
    digest = Person.objects.get(pk=person).sign_in_name
    with pytest.raises(accounts.NotSignedIn):
        sign_in(digest, staff=True)


def test_an_unknown_name_and_a_wrong_password_read_the_same(clerk):
    with pytest.raises(accounts.NotSignedIn) as unknown:
        sign_in("nobody", staff=True)
    with pytest.raises(accounts.NotSignedIn) as mistaken:
        sign_in("ck01", "wrong", staff=True)
    assert unknown.value.message == mistaken.value.message


def test_the_sixth_try_within_a_quarter_of_an_hour_must_wait(clerk):
    for _ in range(5):
        with pytest.raises(accounts.NotSignedIn):
            sign_in("ck01", "wrong", staff=True)
    with pytest.raises(accounts.TooMany):
        sign_in("ck01", staff=True)
    assert sign_in("ck01", staff=True, now=after(minutes=16)) == clerk


def test_a_success_forgets_the_failures(clerk):
    for _ in range(3):
        for _ in range(3):
            with pytest.raises(accounts.NotSignedIn):
                sign_in("ck01", "wrong", staff=True)
        sign_in("ck01", staff=True)


def test_a_closed_account_does_not_open(clerk):
    Person.objects.filter(pk=clerk).update(is_active=False)
    with pytest.raises(accounts.NotSignedIn):
        sign_in("ck01", staff=True)


def test_a_weak_password_is_refused_with_the_reason(clerk):
    with pytest.raises(accounts.FieldRefused) as refused:
        accounts.set_password(person=clerk, password="1234")
    assert refused.value.facts["field"] == "password"
