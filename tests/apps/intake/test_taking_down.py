"""代录: who came is checked, what is known is filled in, and nobody else gets at it."""

import uuid
from datetime import date

import pytest

from lianban.apps.access import public as access
from lianban.apps.accounts import public as accounts
from lianban.apps.intake import public as intake
from lianban.core.proceedings.chain_case.at_counter import Capacity
from lianban.core.proceedings.events import Actor, Role
from tests.apps.cases.builders import HALL, NOW, a_county, by
from tests.apps.intake.test_handing_in import TODAY
from tests.apps.intake.visiting import (
    CLERK,
    COUNTER,
    OTHER,
    OTHER_NAME,
    PERSON,
    SCAN,
    SHOP,
    a_mandate,
    an_agent,
    an_arrival,
    taken_down,
)

pytestmark = pytest.mark.django_db
SUPERVISOR = Actor(person=str(uuid.UUID(int=9)), role=Role.SUPERVISOR)


@pytest.fixture(autouse=True)
def county():
    a_county()


def refused(arrival: intake.Arrival) -> str:
    """Which field stops an arrival."""
    with pytest.raises(accounts.FieldRefused) as wrong:
        taken_down(arrival)
    return wrong.value.facts["field"]


class TestWhoCame:
    def test_whoever_has_no_account_gets_one_that_was_seen_in_person_and_has_no_phone(self):
        taken_down()
        card = accounts.card(accounts.find_citizen(PERSON))
        assert (card.identity_level, card.phone) == (4, "")

    def test_an_account_that_is_there_is_taken_and_a_phone_it_has_stays(self):
        known = accounts.create_citizen(
            id_number=PERSON, name="演示申请人", phone="13800000000", now=NOW, identity_level=2
        )
        taken_down()
        assert accounts.find_citizen(PERSON) == known
        assert accounts.full_card(known).phone == "13800000000"
        assert accounts.card(known).identity_level == 4
        assert refused(an_arrival(phone="13900000000")) == "phone"

    def test_a_phone_given_at_the_counter_opens_the_account_later(self):
        taken_down()
        taken_down(an_arrival(phone="13900000000"))
        assert accounts.full_card(accounts.find_citizen(PERSON)).phone == "13900000000"

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"compared": False}, "compared"),
            ({"id_number": "110105194912310021"}, "id_number"),
            ({"id_number": "1101"}, "id_number"),
            ({"name": ""}, "name"),
            ({"id_number": OTHER}, "name"),
            ({"phone": "12"}, "phone"),
        ],
    )
    def test_what_cannot_be_true_is_refused_at_its_field(self, changes, field):
        assert refused(an_arrival(**changes)) == field
        assert intake.unfinished(COUNTER, uuid.UUID(CLERK.person)) == ()

    def test_an_account_under_another_name_is_not_touched(self):
        accounts.create_citizen(id_number=PERSON, name="另一个名字", phone="13800000000", now=NOW)
        assert refused(an_arrival()) == "name"


class TestWhoSpeaksForSomebody:
    def test_the_application_is_the_principals_and_the_agent_stands_in_the_form(self):
        draft = taken_down(an_agent(phone="13700000000"))
        view = intake.read(COUNTER, draft, TODAY)
        owner = accounts.find_citizen(OTHER)
        assert accounts.full_card(owner).name == OTHER_NAME
        assert accounts.card(owner).identity_level == 2
        assert view.plan.facts["agent.used"] is True
        assert view.values["agent.name"] == "演示申请人"
        assert view.values["agent.phone"] == "13700000000"
        assert accounts.find_citizen(PERSON) is None

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"mandate": None}, "mandate"),
            ({"mandate": a_mandate(until=date(2026, 11, 22))}, "mandate_until"),
            ({"mandate": a_mandate(powers=(intake.Power.COLLECT,))}, "powers"),
            ({"principal_number": PERSON}, "principal_number"),
            ({"principal_number": "37030419850612"}, "principal_number"),
            ({"principal_name": "演示申请人丙"}, "principal_name"),
        ],
    )
    def test_without_authority_nobody_speaks_for_another(self, changes, field):
        assert refused(an_agent(**changes)) == field


class TestWhoComesForABusiness:
    def test_the_registered_representative_finds_the_business_filled_in(self):
        came = an_arrival(Capacity.REPRESENTATIVE, name=OTHER_NAME, id_number=OTHER, business=SHOP)
        view = intake.read(COUNTER, taken_down(came), TODAY)
        assert view.values["entity.domicile"] == "山东省淄博市博山区演示路12号"
        assert "市场主体" in view.sources["entity.domicile"] or "演示替身" in view.sources["entity.domicile"]
        assert view.values["legal_rep.id_no"] == OTHER
        assert view.sources["legal_rep.id_no"] == "窗口核对的身份证件"

    def test_a_handler_is_not_taken_for_the_representative(self):
        came = an_arrival(Capacity.HANDLER, business=SHOP, mandate=a_mandate())
        view = intake.read(COUNTER, taken_down(came), TODAY)
        assert view.values["legal_rep.name"] == OTHER_NAME
        assert view.values["legal_rep.id_no"] == ""
        assert intake.visit(COUNTER, view.id).business == SHOP

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"business": "92370304MA0000023X"}, "business"),
            ({"business": "91350100M000100Y43"}, "business"),
            ({"business": SHOP}, "name"),
        ],
    )
    def test_a_business_nobody_knows_and_a_stranger_to_it_are_refused(self, changes, field):
        assert refused(an_arrival(Capacity.REPRESENTATIVE, **changes)) == field

    def test_a_handler_needs_a_mandate(self):
        assert refused(an_arrival(Capacity.HANDLER, business=SHOP)) == "mandate"


class TestWhereItIs:
    def test_the_form_knows_whoever_came_from_their_document(self):
        view = intake.read(COUNTER, taken_down(), TODAY)
        assert view.values["legal_rep.id_no"] == PERSON
        assert view.sources["legal_rep.id_no"] == "窗口核对的身份证件"
        assert view.notice_number == "博一〔2026〕0001号"

    def test_who_came_answers_whether_an_agent_comes(self):
        """The notice said one thing; whoever stands there is what counts."""
        assert intake.read(COUNTER, taken_down(an_agent()), TODAY).answers["q13"] == "yes"
        assert intake.read(COUNTER, taken_down(), TODAY).answers["q13"] == "no"

    def test_it_is_on_the_list_of_its_hall_alone_and_the_owner_does_not_find_it_online(self):
        draft = taken_down()
        owner = accounts.find_citizen(PERSON)
        card = intake.unfinished(COUNTER, uuid.UUID(CLERK.person))[0]
        assert (card.id, card.mine, card.owner) == (draft, True, "演****")
        assert not intake.unfinished(COUNTER, uuid.uuid4())[0].mine
        assert intake.unfinished(intake.Counter("town-hall"), uuid.UUID(CLERK.person)) == ()
        assert intake.open_drafts(owner) == ()
        for stranger in (owner, intake.Counter("town-hall"), intake.Counter("")):
            with pytest.raises(intake.NoSuchDraft):
                intake.read(stranger, draft, TODAY)

    def test_a_counter_without_a_hall_has_nothing_not_even_what_is_online(self):
        owner = accounts.create_citizen(id_number=PERSON, name="演示申请人", phone="13800000000", now=NOW)
        online = intake.start(owner, "kaiban-canyindian", {"q1": "company"}, "", NOW)
        with pytest.raises(intake.NoSuchDraft):
            intake.read(intake.Counter(""), online, TODAY)
        with pytest.raises(intake.NoSuchDraft):
            intake.read(COUNTER, online, TODAY)

    def test_who_comes_again_finds_what_was_filled_in(self):
        draft = taken_down()
        intake.save(COUNTER, draft, {"entity.name": "演示餐饮店"}, NOW)
        again = taken_down(clerk=CLERK.model_copy(update={"person": str(uuid.UUID(int=2))}))
        assert again == draft
        assert intake.read(COUNTER, again, TODAY).values["entity.name"] == "演示餐饮店"

    def test_every_beginning_and_every_look_is_on_record(self):
        draft = taken_down()
        intake.note_look(COUNTER, draft, "申请表", by(CLERK))
        looks = access.list_views(SUPERVISOR, whose=accounts.find_citizen(PERSON))
        assert {look.what for look in looks} == {
            "代录申请（开办餐饮店“一件事”）登记来办的人", "代录申请（开办餐饮店“一件事”）申请表",
        }  # fmt: skip
        assert {(look.role, look.hall, str(look.person)) for look in looks} == {("clerk", HALL, CLERK.person)}

    def test_a_scan_opens_at_the_counter_that_took_it_and_nowhere_else(self):
        draft = taken_down()
        key = next(row.material.key for row in intake.read(COUNTER, draft, TODAY).materials if row.wanted)
        intake.upload(COUNTER, draft, key, [SCAN], "扫描.pdf", NOW)
        kept = intake.vault(accounts.find_citizen(PERSON))[0]
        assert intake.holds(COUNTER, kept.file)
        assert not intake.holds(intake.Counter("town-hall"), kept.file)
        assert not intake.holds(COUNTER, uuid.uuid4())
