"""A county stands after one load; a second changes only what differs; nothing is ever deleted."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from lianban.apps.accounts import public as accounts
from lianban.apps.county import public as county
from lianban.apps.county.errors import NoSuchStaff
from lianban.apps.organs import public as organs
from lianban.apps.organs.models import Assignment, ChangeRecord
from lianban.core.proceedings.events import Role
from tests.core.county.counties import a_county, written
from tests.fakes.notebooks import NOON

pytestmark = pytest.mark.django_db
TODAY, TOMORROW = NOON.date(), NOON.date() + timedelta(days=1)


def load(now=NOON, end_missing=False, trial=False, **changed):
    loading = county.Loading(who="liming", now=now, end_missing=end_missing, trial=trial)
    return county.load_county(a_county(**changed), loading)


def became(outcome):
    return {(each.subject.value, each.name): each.act.value for each in outcome.changes if each.act != "kept"}


def staff_but(*user_names):
    return [each for each in written()["staff"] if each["user_name"] not in user_names]


def posts(user_name, on=TODAY):
    return [
        (each.role, each.authority, each.hall, each.leads)
        for each in organs.posts_of(accounts.find_staff(user_name), on)
    ]


def test_one_load_sets_up_everything():
    outcome = load()
    assert set(became(outcome).values()) == {"created"}
    assert [each.key for each in organs.authorities()] == ["market"]
    assert posts("ck01") == [(Role.CLERK, "", "center", False)]
    assert posts("sj02") == [(Role.APPROVER, "market", "", True)]
    assert outcome.missing == ()


def test_every_new_account_gets_a_password_of_its_own_that_opens_it():
    made = load().passwords
    assert [each.user_name for each in made] == ["ck01", "sj01", "sj02"]
    assert len({each.password for each in made}) == 3
    for each in made:
        facts = {"name": each.user_name, "password": each.password, "staff": True}
        assert accounts.sign_in_with_password(**facts, client="192.0.2.1", now=NOON)


def test_a_second_load_changes_nothing_and_hands_out_no_password():
    load()
    before = ChangeRecord.objects.count()
    again = load(NOON + timedelta(days=1))
    assert (became(again), again.passwords, again.missing) == ({}, (), ())
    assert ChangeRecord.objects.count() == before


def test_only_what_differs_changes():
    load()
    staff = written()["staff"]
    staff[0] |= {"name": "综合受理窗口一号"}
    staff[1] |= {"leads": True}
    authorities = [written()["authorities"][0] | {"short_name": "博市"}]
    assert became(load(staff=staff, authorities=authorities)) == {
        ("authority", "market"): "changed",
        ("account", "ck01"): "changed",
        ("post", "sj01 approver market"): "changed",
    }
    assert organs.authority("market").short_name == "博市"
    assert accounts.card(accounts.find_staff("ck01")).name == "综合受理窗口一号"
    assert posts("sj01") == [(Role.APPROVER, "market", "", True)]


def test_who_changed_what_and_when_is_on_record():
    load()
    authorities = [written()["authorities"][0] | {"short_name": "博市"}]
    load(NOON + timedelta(days=1), authorities=authorities)
    latest = organs.recorded()[0]
    assert (latest.who, latest.at, latest.change.name) == ("liming", NOON + timedelta(days=1), "market")
    assert latest.change.differs == {"short_name": ("博市监", "博市")}


def test_the_record_cannot_be_changed_and_holds_no_name_of_a_person():
    load()
    assert "负责人" not in str(list(ChangeRecord.objects.values_list("name", "differs")))
    with pytest.raises(DatabaseError), transaction.atomic():
        ChangeRecord.objects.update(who="somebody else")


def test_what_the_file_no_longer_names_is_told_and_stays():
    load()
    left = load(staff=staff_but("sj01")).missing
    assert [(each.subject.value, each.name) for each in left] == [("post", "sj01 approver market")]
    assert posts("sj01") != []


def test_a_hall_and_an_authority_that_are_not_named_are_told_and_stay():
    load()
    left = load(staff=[], halls=[], authorities=[]).missing
    assert {each.subject.value for each in left} == {"authority", "hall", "window", "post"}
    assert len(organs.halls()) == len(organs.authorities()) == 1


def test_asked_to_posts_that_are_not_named_end_with_today_and_stay_in_the_history():
    load()
    outcome = load(NOON + timedelta(days=1), end_missing=True, staff=staff_but("sj01"))
    assert became(outcome) == {("post", "sj01 approver market"): "ended"}
    assert posts("sj01", TOMORROW) != []
    assert posts("sj01", TOMORROW + timedelta(days=1)) == []
    held = Assignment.objects.get(person=accounts.find_staff("sj01"))
    assert (held.from_on, held.until_on) == (TODAY, TOMORROW)
    assert became(load(NOON + timedelta(days=1), end_missing=True, staff=staff_but("sj01"))) == {}


def test_named_again_on_the_same_day_the_post_goes_on():
    load()
    load(end_missing=True, staff=staff_but("sj01"))
    assert became(load()) == {("post", "sj01 approver market"): "resumed"}
    assert posts("sj01", TOMORROW) != []


def test_named_again_later_a_new_post_begins():
    load()
    load(end_missing=True, staff=staff_but("sj01"))
    later = NOON + timedelta(days=9)
    assert became(load(later)) == {("post", "sj01 approver market"): "created"}
    assert posts("sj01", TODAY + timedelta(days=5)) == []
    assert posts("sj01", later.date()) != []


def test_one_person_may_hold_two_posts():
    staff = written()["staff"]
    staff[1] |= {"also": [{"role": "item_admin", "authority": "market"}]}
    load(staff=staff)
    assert [each[0] for each in posts("sj01")] == [Role.APPROVER, Role.ITEM_ADMIN]
    assert [each.name for each in load().missing] == ["sj01 item_admin market"]


def test_a_trial_says_what_would_change_and_changes_nothing():
    outcome = load(trial=True)
    assert ("account", "ck01") in became(outcome)
    assert outcome.passwords == ()
    assert (organs.authorities(), accounts.find_staff("ck01"), organs.recorded()) == ((), None, ())


def test_a_forgotten_password_is_replaced_by_one_for_the_next_sign_in():
    first = load().passwords[0]
    new = county.renew_password("ck01", who="liming", now=NOON)
    assert new.password != first.password
    facts = {"name": "ck01", "staff": True, "client": "192.0.2.1", "now": NOON}
    assert accounts.sign_in_with_password(**facts, password=new.password)
    with pytest.raises(accounts.NotSignedIn):
        accounts.sign_in_with_password(**facts, password=first.password)
    assert organs.recorded()[0].change.name == "ck01"
    with pytest.raises(NoSuchStaff):
        county.renew_password("nobody", who="liming", now=NOON)


def test_the_overview_shows_who_leads_who_is_away_and_what_nobody_decides():
    load()
    person, deputy = accounts.find_staff("sj01"), accounts.find_staff("sj02")
    post = organs.posts_of(person, TODAY)[0].id
    away = organs.Away(post, deputy, TODAY, TOMORROW, "培训")
    organs.record_absence(away, by=person, now=NOON)
    found = county.overview(TODAY)
    head, other = found.of_authority("market")
    assert (head.user_name, head.leads) == ("sj02", True)
    assert (other.deputy, other.away_until) == ("sj02", TOMORROW)
    assert [each.user_name for each in found.of_hall("center")] == ["ck01"]
    assert found.undecided == {}
