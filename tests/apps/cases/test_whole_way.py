"""A restaurant is opened: from the application to the licences, by everyone whose turn it is."""

from datetime import UTC, date, datetime

import pytest

from lianban.apps.cases import public as cases
from lianban.apps.cases.lists import clock_view
from lianban.apps.docket import public as docket
from lianban.apps.documents.kinds import PaperKind
from lianban.apps.documents.models import Document
from tests.apps.cases.builders import (
    NOW,
    a_clerk,
    a_county,
    a_submission,
    an_accepted_application,
    an_applicant,
    an_application,
    an_approver,
    an_issuer,
    by,
    reader,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    a_county()


def grant_everything_open(number, now=NOW):
    """Every approver decides what waits for them, until nothing waits any more."""
    granted = []
    while True:
        view = cases.case(number, reader(SUPERVISOR, now))
        waiting = [item for item in view.items if item.state == "accepted"]
        if not waiting:
            return granted
        for item in waiting:
            approver = an_approver(item.authority)
            cases.review(item.number, "现场核查", "符合条件", by(approver, now), inspection=ON_SITE)
            cases.grant(item.number, {}, by(approver, now))
            granted.append(item.item)


ON_SITE = cases.Inspection(("鲁0001", "鲁0002"), "经营场所", "与申请材料一致")
SUPERVISOR = an_approver("").model_copy(update={"role": "supervisor"})


class TestTheWholeWay:
    def test_from_application_to_licences(self, county):
        citizen = an_applicant()
        receipt = cases.submit(a_submission(citizen), by(citizen))
        assert receipt.document.endswith("号")
        accepted = cases.accept(receipt.number, by(a_clerk()))
        assert "受" in accepted.document

        view = cases.case(receipt.number, reader(citizen))
        states = {item.item: item.state for item in view.items}
        assert states["reg_company"] == "accepted"
        assert states["food"] == "waiting"

        granted = grant_everything_open(receipt.number)
        assert granted.index("reg_company") < granted.index("food")
        assert {"food", "sign", "fire_check"} <= set(granted)

        view = cases.case(receipt.number, reader(citizen))
        assert view.stage == "closed"
        assert {"营业执照", "食品经营许可证"} <= {licence.name for licence in view.licences}
        assert all(Document.objects.filter(kind=PaperKind.LICENCE).values_list("issued_by", flat=True))
        done = cases.hand_over(
            receipt.number,
            [item.item for item in view.items if item.outcome],
            cases.Collector(name="演示申请人", id_number="11010519491231002X"),
            by(an_issuer()),
        )
        assert done.document
        cases.rate(receipt.number, 5, ["510"], "", by(citizen))
        assert cases.case(receipt.number, reader(citizen)).rated
        assert not any(each.breaks for each in cases.checked(cases.case(receipt.number, reader(SUPERVISOR))))

    def test_what_was_recorded_rebuilds_every_state(self, county):
        citizen = an_applicant()
        number = an_accepted_application(citizen)
        grant_everything_open(number)
        items = [item.number for item in cases.case(number, reader(citizen)).items]
        assert [docket.replay_differences(each) for each in (number, *items)] == [()] * (len(items) + 1)


class TestOnce:
    def test_a_double_click_is_one_application(self, county):
        citizen = an_applicant()
        submission = a_submission(citizen)
        first = cases.submit(submission, by(citizen, key="one-click"))
        second = cases.submit(submission, by(citizen, key="one-click"))
        assert first == second
        assert len(cases.my_cases(reader(citizen))) == 1

    def test_the_second_clerk_is_told_that_somebody_was_first(self, county):
        citizen = an_applicant()
        number = an_application(citizen)
        shown = cases.case(number, reader(a_clerk())).version
        cases.accept(number, by(a_clerk()), expected=shown)
        with pytest.raises(docket.VersionConflict):
            cases.accept(number, by(a_clerk()), expected=shown)


class TestRefusal:
    def test_one_refusal_cancels_only_what_needed_it(self, county):
        citizen = an_applicant()
        number = an_accepted_application(citizen)
        registration = next(i for i in cases.case(number, reader(citizen)).items if i.item == "reg_company")
        approver = an_approver(registration.authority)
        cases.review(registration.number, "审查", "名称与他人相同", by(approver))
        why = cases.Refusal("名称相同", "名称不符合规定", "企业名称登记管理规定第六条")
        refused = cases.refuse(registration.number, why, by(approver))
        assert "不准" in refused.document
        view = cases.case(number, reader(citizen))
        states = {item.item: item.state for item in view.items}
        assert states.pop("reg_company") == "refused"
        assert states.pop("health_exam") == "accepted"
        assert set(states.values()) == {"cancelled"}


class TestWhoSeesWhat:
    def test_a_stranger_learns_nothing(self, county):
        citizen = an_applicant()
        number = an_application(citizen)
        stranger = citizen.model_copy(update={"person": "00000000-0000-0000-0000-000000000001"})
        with pytest.raises(docket.NoSuchProceeding):
            cases.case(number, reader(stranger))

    def test_a_clerk_sees_personal_values_masked(self, county):
        citizen = an_applicant()
        number = an_application(citizen)
        shown = cases.case(number, reader(a_clerk()))
        texts = [field.value for section in shown.sections for field in section.fields]
        assert "11010519491231002X" not in texts
        assert "13800000000" not in texts


class TestLateness:
    def test_on_the_weekend_after_a_due_friday_it_is_late(self):
        row = docket.Row(state="accepted", promised_due_on=date(2026, 11, 20))
        sunday = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
        assert clock_view(row, reader(SUPERVISOR, sunday)).level == "late"
