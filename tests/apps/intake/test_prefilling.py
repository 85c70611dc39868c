"""What registers tell whom."""

import uuid
from decimal import Decimal
from types import SimpleNamespace

import pytest

from lianban.apps.accounts import public as accounts
from lianban.apps.intake import prefilling
from lianban.apps.intake import public as intake
from lianban.core.chains.plan import Need
from lianban.core.vocabulary.model import CarryOver
from tests.apps.cases.builders import NOW, a_county, an_applicant
from tests.apps.intake.test_handing_in import ANSWERS

pytestmark = pytest.mark.django_db
A_PERSON = "370304199001010005"
WHERE = "applicant.hukou"


@pytest.mark.parametrize(("name", "is_told"), [("演示申请人甲", True), ("演示申请人乙", False)])
def test_the_population_register_tells_only_whoever_signed_up_under_its_name(name, is_told):
    owner = accounts.create_citizen(id_number=A_PERSON, name=name, phone="13800000009", now=NOW)
    field = SimpleNamespace(key=WHERE, carry_over=CarryOver.FREE)
    plan = SimpleNamespace(fields=[field], facts={})
    assert (WHERE in prefilling.own_particulars(plan, owner, "applicant", NOW).values) is is_told
    assert (WHERE in prefilling.prefill(plan, owner, NOW).values) is is_told


class TestAnswersOfTheQuestions:
    """What was answered at the start stands in the form; what the form says later is what counts."""

    @pytest.fixture
    def owner(self):
        a_county()
        return uuid.UUID(an_applicant().person)

    @pytest.fixture
    def draft(self, owner):
        return intake.start(
            owner, "kaiban-canyindian", {**ANSWERS, "q2": "350", "q3": "自制饮品制售,热食类食品制售"}, "", NOW
        )

    def read(self, owner, draft):
        return intake.read(owner, draft, NOW.date())

    def needed(self, owner, draft):
        return {item.key for item in self.read(owner, draft).plan.items if item.need is Need.CERTAIN}

    def test_they_are_not_asked_again(self, owner, draft):
        view = self.read(owner, draft)
        assert view.values["premises.area"] == "350"
        assert view.values["food.items"] == ["热食类食品制售", "自制饮品制售"]
        assert view.sources["premises.area"] == view.sources["food.items"] == prefilling.ANSWERS
        assert not {"premises.area", "food.items"} & {
            name for section in view.sections for name in intake.problems_of(section, view.values, NOW.date())
        }

    def test_what_must_be_given_anew_is_asked(self, owner, draft):
        assert self.read(owner, draft).plan.facts["fire.mode"]
        assert "fire.mode" not in self.read(owner, draft).values

    def test_what_is_unknown_stays_empty(self, owner):
        draft = intake.start(owner, "kaiban-canyindian", {**ANSWERS, "q2": "unknown"}, "", NOW)
        assert "premises.area" not in self.read(owner, draft).values

    def test_a_form_that_says_otherwise_changes_what_is_needed(self, owner, draft):
        assert self.needed(owner, draft) >= {"food", "fire_check"}
        intake.save(owner, draft, {"premises.area": "30.5"}, NOW)
        assert "small_catering" in self.needed(owner, draft)
        assert not {"food", "fire_check"} & self.needed(owner, draft)
        assert self.read(owner, draft).plan.facts["premises.area"] == Decimal("30.5")

    def test_what_was_told_beside_the_questions_is_no_answer_of_them(self, owner):
        draft = intake.start(owner, "kaiban-canyindian", {**ANSWERS, "q2": "unknown"}, "", NOW)
        intake.save(owner, draft, {"premises.area": "350"}, NOW)
        intake.declare(owner, draft, "premises.area", "30", NOW)
        assert self.read(owner, draft).plan.facts["premises.area"] == Decimal(30)
