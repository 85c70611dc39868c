"""A licence after its decision: asked, changed, renewed, recalled, revoked, deregistered; and the file put away."""

from datetime import UTC, date, datetime

import pytest

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.apps.documents import public as documents
from lianban.apps.documents.models import Document
from lianban.core.proceedings.chain_case.commands import RejectCause
from lianban.core.proceedings.item_case import commands as i
from lianban.core.proceedings.item_case.state import LicenceStanding
from lianban.core.proceedings.procedure import ActionNotOpen, GuardRefused
from tests.apps.cases.builders import (
    a_clerk,
    an_accepted_application,
    an_application,
    an_approver,
    an_issuer,
    by,
    item_of,
    news,
    reader,
)

TURNED = LicenceStanding
END = date(2031, 11, 22)
"""Five years of a food licence granted on 23 November 2026."""
EARLY = datetime(2031, 9, 1, 2, 0, tzinfo=UTC)


@pytest.fixture
def food(citizen):
    """A food licence, granted after what it waits for."""
    number = an_accepted_application(citizen)
    for key in ("health_exam", "reg_company", "food"):
        item = item_of(number, key)
        officer = an_approver(item.authority)
        cases.review(item.number, "审查", "符合条件", by(officer))
        cases.grant(item.number, {}, by(officer))
    return item


@pytest.fixture
def officer(food):
    return an_approver(food.authority)


def licences(number):
    return documents.licences_of(docket.load(number).id)


def content_of(done):
    return Document.objects.get(number=done.document).content


def a_revocation(ground, **more):
    return cases.Revocation(ground, "提交了伪造的场所证明", **more)


class TestRequests:
    def test_a_request_comes_back_to_the_office_and_a_change_answers_it(self, food, officer, citizen):
        cases.ask_change(food.number, i.ChangeKind.AMEND, "经营场所迁至二楼", by(citizen))
        inbox = {row.number: row for row in cases.office_inbox(reader(officer)).rows}
        assert inbox[food.number].clock.due_on == date(2026, 12, 21)
        (old,) = licences(food.number)
        done = cases.amend(food.number, "经营场所变更", {"premises.addr": "演示路1号二楼"}, by(officer))
        assert content_of(done)["earlier_number"]
        first, second = licences(food.number)
        assert (first.number, first.state) == (old.number, documents.LicenceState.LAPSED)
        assert (second.state, second.valid_until) == (documents.LicenceState.VALID, END)
        paper = Document.objects.get(number=second.number).content
        assert {"name": "经营场所", "value": "演示路1号二楼"} in paper["fields"]
        assert food.number not in {row.number for row in cases.office_inbox(reader(officer)).rows}
        assert any("许可已变更" in each for each in news(citizen))

    def test_a_request_is_refused_with_remedies(self, food, officer, citizen):
        cases.ask_change(food.number, i.ChangeKind.AMEND, "增加经营项目", by(citizen))
        done = cases.refuse_change(food.number, "新增项目不符合布局要求", "食品安全法第三十三条", by(officer))
        content = content_of(done)
        assert "行政复议" in content["reconsideration"]
        assert "6个月内" in content["litigation"]
        assert docket.load(food.number).state.change_asked is None

    def test_a_request_without_words_is_none(self, food, citizen):
        with pytest.raises(ValueError, match="words"):
            cases.ask_change(food.number, i.ChangeKind.AMEND, " ", by(citizen))


class TestRenewal:
    def test_asked_in_time_and_forgotten_it_is_renewed_on_the_day_after_the_end(self, food, citizen):
        cases.ask_renewal(food.number, by(citizen, EARLY))
        assert cases.sweep_cases(datetime(2031, 11, 22, 2, 0, tzinfo=UTC)) == 0
        assert cases.sweep_cases(datetime(2031, 11, 23, 2, 0, tzinfo=UTC)) == 1
        state = docket.load(food.number).state
        assert state.valid_until == date(2036, 11, 22)
        assert state.acts[-1].act == "视为准予延续"
        old, new = licences(food.number)
        assert (old.state, new.valid_until) == (documents.LicenceState.LAPSED, date(2036, 11, 22))
        assert any("延续至2036年11月22日" in each for each in news(citizen))
        assert cases.sweep_cases(datetime(2031, 11, 24, 2, 0, tzinfo=UTC)) == 0
        assert docket.replay_differences(food.number) == ()

    def test_asked_too_late_silence_renews_nothing(self, food, citizen):
        cases.ask_renewal(food.number, by(citizen, datetime(2031, 11, 17, 2, 0, tzinfo=UTC)))
        assert cases.sweep_cases(datetime(2031, 11, 24, 2, 0, tzinfo=UTC)) == 0
        assert docket.load(food.number).state.valid_until == END

    def test_a_decision_in_time_takes_the_place_of_silence(self, food, officer, citizen):
        cases.ask_renewal(food.number, by(citizen, EARLY))
        done = cases.renew(food.number, date(2036, 11, 22), by(officer, EARLY))
        assert content_of(done)["validity"] == "至2036年11月22日"
        assert cases.sweep_cases(datetime(2031, 11, 24, 2, 0, tzinfo=UTC)) == 0

    def test_a_refusal_is_told_with_its_reasons(self, food, officer, citizen):
        cases.ask_renewal(food.number, by(citizen, EARLY))
        cases.refuse_renewal(food.number, "场所不再符合条件", "食品安全法第三十三条", by(officer, EARLY))
        assert any("场所不再符合条件" in each for each in news(citizen))
        assert cases.sweep_cases(datetime(2031, 11, 24, 2, 0, tzinfo=UTC)) == 0
        assert docket.load(food.number).state.valid_until == END


class TestItsEnd:
    def test_a_recall_pays_and_takes_the_force_of_the_paper(self, food, officer):
        with pytest.raises(documents.DocumentIncomplete, match="补偿"):
            cases.recall(food.number, "规划调整", "", by(officer))
        done = cases.recall(food.number, "规划调整", "按评估价补偿", by(officer))
        assert content_of(done)["compensation"] == "按评估价补偿"
        assert docket.load(food.number).state.standing is TURNED.RECALLED
        assert [each.state for each in licences(food.number)] == [documents.LicenceState.LAPSED]

    def test_fraud_bars_the_holder_for_three_years_where_safety_is_at_stake(self, food, officer, citizen):
        done = cases.revoke(food.number, a_revocation(i.RevocationGround.FRAUD), by(officer))
        assert "欺骗" in content_of(done)["reason"]
        assert docket.load(food.number).state.barred_until == date(2029, 11, 23)
        assert [each.state for each in licences(food.number)] == [documents.LicenceState.REVOKED]
        taken = i.DeregistrationGround.TAKEN_AWAY
        cases.deregister(food.number, taken, "许可已被撤销", by(officer))
        assert docket.load(food.number).state.standing is TURNED.DEREGISTERED
        assert [each.state for each in licences(food.number)] == [documents.LicenceState.REVOKED]
        assert any("注销" in each for each in news(citizen))

    def test_whoever_cheated_is_not_accepted_again_for_three_years(self, food, officer, citizen):
        cases.revoke(food.number, a_revocation(i.RevocationGround.FRAUD), by(officer))
        again = an_application(citizen)
        with pytest.raises(GuardRefused, match="不得再次申请食品经营许可"):
            cases.accept(again, by(a_clerk()))
        cause, why = RejectCause.BARRED, "以欺骗手段取得许可被撤销"
        assert "不受" in cases.reject(again, cause, why, "", by(a_clerk())).document

    def test_the_authoritys_fault_is_made_good_or_nothing_happens(self, food, officer):
        with pytest.raises(GuardRefused, match="赔偿"):
            cases.revoke(food.number, a_revocation(i.RevocationGround.PROCEDURE), by(officer))
        assert [each.state for each in licences(food.number)] == [documents.LicenceState.VALID]
        paid = a_revocation(i.RevocationGround.PROCEDURE, compensation="赔偿装修费用")
        assert content_of(cases.revoke(food.number, paid, by(officer)))["compensation"] == "赔偿装修费用"

    def test_false_material_is_refused_with_a_warning(self, citizen):
        number = an_accepted_application(citizen)
        item = item_of(number, "reg_company")
        officer = an_approver(item.authority)
        cases.review(item.number, "审查", "材料不实", by(officer))
        why = cases.Refusal("章程系伪造", "提供虚假材料", "行政许可法第七十八条", false_material=True)
        done = cases.refuse(item.number, why, by(officer))
        assert "警告" in content_of(done)["warning"]


class TestArchive:
    def test_a_file_under_way_is_not_put_away(self, food):
        number = food.number.partition("-")[0]
        with pytest.raises(ActionNotOpen, match="不能归档"):
            cases.archive(number, by(a_clerk()))

    def test_it_bears_one_digest_over_all_its_records(self, citizen):
        number = an_application(citizen)
        cases.withdraw(number, "不办了", by(citizen))
        cases.archive(number, by(an_issuer()))
        state = docket.load(number).state
        assert len(state.archive) == 64
        with pytest.raises(GuardRefused, match="已经归档"):
            cases.archive(number, by(an_issuer()))
