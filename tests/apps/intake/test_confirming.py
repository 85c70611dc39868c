"""What was taken down becomes an application when whoever came confirmed it, and not one word later."""

import re
import uuid
from datetime import timedelta

import pytest
from django.apps import apps

from lianban.apps.accounts import public as accounts
from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.apps.intake import public as intake
from lianban.apps.messages import public as messages
from lianban.core.proceedings.chain_case.at_counter import Capacity
from lianban.core.proceedings.events import Actor, Channel, Role
from tests.apps.cases.builders import HALL, NOW, a_county, by, news, reader
from tests.apps.intake.test_handing_in import TODAY
from tests.apps.intake.visiting import (
    CLERK,
    COUNTER,
    PERSON,
    SCAN,
    a_mandate,
    an_agent,
    an_arrival,
    filled,
    signed,
    taken_down,
)

pytestmark = pytest.mark.django_db
PHONE = "13900000000"


@pytest.fixture(autouse=True)
def county():
    a_county()


def hand_in(draft) -> cases.Receipt:
    return intake.hand_in_for(COUNTER, draft, by(CLERK))


def owner() -> Actor:
    return Actor(person=str(accounts.find_citizen(PERSON)), role=Role.APPLICANT)


def sent_code() -> str:
    """The code in the latest message to the person."""
    sent = next(each for each in messages.latest_messages() if each.address == PHONE)
    return re.search(r"验证码 (\d{6})", sent.text).group(1)


def wrong(code: str) -> str:
    """Another code."""
    return code[:-1] + ("0" if code[-1] != "0" else "1")


class TestSigning:
    def test_the_signed_sheet_makes_it_an_application_of_whoever_it_is_for(self):
        receipt = hand_in(signed(filled()))
        view = cases.case(receipt.number, reader(owner()))
        assert view.stage == "received"
        assert cases.my_cases(reader(owner()))[0].number == receipt.number
        assert view.timeline[0].detail == "窗口代录，本人以签字确认"
        sheet = next(each for each in view.materials if each.key == cases.SHEET)
        assert [name for _file, name in sheet.files] == ["确认单.pdf"]

    def test_the_record_says_who_for_whom_through_what_and_what_was_confirmed(self):
        receipt = hand_in(signed(filled()))
        first = docket.events_of([docket.whole(receipt.number).parent])
        event = next(iter(first.values()))[0]
        assert (event.actor.person, event.actor.role, event.actor.hall) == (CLERK.person, Role.CLERK, HALL)
        assert event.actor.on_behalf_of == owner().person == event.payload["applicant"]
        assert event.payload["channel"] == Channel.WINDOW.value
        said = event.payload["confirmation"]
        assert (said["capacity"], said["way"]) == ("本人", "签字")
        assert PERSON not in str(event.payload)

    def test_the_clerk_of_the_hall_goes_on_with_it_and_no_other_hall_sees_it(self):
        receipt = hand_in(signed(filled()))
        assert cases.case(receipt.number, reader(CLERK)).number == receipt.number
        elsewhere = CLERK.model_copy(update={"hall": "town-hall"})
        with pytest.raises(docket.NoSuchProceeding):
            cases.case(receipt.number, reader(elsewhere))

    def test_nothing_is_handed_in_unconfirmed(self):
        draft = filled()
        with pytest.raises(intake.NotReady) as refused:
            hand_in(draft)
        assert set(refused.value.problems) == {"confirmation"}

    def test_an_unfinished_form_is_not_printed_nor_signed(self):
        draft = taken_down()
        with pytest.raises(intake.NotReady):
            intake.print_sheet(COUNTER, draft, NOW)
        with pytest.raises(intake.NotReady):
            intake.sign(COUNTER, draft, [SCAN], "确认单.pdf", NOW)

    def test_a_scan_without_a_print_is_refused(self):
        with pytest.raises(intake.SheetOutdated):
            intake.sign(COUNTER, filled(), [SCAN], "确认单.pdf", NOW)

    def test_what_changed_after_the_print_must_be_printed_anew(self):
        draft = filled()
        intake.print_sheet(COUNTER, draft, NOW)
        intake.save(COUNTER, draft, {"contact.phone": "13811111111"}, NOW)
        with pytest.raises(intake.SheetOutdated):
            intake.sign(COUNTER, draft, [SCAN], "确认单.pdf", NOW)

    @pytest.mark.parametrize("change", ["value", "material", "delivery"])
    def test_a_confirmation_falls_with_any_change(self, change):
        draft = signed(filled())
        assert intake.visit(COUNTER, draft).is_confirmed
        if change == "value":
            intake.save(COUNTER, draft, {"contact.phone": "13811111111"}, NOW)
        elif change == "material":
            row = next(row for row in intake.read(COUNTER, draft, TODAY).materials if row.wanted)
            intake.upload(COUNTER, draft, row.material.key, [SCAN], "扫描.pdf", NOW)
        else:
            intake.choose_delivery(COUNTER, draft, {"way": "post", "address": "博山区演示路1号"}, NOW)
        seen = intake.visit(COUNTER, draft)
        assert (seen.is_confirmed, seen.was_confirmed, seen.is_printed) == (False, True, False)
        with pytest.raises(intake.NotReady):
            hand_in(draft)

    def test_sent_twice_it_is_one_application(self):
        draft = signed(filled())
        assert hand_in(draft).number == hand_in(draft).number
        assert intake.unfinished(COUNTER, uuid.UUID(CLERK.person)) == ()


class TestACode:
    def test_the_code_read_out_confirms(self):
        draft = filled(an_arrival(phone=PHONE))
        intake.send_code(COUNTER, draft, NOW)
        intake.confirm_with_code(COUNTER, draft, sent_code(), NOW)
        receipt = hand_in(draft)
        view = cases.case(receipt.number, reader(owner()))
        assert view.timeline[0].detail == "窗口代录，本人以验证码确认"
        assert cases.SHEET not in {each.key for each in view.materials}
        assert any(receipt.number in text and "窗口代录" in text for text in news(owner()))

    def test_a_wrong_an_old_and_a_used_code_confirm_nothing(self):
        draft = filled(an_arrival(phone=PHONE))
        intake.send_code(COUNTER, draft, NOW)
        code = sent_code()
        for guess, when in ((wrong(code), NOW), (code, NOW + timedelta(minutes=6))):
            with pytest.raises(intake.NotConfirmed):
                intake.confirm_with_code(COUNTER, draft, guess, when)
        intake.confirm_with_code(COUNTER, draft, code, NOW)
        with pytest.raises(intake.NotConfirmed):
            intake.confirm_with_code(COUNTER, draft, code, NOW)

    def test_a_code_fits_only_what_was_read_out(self):
        draft = filled(an_arrival(phone=PHONE))
        intake.send_code(COUNTER, draft, NOW)
        intake.save(COUNTER, draft, {"contact.phone": "13811111111"}, NOW)
        with pytest.raises(intake.NotConfirmed):
            intake.confirm_with_code(COUNTER, draft, sent_code(), NOW)

    def test_who_has_no_phone_signs(self):
        with pytest.raises(accounts.FieldRefused) as refused:
            intake.send_code(COUNTER, filled(), NOW)
        assert refused.value.facts["field"] == "phone"
        assert intake.visit(COUNTER, taken_down()).phone == ""

    def test_codes_are_not_sent_without_end(self):
        draft = filled(an_arrival(phone=PHONE))
        intake.send_code(COUNTER, draft, NOW)
        with pytest.raises(accounts.TooMany):
            intake.send_code(COUNTER, draft, NOW)


class TestAMandate:
    def test_an_agents_application_says_so(self):
        receipt = hand_in(signed(filled(an_agent())))
        told = cases.case(receipt.number, reader(CLERK)).timeline[0]
        assert told.detail == "窗口代录，代理人以签字确认"

    def test_who_may_not_promise_does_not_promise(self):
        may = tuple(power for power in intake.Power if power is not intake.Power.PROMISE)
        draft = filled(an_agent(mandate=a_mandate(powers=may)))
        assert intake.counter_problems(COUNTER, draft, TODAY) == {}
        promised = apps.get_model("intake", "DraftMaterial").objects.filter(draft=draft).first()
        promised.mode = "commitment"
        promised.save()
        assert set(intake.counter_problems(COUNTER, draft, TODAY)) == {promised.key}

    def test_a_mandate_that_ran_out_hands_nothing_in(self):
        draft = signed(filled(an_agent()))
        later = by(CLERK, NOW + timedelta(days=60))
        with pytest.raises(intake.NotReady) as refused:
            intake.hand_in_for(COUNTER, draft, later)
        assert "mandate" in refused.value.problems

    def test_the_sheet_names_the_principal(self):
        seen = intake.visit(COUNTER, taken_down(an_agent()))
        assert (seen.capacity, seen.principal, seen.reference) == (
            Capacity.AGENT, "演示申请人乙", "2026年11月20日签署",
        )  # fmt: skip
