"""One act on many items: what passes is said before, each stands alone, what failed says why."""

from uuid import UUID, uuid4

import pytest

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.apps.worklists import public as worklists
from lianban.core.clocks.stops import StopKind
from tests.apps.cases.builders import a_clerk, an_accepted_application, by, reader
from tests.apps.cases.test_holding import Office as OneOffice
from tests.apps.docket.test_concurrency import at_once

ACCEPTED = 3


class Office(OneOffice):
    """The same office with several applications to work on. numbers: of the registrations among them."""

    def __init__(self, count=ACCEPTED):
        super().__init__()
        self.numbers = [self.number, *(self.another() for _ in range(count - 1))]

    def another(self):
        case = an_accepted_application(self.applicant)
        return next(each.number for each in cases.case(case, reader(a_clerk())).items if each.item == "reg_company")

    def versions(self):
        return {number: docket.load(number).version for number in self.numbers}

    def run(self, act, said=None, versions=None, *, who=None, key="", at_most=100):
        me = who or self.one
        run = worklists.begin_run(act, said or {}, versions or self.versions(), reader(me), by(me, key=key))
        return worklists.go_on(run, by(me), at_most)


@pytest.fixture
def office(db):
    return Office()


def outcomes(run):
    return [each.outcome for each in run.lines]


def test_the_same_opinion_goes_to_each_on_its_own_next_step(office):
    run = office.run("review", {"opinion": "材料齐全"})
    assert outcomes(run) == ["done"] * ACCEPTED
    for number in office.numbers:
        (opinion,) = docket.read_states([docket.load(number)])[0].state.opinions
        assert opinion.text == "材料齐全"
        assert docket.verify_log(number) == ()


def test_a_grant_issues_a_paper_for_each(office):
    office.run("review", {"opinion": "材料齐全"})
    run = office.run("grant")
    assert outcomes(run) == ["done"] * ACCEPTED
    assert len({each.document for each in run.lines}) == ACCEPTED
    assert all(each.document for each in run.lines)


def test_what_will_not_pass_is_said_before_with_the_reason_of_the_table(office):
    first = office.numbers[0]
    cases.stop(first, StopKind.TESTING, 3, "送样检测", by(office.one))
    found = worklists.preview_run("grant", office.numbers, reader(office.one))
    assert [each.number for each in found if each.why_not] == [first]
    assert "特别程序" in found[0].why_not
    assert outcomes(office.run("grant")) == ["done"] * (ACCEPTED - 1)


def test_one_that_changed_meanwhile_is_told_and_the_others_stand(office):
    seen = office.versions()
    cases.assign(office.numbers[1], office.two.person, "", by(office.two))
    run = office.run("review", {"opinion": "材料齐全"}, seen)
    assert outcomes(run) == ["done", "overtaken", "done"]
    assert docket.load(office.numbers[1]).state.opinions == ()
    assert "有了变化" in run.lines[1].sentence


def test_one_that_the_rules_refuse_says_why(office):
    seen = office.versions()
    run = worklists.begin_run(
        "assign", {"holder": office.two.person, "reason": ""}, seen, reader(office.one), by(office.one)
    )
    card = worklists.go_on(run, by(office.one))
    assert outcomes(card) == ["refused"] * ACCEPTED
    assert "部门负责人" in card.lines[0].sentence
    assert docket.load(office.numbers[0]).version == seen[office.numbers[0]]


def test_a_head_gives_them_all_out(office):
    assert outcomes(office.run("assign", {"holder": office.two.person}, who=office.head)) == ["done"] * ACCEPTED
    assert {docket.load(number).state.holder for number in office.numbers} == {office.two.person}


def test_what_somebody_has_is_not_taken(office):
    cases.assign(office.numbers[0], office.two.person, "", by(office.two))
    run = office.run("claim")
    assert [each.number for each in run.lines] == office.numbers[1:]


def test_sent_twice_it_is_one_run_and_each_act_is_done_once(office):
    key, seen = uuid4().hex, office.versions()
    first = office.run("review", {"opinion": "材料齐全"}, seen, key=key)
    again = office.run("review", {"opinion": "材料齐全"}, seen, key=key)
    assert first.id == again.id
    assert [len(docket.load(number).state.opinions) for number in office.numbers] == [1] * ACCEPTED


def test_a_long_run_goes_on_where_it_stopped(office):
    begun = office.run("claim", at_most=1)
    assert (begun.waiting, outcomes(begun)) == (2, ["done", "waiting", "waiting"])
    assert worklists.go_on(begun.id, by(office.one)).waiting == 0


@pytest.mark.parametrize("act", ["refuse", "terminate", "stop", "nothing", ""])
def test_nothing_that_needs_the_reasons_of_a_case_is_done_to_many(office, act):
    with pytest.raises(worklists.RunRefused, match="逐件"):
        worklists.preview_run(act, office.numbers, reader(office.one))


def test_a_choice_is_neither_empty_nor_endless(office):
    with pytest.raises(worklists.RunRefused, match="还没有选择"):
        worklists.preview_run("grant", [], reader(office.one))
    with pytest.raises(worklists.RunRefused, match="一次最多"):
        worklists.preview_run("grant", [f"B-{n}" for n in range(101)], reader(office.one))


def test_another_authority_s_items_are_not_among_them(office):
    stranger = office.works("外人", authority="fire")
    assert worklists.preview_run("claim", office.numbers, reader(stranger)) == ()
    with pytest.raises(worklists.RunRefused):
        office.run("claim", who=stranger)


def test_nobody_else_looks_into_a_run(office):
    run = office.run("claim", at_most=0)
    for who in (office.two, office.works("外人", authority="fire")):
        with pytest.raises(worklists.NoSuchRun):
            worklists.run_of(run.id, reader(who))
        with pytest.raises(worklists.NoSuchRun):
            worklists.go_on(run.id, by(who))
    with pytest.raises(worklists.NoSuchRun):
        worklists.run_of(UUID(int=1), reader(office.one))


def test_a_deputy_s_run_says_for_whom(office):
    cases.assign(office.number, office.one.person, "", by(office.one))
    office.away(office.one, office.two)
    office.run("review", {"opinion": "材料齐全"}, who=office.two)
    assert docket.events(office.number)[-1].actor.on_behalf_of == office.one.person


@pytest.mark.django_db(transaction=True)
def test_a_run_that_is_pushed_on_twice_at_once_does_nothing_twice():
    office = Office()
    run = worklists.begin_run("review", {"opinion": "材料齐全"}, office.versions(), reader(office.one), by(office.one))
    at_once(*(lambda: worklists.go_on(run, by(office.one)) for _ in range(2)))
    card = worklists.run_of(run, reader(office.one))
    assert outcomes(card) == ["done"] * ACCEPTED
    assert [len(docket.load(number).state.opinions) for number in office.numbers] == [1] * ACCEPTED
