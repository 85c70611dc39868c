"""Circumstances answered beside the questions: truths, one of several, several, typed."""

import uuid
from datetime import date

import pytest

from lianban.apps.accounts import public as accounts
from lianban.apps.documents import public as documents
from lianban.apps.intake import public as intake
from lianban.core.chains.plan import Need
from tests.apps.cases.builders import NOW, a_county
from tests.apps.intake.test_handing_in import ANSWERS

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
NUMBER = "11010519491231002X"
UNSURE = {**ANSWERS, "q1": "held", "q10": "unknown", "q3": "unknown", "q2": "unknown"}


def owner_of(actor):
    return uuid.UUID(actor.person)


@pytest.fixture
def draft(citizen):
    return intake.start(owner_of(citizen), "kaiban-canyindian", UNSURE, "", NOW)


def items(owner, draft, need):
    return {each.key for each in intake.read(owner, draft, TODAY).plan.items if each.need is need}


class TestAnAnswerBesideTheQuestions:
    def test_one_of_several_settles_what_hung_on_it(self, citizen, draft):
        owner = owner_of(citizen)
        before = intake.read(owner, draft, TODAY).plan.facts
        intake.declare(owner, draft, "fire.mode", "告知承诺", NOW)
        assert "fire.mode" not in before
        assert intake.read(owner, draft, TODAY).plan.facts["fire.mode"] == "告知承诺"

    def test_several_settle_it_too(self, citizen, draft):
        owner = owner_of(citizen)
        intake.declare(owner, draft, "premises.area", "30", NOW)
        assert {"food", "small_catering"} <= items(owner, draft, Need.POSSIBLE)
        intake.declare(owner, draft, "food.items", "生食类食品制售,热食类食品制售", NOW)
        assert "food" in items(owner, draft, Need.CERTAIN)
        assert "small_catering" not in items(owner, draft, Need.POSSIBLE)

    def test_none_of_several_is_an_answer(self, citizen, draft):
        owner = owner_of(citizen)
        intake.declare(owner, draft, "premises.area", "30", NOW)
        intake.declare(owner, draft, "food.items", "", NOW)
        assert "small_catering" in items(owner, draft, Need.CERTAIN)

    def test_not_sure_takes_it_back(self, citizen, draft):
        owner = owner_of(citizen)
        intake.declare(owner, draft, "premises.area", "30", NOW)
        intake.declare(owner, draft, "premises.area", "unknown", NOW)
        assert "premises.area" not in intake.read(owner, draft, TODAY).declared

    def test_what_such_an_answer_implies_follows(self, citizen, draft):
        owner = owner_of(citizen)
        other = intake.start(owner, "kaiban-canyindian", {**ANSWERS, "q8": "unknown"}, "", NOW)
        intake.declare(owner, other, "sign.wanted", "no", NOW)
        assert intake.read(owner, other, TODAY).plan.facts["franchise.has"] is False

    @pytest.mark.parametrize(
        ("fact", "text"),
        [("fire.mode", "随便"), ("premises.area", "很大"), ("food.items", "石头"), ("no.such", "yes"),
         ("warehouse.has", "maybe"), ("food.prepacked_only", "maybe")],
    )  # fmt: skip
    def test_what_no_page_offers_is_refused_in_a_sentence(self, citizen, draft, fact, text):
        with pytest.raises(intake.CircumstanceRefused, match="请从给出的选项里选"):
            intake.declare(owner_of(citizen), draft, fact, text, NOW)


class TestAPlace:
    def test_a_place_is_told_as_an_address_writes_it(self):
        a_county()
        owner = accounts.create_citizen(id_number="11010519491231002X", name="演示申请人", phone="13800000000", now=NOW)
        draft = intake.start(owner, "tuixiu", {"q9": "unknown"}, "", NOW)
        intake.declare(owner, draft, "hukou.place", "山东省淄博市博山区", NOW)
        assert intake.read(owner, draft, TODAY).plan.facts["hukou.place"] == "370304"


class TestKnownCircumstances:
    def held(self, state=documents.LicenceState.VALID, valid_until=None):
        a_county()
        owner = accounts.create_citizen(id_number=NUMBER, name="演示申请人", phone="13800000000", now=NOW)
        documents.issue_licence(
            name="营业执照", proceeding=None, authority="market", holder="演示申请人", holder_code=NUMBER, fields=(),
            valid_until=valid_until, now=NOW,
        )  # fmt: skip
        licence = documents.licences_held(NUMBER)[0]
        if state is not documents.LicenceState.VALID:
            documents.change_licence_state(licence.id, state, reason="撤销决定书1号", now=NOW)
        return owner, licence

    def drafted(self, owner):
        return intake.read(owner, intake.start(owner, "shequ-menzhen", {}, "", NOW), TODAY)

    def test_a_licence_somebody_holds_settles_a_circumstance_with_its_source(self):
        owner, licence = self.held()
        view = self.drafted(owner)
        assert view.declared["entity.licensed"] is True
        assert view.sources["entity.licensed"] == f"来自电子证照：营业执照（{licence.number}）"

    def test_saying_otherwise_corrects_it_and_drops_the_source(self):
        owner, _ = self.held()
        draft = self.drafted(owner).id
        intake.declare(owner, draft, "entity.licensed", "no", NOW)
        view = intake.read(owner, draft, TODAY)
        assert view.declared["entity.licensed"] is False
        assert "entity.licensed" not in view.sources

    def test_a_licence_that_ended_says_nothing(self):
        owner, _ = self.held(documents.LicenceState.REVOKED)
        assert "entity.licensed" not in self.drafted(owner).declared

    def test_a_licence_past_its_last_day_says_nothing(self):
        owner, _ = self.held(valid_until=date(2026, 11, 22))
        assert "entity.licensed" not in self.drafted(owner).declared
