"""Who has an item in hand, and acts done for somebody who is away."""

from datetime import timedelta
from uuid import UUID

import pytest

from lianban.apps.accounts import public as accounts
from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.apps.documents.models import Document
from lianban.apps.organs import public as organs
from lianban.core.proceedings.events import Actor, Role
from lianban.core.proceedings.moments import local_day
from lianban.core.proceedings.procedure import GuardRefused
from tests.apps.cases.builders import NOW, a_clerk, a_county, an_accepted_application, an_applicant, by, reader
from tests.apps.docket.test_concurrency import at_once

TODAY = local_day(NOW)


class Office:
    """An accepted application and the office that registers the company: two approvers and their head."""

    def __init__(self):
        a_county()
        self.applicant = an_applicant()
        self.case = an_accepted_application(self.applicant)
        items = cases.case(self.case, reader(a_clerk())).items
        item = next(each for each in items if each.item == "reg_company")
        self.number, self.authority = item.number, item.authority
        self.one, self.two, self.head = self.works("甲"), self.works("乙"), self.works("负责人", leads=True)

    def works(self, name, *, leads=False, authority=""):
        authority = authority or self.authority
        person = accounts.create_staff(user_name=name, name=f"审批人员{name}", password="x", now=NOW)
        organs.assign(person, Role.APPROVER, from_on=TODAY, authority=authority, leads=leads)
        return Actor(person=str(person), role=Role.APPROVER, authority=authority)

    def away(self, who, deputy, days=3):
        post = organs.posts_of(who.person, TODAY)[0].id
        asked = organs.Away(post, UUID(deputy.person), TODAY, TODAY + timedelta(days=days), "出差")
        return organs.record_absence(asked, by=UUID(who.person), now=NOW)

    @property
    def state(self):
        return docket.load(self.number).state

    def numbers(self, who, **asked):
        wanted = docket.Wanted(procedure="item_case", parts=True, open=True, asked=False, **asked)
        return [row.number for row in cases.all_cases(reader(who), wanted).rows]


def paper_contents(number, kind):
    return [each.content for each in Document.objects.filter(proceeding=docket.load(number).id, kind=kind)]


@pytest.fixture
def office(db):
    return Office()


def test_a_paper_of_a_deputy_says_for_whom(office):
    cases.assign(office.number, office.one.person, "", by(office.one))
    office.away(office.one, office.two)
    cases.review(office.number, "审查", "符合条件", by(office.two))
    cases.grant(office.number, {}, by(office.two))
    (paper,) = paper_contents(office.number, "准予许可决定书")
    assert paper["acted"] == "审批人员乙（代审批人员甲）"


def test_a_paper_of_ones_own_names_nobody_else(office):
    cases.review(office.number, "审查", "符合条件", by(office.one))
    cases.grant(office.number, {}, by(office.one))
    (paper,) = paper_contents(office.number, "准予许可决定书")
    assert "acted" not in paper


def test_whoever_takes_an_item_has_it_on_their_list(office):
    assert office.number in office.numbers(office.one, held=False)
    cases.assign(office.number, office.one.person, "", by(office.one))
    assert office.number not in office.numbers(office.one, held=False)
    assert office.numbers(office.one, holders=cases.whose_work(reader(office.one))) == [office.number]
    assert office.numbers(office.two, holders=cases.whose_work(reader(office.two))) == []
    assert office.number in office.numbers(office.two)


def test_sent_twice_it_is_taken_once(office):
    act = by(office.one)
    assert cases.assign(office.number, office.one.person, "", act) == cases.assign(
        office.number, office.one.person, "", act
    )
    assert [each.kind for each in docket.events(office.number)].count("assigned") == 1


def test_only_the_head_gives_it_to_a_colleague(office):
    with pytest.raises(GuardRefused):
        cases.assign(office.number, office.two.person, "", by(office.one))
    cases.assign(office.number, office.two.person, "", by(office.head))
    cases.assign(office.number, office.one.person, "乙休假", by(office.head))
    assert office.state.holder == office.one.person
    told = cases.case(office.case, reader(office.one)).timeline
    assert [(line.text, line.detail, line.who) for line in told if line.kind == "assigned"] == [
        ("由审批人员乙承办", "", "审批人员负责人"),
        ("由审批人员甲承办", "乙休假", "审批人员负责人"),
    ]


def test_it_stays_inside_the_authority(office):
    stranger = office.works("外人", authority="fire")
    for holder in (stranger.person, office.applicant.person, "nobody"):
        with pytest.raises(cases.NoSuchExaminer):
            cases.assign(office.number, holder, "", by(office.head))
    with pytest.raises(docket.NoSuchProceeding):
        cases.assign(office.number, stranger.person, "", by(stranger))


def test_the_applicant_hears_nothing_of_it(office):
    cases.assign(office.number, office.one.person, "", by(office.one))
    told = cases.case(office.case, reader(office.applicant)).timeline
    assert not [line for line in told if line.kind == "assigned" or line.who or line.for_whom]


def test_what_was_put_back_is_anybody_s(office):
    cases.assign(office.number, office.one.person, "", by(office.one))
    cases.release(office.number, "超出分工", by(office.one))
    cases.assign(office.number, office.two.person, "", by(office.two))
    assert office.state.holder == office.two.person
    assert docket.replay_differences(office.number) == ()


class TestStandingIn:
    def test_a_deputy_acts_for_the_holder_and_the_record_says_so(self, office):
        cases.assign(office.number, office.one.person, "", by(office.one))
        office.away(office.one, office.two)
        assert cases.item_case(office.number, reader(office.two)).acting_for == "审批人员甲"
        cases.review(office.number, "审查", "符合条件", by(office.two))
        event = docket.events(office.number)[-1]
        assert (event.actor.person, event.actor.on_behalf_of) == (office.two.person, office.one.person)
        (line,) = (each for each in cases.case(office.case, reader(office.two)).timeline if each.kind == "reviewed")
        assert (line.who, line.for_whom) == ("审批人员乙", "审批人员甲")
        assert docket.verify_log(office.number) == ()

    def test_the_item_is_on_the_deputy_s_list_for_those_days_only(self, office):
        cases.assign(office.number, office.one.person, "", by(office.one))
        office.away(office.one, office.two, days=3)
        for day, is_there in ((0, True), (3, True), (4, False)):
            later = reader(office.two, NOW + timedelta(days=day))
            assert (office.number in office.numbers(office.two, holders=cases.whose_work(later))) is is_there

    def test_after_the_last_day_the_deputy_acts_for_themselves(self, office):
        cases.assign(office.number, office.one.person, "", by(office.one))
        office.away(office.one, office.two, days=3)
        cases.review(office.number, "审查", "符合条件", by(office.two, NOW + timedelta(days=4)))
        assert docket.events(office.number)[-1].actor.on_behalf_of == ""

    def test_taken_back_it_ends_at_once(self, office):
        cases.assign(office.number, office.one.person, "", by(office.one))
        organs.end_absence(office.away(office.one, office.two), by=UUID(office.one.person), now=NOW)
        cases.review(office.number, "审查", "符合条件", by(office.two))
        assert docket.events(office.number)[-1].actor.on_behalf_of == ""

    def test_a_colleague_who_does_not_stand_in_acts_for_themselves(self, office):
        cases.assign(office.number, office.one.person, "", by(office.one))
        office.away(office.one, office.two)
        cases.review(office.number, "审查", "符合条件", by(office.head))
        assert docket.events(office.number)[-1].actor.on_behalf_of == ""

    def test_somebody_without_a_post_of_their_own_works_in_the_other_s(self, office):
        keeper = accounts.create_staff(user_name="keeper", name="事项管理员", password="x", now=NOW)
        organs.assign(keeper, Role.ITEM_ADMIN, from_on=TODAY, authority=office.authority)
        office.away(office.one, Actor(person=str(keeper), role=Role.APPROVER))
        actor = organs.actor_of(keeper, Role.APPROVER, TODAY)
        cases.review(office.number, "审查", "符合条件", by(actor))
        said = docket.events(office.number)[-1].actor
        assert (said.person, said.on_behalf_of) == (str(keeper), office.one.person)

    def test_the_deputy_of_a_head_gives_work_out(self, office):
        office.away(office.head, office.two)
        cases.assign(office.number, office.one.person, "", by(office.two))
        assert office.state.holder == office.one.person


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_it_at_once_one_has_it_and_the_other_is_told():
    office = Office()
    seen = docket.load(office.number).version

    def take(who):
        def attempt():
            try:
                return cases.assign(office.number, who.person, "", by(who), seen)
            except docket.VersionConflict as late:
                return late

        return attempt

    replies = at_once(take(office.one), take(office.two))
    assert sorted(type(each).__name__ for each in replies) == ["ItemDone", "VersionConflict"]
    assert office.state.holder in (office.one.person, office.two.person)
    assert [each.kind for each in docket.events(office.number)].count("assigned") == 1
