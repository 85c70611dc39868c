"""Who broke faith may neither bring materials later nor promise them; everybody else may, and it is on record."""

import dataclasses
from datetime import date

import pytest

from lianban.adapters.standin_credit import StandInCredit
from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.core.proceedings.procedure import GuardRefused
from lianban.ports.registry import RegistryUnavailable
from tests.apps.cases.builders import NOW, a_clerk, a_submission, an_approver, by, reader
from tests.apps.cases.easing import of_somebody_who_broke_faith, promised, with_eased

GAP_DAY = date(2026, 11, 25)


def registration(number):
    view = cases.case(number, reader(a_clerk()))
    return next(item for item in view.items if item.item == "reg_company")


class TestGaps:
    def test_the_answer_of_the_register_stands_in_the_record(self, citizen):
        submission, key = with_eased(citizen, "sign", tolerable=True)
        number = cases.submit(submission, by(citizen)).number
        cases.accept_with_gaps(number, {key: GAP_DAY}, "按期补齐", by(a_clerk()))
        accepted = next(e for e in docket.events(number) if "credit" in e.payload)
        assert accepted.payload["credit"]["dishonest"] is False
        assert accepted.payload["credit"]["reference"].startswith("XY20261123")

    def test_somebody_who_broke_faith_is_accepted_with_everything_or_not_at_all(self, citizen):
        submission, key = with_eased(citizen, "sign", tolerable=True)
        number = cases.submit(of_somebody_who_broke_faith(submission), by(citizen)).number
        with pytest.raises(GuardRefused, match="失信"):
            cases.accept_with_gaps(number, {key: GAP_DAY}, "按期补齐", by(a_clerk()))
        assert cases.case(number, reader(a_clerk())).stage == "received"
        assert cases.accept(number, by(a_clerk())).stage == "in_progress"

    def test_a_form_that_names_nobody_cannot_be_asked_about(self, citizen):
        submission, key = with_eased(citizen, "sign", tolerable=True)
        nameless = dataclasses.replace(submission, values={"entity.name": "演示餐饮有限公司"})
        number = cases.submit(nameless, by(citizen)).number
        with pytest.raises(cases.NobodyToAsk):
            cases.accept_with_gaps(number, {key: GAP_DAY}, "按期补齐", by(a_clerk()))


class TestCommitments:
    def test_an_item_opens_with_the_materials_a_promise_may_replace(self, citizen):
        submission, key = with_eased(citizen, "reg_company", commitment=True)
        number = cases.submit(submission, by(citizen)).number
        cases.accept(number, by(a_clerk()))
        assert docket.load(registration(number).number).state.committable == (key,)

    def test_a_promise_given_with_the_application_is_part_of_the_item_with_its_letter(self, citizen):
        submission, key = with_eased(citizen, "reg_company", commitment=True)
        number = cases.submit(promised(submission, key), by(citizen)).number
        cases.accept(number, by(a_clerk()))
        made = docket.load(registration(number).number).state.commitments
        assert [(each.material, each.fulfilled) for each in made] == [(key, None)]
        assert made[0].document.kind.value == "告知承诺书"
        assert docket.replay_differences(registration(number).number) == ()

    def test_somebody_who_broke_faith_must_bring_the_proof(self, citizen):
        submission, key = with_eased(citizen, "reg_company", commitment=True)
        number = cases.submit(of_somebody_who_broke_faith(promised(submission, key)), by(citizen)).number
        with pytest.raises(GuardRefused, match="不良信用"):
            cases.accept(number, by(a_clerk()))
        assert cases.case(number, reader(a_clerk())).stage == "received"

    def test_a_promise_found_false_bars_the_grant_and_ends_the_item(self, citizen):
        submission, key = with_eased(citizen, "reg_company", commitment=True)
        number = cases.submit(promised(submission, key), by(citizen)).number
        cases.accept(number, by(a_clerk()))
        item = registration(number)
        officer = an_approver(item.authority)
        cases.verify_commitment(item.number, key, fulfilled=False, finding="场所不存在", by=by(officer))
        with pytest.raises(GuardRefused, match="承诺不实"):
            cases.grant(item.number, {}, by(officer))
        cause = docket.load(item.number).state.commitments[0]
        assert cause.fulfilled is False


class TestTheStandInRegister:
    def test_it_knows_one_person_and_says_so_on_the_day(self):
        answer = StandInCredit().ask(" 370304197811230000 ", NOW)
        assert (answer.dishonest, answer.asked_on) == (True, date(2026, 11, 23))
        assert not StandInCredit().ask("11010519491231002X", NOW).dishonest

    def test_out_of_order_it_says_so(self, tmp_path):
        switch = tmp_path / "credit-off"
        switch.touch()
        with pytest.raises(RegistryUnavailable, match="信用"):
            StandInCredit(switch).ask("11010519491231002X", NOW)


def test_without_privileges_the_register_is_not_asked(citizen):
    nameless = dataclasses.replace(a_submission(citizen), values={"entity.name": "演示餐饮有限公司"})
    number = cases.submit(nameless, by(citizen)).number
    assert cases.accept(number, by(a_clerk())).document
