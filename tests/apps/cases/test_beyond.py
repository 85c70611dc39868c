"""A clerk who asks for more than the one-time list is stopped, or is seen."""

import uuid
from datetime import date, timedelta

import pytest

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.apps.oversight import public as oversight
from lianban.core.kernel.legal import LegalBasis
from lianban.core.proceedings.events import Actor, Role
from lianban.core.proceedings.procedure import GuardRefused
from lianban.core.proceedings.shared import Beyond, Correction
from tests.apps.cases.builders import NOW, a_clerk, an_application, by, reader, told_beyond

FIX = Correction(subject="doc.charter", name="章程", problem="没有签名", remedy="全体股东签名")
GROUND = Beyond(reason="场所与住宅相邻", basis=(LegalBasis(document="噪声污染防治法", article="第六十三条"),))
MORE = Correction(subject="beyond.1", name="噪声检测报告", problem="尚未提供", remedy="上传")
UNTIL = date(2026, 12, 7)


@pytest.fixture
def number(citizen):
    return an_application(citizen)


def a_supervisor():
    return Actor(person=str(uuid.uuid4()), role=Role.SUPERVISOR)


def tell(number, *asked):
    return cases.notify_once(number, asked, UNTIL, by(a_clerk()), complete=True)


class TestWithoutAReason:
    def test_more_than_the_list_is_stopped_and_nothing_is_told(self, number, citizen):
        with pytest.raises(GuardRefused, match="没有要求“噪声检测报告”"):
            tell(number, FIX, MORE)
        assert cases.case(number, reader(citizen)).stage == "received"
        assert cases.beyond_notices(reader(a_supervisor())) == ()
        assert told_beyond(citizen) == ()

    def test_what_the_platform_fetches_itself_is_not_asked_of_the_applicant(self, number, citizen):
        fetched = next(m for m in cases.case(number, reader(citizen)).materials if m.mode in ("fetched", "internal"))
        with pytest.raises(GuardRefused, match="自动报监察"):
            tell(number, FIX.model_copy(update={"subject": fetched.key, "name": fetched.name}))

    def test_what_the_list_holds_needs_none_and_raises_nothing(self, number, citizen):
        phone = FIX.model_copy(update={"subject": "contact.phone", "name": "联系电话"})
        assert tell(number, FIX, phone).stage == "correcting"
        assert cases.beyond_notices(reader(a_supervisor())) == ()
        assert told_beyond(citizen) == ()


class TestWithReasonAndLaw:
    @pytest.fixture
    def asked(self, number):
        return tell(number, FIX, MORE.model_copy(update={"beyond": GROUND}))

    def test_supervision_sees_who_asked_for_what_and_why(self, asked, number):
        (row,) = cases.beyond_notices(reader(a_supervisor()))
        assert (row.number, row.name, row.reason) == (number, "噪声检测报告", "场所与住宅相邻")
        assert row.basis == ("《噪声污染防治法》第六十三条",)
        assert row.person
        assert "LC03" in [signal.rule.code for signal in oversight.signals_of([number], reader(a_supervisor()))[number]]

    def test_the_days_narrow_what_supervision_sees(self, asked):
        today = NOW.date()
        assert len(cases.beyond_notices(reader(a_supervisor()), today, today)) == 1
        assert cases.beyond_notices(reader(a_supervisor()), today + timedelta(days=1)) == ()
        assert cases.beyond_notices(reader(a_supervisor()), None, today - timedelta(days=1)) == ()

    def test_somebody_who_may_not_see_the_case_sees_nothing(self, asked):
        stranger = Actor(person=str(uuid.uuid4()), role=Role.APPLICANT)
        assert cases.beyond_notices(reader(stranger)) == ()

    def test_it_stands_in_the_evidence(self, asked, number):
        whole = oversight.evidence(number, NOW)["proceedings"][0]
        kinds = [event["kind"] for event in whole["events"]]
        assert kinds.count("asked_beyond_notice") == 1

    def test_the_applicant_is_told_by_message_and_on_the_page(self, asked, number, citizen):
        (message,) = told_beyond(citizen)
        assert message.kind == "asked_beyond_notice"
        assert message.address == "13800000000"
        for words in (number, "噪声检测报告", "场所与住宅相邻", "《噪声污染防治法》第六十三条", "报监察"):
            assert words in message.text
        line = next(e for e in cases.case(number, reader(citizen)).timeline if e.kind == "asked_beyond_notice")
        assert line.text == "窗口提出了一次性告知清单之外的要求：噪声检测报告"
        assert "《噪声污染防治法》第六十三条" in line.detail

    def test_it_is_told_once_though_the_button_is_pressed_twice(self, number, citizen):
        press = by(a_clerk(), key="twice")
        for _ in range(2):
            cases.notify_once(number, [MORE.model_copy(update={"beyond": GROUND})], UNTIL, press, complete=True)
        assert len(told_beyond(citizen)) == 1

    def test_what_was_asked_can_be_handed_in_and_looked_at(self, asked, number):
        handed = [cases.SubmittedMaterial(key, "counter") for key in (FIX.subject, MORE.subject)]
        cases.supplement(number, [FIX.subject, MORE.subject], {}, handed, by(a_clerk()))
        shown = {each.key: each for each in cases.case(number, reader(a_clerk())).materials}
        assert (shown["beyond.1"].name, shown["beyond.1"].mode) == ("噪声检测报告", "counter")
        assert docket.load(number).state.outstanding == ()
