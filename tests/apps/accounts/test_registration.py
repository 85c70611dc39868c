"""A citizen registers with ID number, name and a phone that is theirs."""

import pytest

from lianban.apps.accounts import public as accounts
from tests.apps.accounts.people import HERE, ID_NUMBER, OTHER_PHONE, PHONE, a_citizen, latest_code
from tests.fakes.notebooks import NOON

pytestmark = pytest.mark.django_db


def register(phone=PHONE, **changed):
    accounts.send_registration_code(phone=phone, client=HERE, now=NOON)
    facts = {"id_number": ID_NUMBER, "name": "演示申请人甲", "phone": phone, "code": latest_code(), **changed}
    return accounts.register(**facts, client=HERE, now=NOON)


def test_who_registered_is_found_by_id_number_and_shown_masked():
    person = register()
    assert accounts.find_citizen(ID_NUMBER) == person
    card = accounts.card(person)
    assert (card.name, card.id_number, card.phone) == ("演*****", "110105********002X", "138****0001")
    assert accounts.full_card(person).id_number == ID_NUMBER


@pytest.mark.parametrize(
    ("field", "value"),
    [("id_number", "110105194912310021"), ("name", " "), ("phone", "12345"), ("code", "abc")],
)
def test_what_is_wrong_is_named_with_its_field(field, value):
    with pytest.raises(accounts.FieldRefused) as refused:
        register(**{field: value})
    assert refused.value.facts["field"] == field


def test_registering_again_with_the_same_phone_opens_the_same_account():
    assert register() == accounts.find_citizen(ID_NUMBER)
    accounts.sweep_limits(NOON.replace(year=2027))
    assert register() == accounts.find_citizen(ID_NUMBER)


def test_nobody_takes_over_an_account_with_another_phone():
    a_citizen()
    with pytest.raises(accounts.CannotRegister):
        register(OTHER_PHONE)


def test_a_family_may_share_a_phone():
    assert a_citizen() != a_citizen("110105194912310038", PHONE)
