"""Signing in with a one-time code: five minutes, five tries, and nothing for strangers to learn."""

import pytest

from lianban.apps.accounts import public as accounts
from lianban.apps.messages import public as messages
from tests.apps.accounts.people import HERE, ID_NUMBER, OTHER_ID, PHONE, a_citizen, after, latest_code
from tests.fakes.notebooks import NOON

pytestmark = pytest.mark.django_db


def ask(id_number=ID_NUMBER, now=NOON):
    accounts.send_sign_in_code(id_number=id_number, client=HERE, now=now)


def enter(code, id_number=ID_NUMBER, now=NOON):
    return accounts.sign_in_with_code(id_number=id_number, code=code, client=HERE, now=now)


def wrong(code):
    return f"{(int(code) + 1) % 1_000_000:06d}"


def test_the_code_opens_the_account_it_was_sent_for():
    person = a_citizen()
    ask()
    assert messages.latest_messages()[0].address == PHONE
    assert enter(latest_code()) == person


def test_an_id_number_may_be_written_with_spaces_and_a_small_x():
    person = a_citizen()
    ask("110105 19491231 002x")
    assert enter(latest_code(), "11010519491231002x") == person


def test_a_code_opens_once():
    a_citizen()
    ask()
    code = latest_code()
    enter(code)
    with pytest.raises(accounts.NotSignedIn):
        enter(code)


def test_a_code_is_dead_after_five_minutes():
    a_citizen()
    ask()
    with pytest.raises(accounts.NotSignedIn):
        enter(latest_code(), now=after(minutes=5))


def test_a_code_is_dead_after_five_wrong_guesses():
    a_citizen()
    ask()
    code = latest_code()
    for _ in range(5):
        with pytest.raises(accounts.NotSignedIn):
            enter(wrong(code))
    with pytest.raises(accounts.TooMany):
        enter(code)
    with pytest.raises(accounts.NotSignedIn):
        enter(code, now=after(minutes=16))


def test_a_new_code_kills_the_old_one():
    person = a_citizen()
    ask()
    old = latest_code()
    ask(now=after(seconds=61))
    with pytest.raises(accounts.NotSignedIn):
        enter(old, now=after(seconds=62))
    assert enter(latest_code(), now=after(seconds=63)) == person


def test_another_code_must_wait_a_minute_and_the_message_says_how_long():
    a_citizen()
    ask()
    with pytest.raises(accounts.TooMany) as refused:
        ask(now=after(seconds=20))
    assert refused.value.facts["wait_seconds"] == 40
    assert "40 秒" in refused.value.message


def test_there_are_five_codes_an_hour():
    a_citizen()
    for turn in range(5):
        ask(now=after(minutes=2 * turn))
    with pytest.raises(accounts.TooMany) as refused:
        ask(now=after(minutes=20))
    assert "40 分钟" in refused.value.message
    ask(now=after(minutes=61))


def test_asking_for_an_unknown_person_looks_the_same_and_sends_nothing():
    ask(OTHER_ID)
    assert messages.latest_messages() == ()
    with pytest.raises(accounts.NotSignedIn) as unknown:
        enter("000000", OTHER_ID)
    a_citizen()
    ask()
    with pytest.raises(accounts.NotSignedIn) as mistaken:
        enter(wrong(latest_code()))
    assert unknown.value.message == mistaken.value.message


def test_a_wrong_id_number_is_named_with_its_field_before_anything_is_counted():
    with pytest.raises(accounts.FieldRefused) as refused:
        ask("110105194912310021")
    assert refused.value.facts["field"] == "id_number"
