"""Being away, and standing in: from a day to a day, inside one authority, never further."""

from datetime import date, timedelta

import pytest
from django.db import connection

from lianban.apps.accounts import public as accounts
from lianban.apps.organs import public as organs
from lianban.apps.organs.public import AuthorityCard, Away
from lianban.core.proceedings.events import Role
from tests.apps.docket.test_concurrency import at_once
from tests.fakes.notebooks import NOON

TODAY = date(2026, 11, 23)
"""The local day of NOON."""
DAY = timedelta(days=1)


@pytest.fixture
def office(db):
    return Office()


class Office:
    """An authority with two approvers, a head and somebody who only keeps its items."""

    def __init__(self):
        for key in ("market", "fire"):
            organs.put_authority(AuthorityCard(key, f"区{key}局", "", f"区{key}局", "博", ""))
        self.one, self.two = self.works("one", Role.APPROVER), self.works("two", Role.APPROVER)
        self.head = self.works("head", Role.APPROVER, leads=True)
        self.keeper = self.works("keeper", Role.ITEM_ADMIN)
        self.stranger = self.works("stranger", Role.APPROVER, authority="fire")

    def works(self, name, role, authority="market", **more):
        person = accounts.create_staff(user_name=name, name=f"工作人员{name}", password="x", now=NOON)
        organs.assign(person, role, from_on=date(2020, 1, 1), authority=authority, **more)
        return person

    def post(self, person):
        return organs.posts_of(person, TODAY)[0].id

    def away(self, who, deputy, first=TODAY, last=TODAY + 4 * DAY, reason="出差", by=None):
        asked = Away(self.post(who), deputy, first, last, reason)
        return organs.record_absence(asked, by=by or who, now=NOON)


def refused(field):
    return pytest.raises(organs.AbsenceRefused, check=lambda error: error.facts["field"] == field)


def approver(office, person, on=TODAY):
    return organs.actor_of(person, Role.APPROVER, on)


class TestTheWindow:
    @pytest.mark.parametrize(("days", "stands_in"), [(-1, False), (0, True), (4, True), (5, False)])
    def test_somebody_stands_in_from_the_first_to_the_last_day_and_it_ends_by_itself(self, office, days, stands_in):
        first = TODAY + 10 * DAY
        office.away(office.one, office.two, first, first + 4 * DAY)
        on = first + days * DAY
        assert (organs.principals(office.two, Role.APPROVER, "market", on) == (office.one,)) is stands_in
        acting = organs.acting_for(approver(office, office.two, on), str(office.one), on)
        assert acting.on_behalf_of == (str(office.one) if stands_in else "")

    def test_taken_back_it_ends_at_once_and_stays_in_the_history(self, office):
        absence = office.away(office.one, office.two)
        organs.end_absence(absence, by=office.one, now=NOON)
        organs.end_absence(absence, by=office.head, now=NOON + DAY)
        assert organs.principals(office.two, Role.APPROVER, "market", TODAY) == ()
        (card,) = organs.absences("market")
        assert (card.ended_by, card.ended_at, card.is_over(TODAY)) == (office.one, NOON, True)

    def test_the_days_of_a_post_that_ended_are_nobody_s(self, office):
        office.away(office.one, office.two)
        organs.end_post(office.post(office.one), TODAY - DAY)
        assert organs.principals(office.two, Role.APPROVER, "market", TODAY) == ()

    def test_a_deputy_whose_own_post_ended_stands_in_no_more(self, office):
        office.away(office.one, office.two)
        organs.end_post(office.post(office.two), TODAY + DAY)
        assert organs.principals(office.two, Role.APPROVER, "market", TODAY + DAY) == (office.one,)
        assert organs.principals(office.two, Role.APPROVER, "market", TODAY + 2 * DAY) == ()
        assert organs.posts_of(office.two, TODAY + 2 * DAY) == ()

    def test_it_begins_today_at_the_earliest(self, office):
        with refused("from_on"):
            office.away(office.one, office.two, TODAY - DAY)

    def test_it_ends_after_it_begins_and_within_a_year(self, office):
        with refused("until_on"):
            office.away(office.one, office.two, TODAY + DAY, TODAY)
        with refused("until_on"):
            office.away(office.one, office.two, TODAY, TODAY + 400 * DAY)

    def test_it_says_why(self, office):
        with refused("reason"):
            office.away(office.one, office.two, reason="  ")

    def test_said_again_it_stays_one(self, office):
        assert office.away(office.one, office.two) == office.away(office.one, office.two)
        assert len(organs.absences("market")) == 1


class TestWhoStandsIn:
    def test_nobody_stands_in_for_themselves(self, office):
        with refused("deputy"):
            office.away(office.one, office.one)

    def test_another_authority_does_not(self, office):
        with refused("deputy"):
            office.away(office.one, office.stranger)

    def test_whoever_leaves_before_the_end_does_not(self, office):
        organs.end_post(office.post(office.two), TODAY + DAY)
        with refused("deputy"):
            office.away(office.one, office.two)

    def test_whoever_is_away_does_not(self, office):
        office.away(office.two, office.head, TODAY + 4 * DAY, TODAY + 9 * DAY)
        with refused("deputy"):
            office.away(office.one, office.two)

    def test_a_deputy_does_not_pass_it_on(self, office):
        office.away(office.one, office.two)
        with refused("from_on"):
            office.away(office.two, office.head, TODAY + DAY, TODAY + DAY)

    def test_one_absence_at_a_time(self, office):
        office.away(office.one, office.two)
        with refused("from_on"):
            office.away(office.one, office.head, TODAY + 4 * DAY, TODAY + 9 * DAY)
        assert office.away(office.one, office.head, TODAY + 5 * DAY, TODAY + 9 * DAY)

    def test_somebody_without_such_a_post_works_in_the_other_s(self, office):
        with pytest.raises(organs.NotAssigned):
            organs.actor_of(office.keeper, Role.APPROVER, TODAY)
        office.away(office.one, office.keeper)
        actor = organs.actor_of(office.keeper, Role.APPROVER, TODAY)
        assert (actor.person, actor.authority, actor.on_behalf_of) == (str(office.keeper), "market", str(office.one))
        with pytest.raises(organs.NotAssigned):
            organs.actor_of(office.keeper, Role.APPROVER, TODAY + 5 * DAY)

    def test_somebody_with_such_a_post_keeps_one(self, office):
        office.away(office.one, office.two)
        assert len(organs.posts_of(office.two, TODAY)) == 1
        assert approver(office, office.two).on_behalf_of == ""

    def test_what_the_absent_do_not_hold_is_done_in_one_s_own_name(self, office):
        office.away(office.one, office.two)
        actor = approver(office, office.two)
        for holder in ("", str(office.two), str(office.head)):
            assert organs.acting_for(actor, holder, TODAY) == actor


class TestWhoMayArrangeIt:
    def test_a_head_of_the_same_authority_may(self, office):
        assert office.away(office.one, office.two, by=office.head)

    def test_a_colleague_and_the_head_of_another_authority_may_not(self, office):
        outside = office.works("outside", Role.APPROVER, authority="fire", leads=True)
        for person in (office.two, outside):
            with refused("post"):
                office.away(office.one, office.two, by=person)

    def test_nobody_else_takes_it_back(self, office):
        absence = office.away(office.one, office.two)
        with refused("post"):
            organs.end_absence(absence, by=office.two, now=NOON)

    def test_whoever_stands_in_for_a_head_leads_meanwhile(self, office):
        office.away(office.head, office.two)
        assert organs.leads(approver(office, office.two), TODAY)
        assert not organs.leads(approver(office, office.two), TODAY + 5 * DAY)
        assert not organs.leads(approver(office, office.one), TODAY)
        assert organs.leads(approver(office, office.head), TODAY)


def test_colleagues_are_those_who_work_in_that_role_on_that_day(office):
    assert set(organs.colleagues("market", Role.APPROVER, TODAY)) == {office.one, office.two, office.head}
    assert organs.colleagues("fire", Role.APPROVER, TODAY) == (office.stranger,)
    assert organs.colleagues("market", Role.APPROVER, date(2019, 1, 1)) == ()


@pytest.mark.django_db(transaction=True)
def test_two_who_name_each_other_at_once_do_not_both_leave():
    office = Office()

    def leaves(who, deputy):
        def attempt():
            try:
                return office.away(who, deputy)
            except organs.AbsenceRefused:
                return None
            finally:
                connection.close()

        return attempt

    made = at_once(leaves(office.one, office.two), leaves(office.two, office.one))
    assert sum(each is not None for each in made) == 1
