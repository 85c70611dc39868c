"""联合踏勘: one visit to the restaurant, an opinion from each authority, one record, and every item may be decided."""

from datetime import timedelta

import pytest

from lianban.apps.cases import public as cases
from lianban.apps.cases.models import JointFinding
from lianban.apps.docket import public as docket
from lianban.core.items.acts import Act
from lianban.core.proceedings.procedure import GuardRefused
from tests.apps.cases.builders import (
    COMPANY_RESTAURANT,
    NOW,
    a_clerk,
    an_accepted_application,
    an_approver,
    by,
    item_of,
    news,
    reader,
)
from tests.apps.docket.test_concurrency import at_once

pytestmark = pytest.mark.django_db(transaction=True)
TOMORROW = NOW + timedelta(days=1)
ON_PAPER = {**COMPANY_RESTAURANT, "q10": "一般程序"}
"""The fire check is not promised: somebody comes to look."""

SEEN_AT = {"food": "现场核查", "sign": "现场核查", "fire_check": "现场检查（一般程序）"}


def view_of(number, now=NOW):
    return cases.case(number, reader(a_clerk(), now))


def ready(citizen, answers=COMPANY_RESTAURANT):
    """An accepted restaurant of which everything that the visit is for has begun."""
    number = an_accepted_application(citizen, answers)
    wanted = set(view_of(number).plan.process.joint_acts[0].items)
    while any(each.item in wanted and each.state == "waiting" for each in view_of(number).items):
        first = next(e for e in view_of(number).items if e.state == "accepted" and e.item not in wanted)
        officer = an_approver(first.authority)
        cases.review(first.number, "审查", "符合条件", by(officer))
        cases.grant(first.number, {}, by(officer))

    return number


def a_summons(**more):
    said = {"act": Act.SURVEY, "held_on": TOMORROW.date(), "hour": "09:30", "place": "经营场所门前"}
    return cases.Summons(**{**said, "due_on": (NOW + timedelta(days=3)).date(), **more})


def a_finding(*inspectors, text="与申请材料一致", passed=True):
    return cases.Finding(text, passed, inspectors or ("鲁0001", "鲁0002"))


def find(number, key, now=TOMORROW, finding=None):
    item = item_of(number, key)
    return cases.find_jointly(item.number, 1, finding or a_finding(), by(an_approver(item.authority), now))


def parts_of(number):
    (called,) = view_of(number).jointly.called
    return [each.item for each in called.parts]


@pytest.mark.parametrize(
    ("answers", "together"), [(COMPANY_RESTAURANT, {"food", "sign"}), (ON_PAPER, {"food", "sign", "fire_check"})]
)
def test_one_visit_satisfies_every_item_that_takes_part(citizen, answers, together):
    number = ready(citizen, answers)
    cases.call_jointly(number, a_summons(), by(a_clerk()))
    keys = parts_of(number)
    assert set(keys) == together
    for key in keys:
        find(number, key)
    (called,) = view_of(number, TOMORROW).jointly.called
    assert called.closed_on == TOMORROW.date()
    for key in keys:
        item = item_of(number, key)
        officer = an_approver(item.authority)
        state = docket.load(item.number).state
        assert [each.step for each in state.opinions] == [SEEN_AT[key]]
        assert len(state.opinions[0].inspectors) == 2
        assert cases.grant(item.number, {}, by(officer, TOMORROW)).document
    assert {item_of(number, key).outcome for key in keys} == {"granted"}


def test_one_record_serves_all_and_names_the_people_of_each(citizen):
    number = ready(citizen)
    cases.call_jointly(number, a_summons(), by(a_clerk()))
    find(number, "food", finding=a_finding("鲁A1", "鲁A2"))
    find(number, "sign", finding=a_finding("鲁B1", "鲁B2", text="招牌与图纸一致"))
    records = [each for each in view_of(number).documents if each.kind == "现场核查记录"]
    assert len(records) == 1
    for key in parts_of(number):
        assert records[0].number in [each.number for each in docket.load(item_of(number, key).number).state.documents]
    assert JointFinding.objects.count() == 2
    written = str([each.payload for _, log in cases.events(number, reader(a_clerk())) for each in log])
    assert "鲁A1" not in written


def test_the_applicant_is_told_when_and_where_and_not_what_was_thought(citizen):
    number = ready(citizen)
    cases.call_jointly(number, a_summons(), by(a_clerk()))
    find(number, "food", finding=a_finding(text="厨房布局合理"))
    assert news(citizen)[0].endswith("各部门同时参加，不再分别上门。")
    assert "联合踏勘定于2026年11月24日（周二）09:30，地点：经营场所门前" in news(citizen)[0]
    view = cases.case(number, reader(citizen))
    assert [(each.place, each.hour) for each in view.jointly.called] == [("经营场所门前", "09:30")]
    assert {each.text for each in view.jointly.called[0].parts} == {""}
    assert "厨房布局合理" not in str(view.timeline)
    office = cases.case(number, reader(an_approver(item_of(number, "sign").authority), TOMORROW))
    assert "厨房布局合理" in [each.text for each in office.jointly.called[0].parts]


def test_silence_is_no_opinion_and_the_sweep_says_who_looks_for_themselves(citizen):
    number = ready(citizen)
    cases.call_jointly(number, a_summons(), by(a_clerk()))
    find(number, "food")
    assert cases.sweep_cases(NOW + timedelta(days=3)) == 0
    assert cases.sweep_cases(NOW + timedelta(days=4)) == 1
    late = NOW + timedelta(days=4)
    assert "规范户外招牌设施设置没有提出意见，由主管部门另行核查" in news(citizen)[0]
    sign = item_of(number, "sign")
    officer = an_approver(sign.authority)
    with pytest.raises(GuardRefused, check=lambda error: error.facts["guard"] == "reviewed"):
        cases.grant(sign.number, {}, by(officer, late))
    own = cases.Inspection(("鲁1", "鲁2"), "门店", "符合")
    cases.review(sign.number, "现场核查", "符合", by(officer, late), inspection=own)
    assert cases.grant(sign.number, {}, by(officer, late)).document
    food = item_of(number, "food")
    assert cases.grant(food.number, {}, by(an_approver(food.authority), late)).document


def test_who_found_faults_cannot_grant_on_that_visit(citizen):
    number = ready(citizen)
    cases.call_jointly(number, a_summons(), by(a_clerk()))
    find(number, "food", finding=a_finding(text="没有洗手设施", passed=False))
    find(number, "sign")
    food = item_of(number, "food")
    with pytest.raises(GuardRefused, check=lambda error: error.facts["guard"] == "reviewed"):
        cases.grant(food.number, {}, by(an_approver(food.authority), TOMORROW))
    again = {each.act: each for each in view_of(number).jointly.to_call}[Act.SURVEY]
    assert [each.item for each in again.parts] == ["food"]


def test_two_authorities_speak_at_the_same_moment_and_both_are_heard(citizen):
    number = ready(citizen)
    cases.call_jointly(number, a_summons(), by(a_clerk()))
    outcomes = at_once(*((lambda key=key: find(number, key)) for key in parts_of(number)))
    assert [each for each in outcomes if isinstance(each, Exception)] == []
    (called,) = view_of(number).jointly.called
    assert all(each.said for each in called.parts)
    assert called.closed_on == TOMORROW.date()
    assert [each.kind for each in view_of(number).documents].count("现场核查记录") == 1
    numbers = [number, *(each.number for each in view_of(number).items)]
    assert all(docket.verify_log(each) == () and docket.replay_differences(each) == () for each in numbers)


def test_two_windows_call_at_the_same_moment_and_one_visit_follows(citizen):
    number = ready(citizen)
    shown = view_of(number).version
    outcomes = at_once(*(lambda: cases.call_jointly(number, a_summons(), by(a_clerk()), shown) for _ in range(2)))
    assert sum(isinstance(each, docket.VersionConflict) for each in outcomes) == 1
    assert len(view_of(number).jointly.called) == 1


def test_the_same_click_is_one_opinion(citizen):
    number = ready(citizen)
    cases.call_jointly(number, a_summons(), by(a_clerk()))
    food = item_of(number, "food")
    officer = an_approver(food.authority)
    twice = [cases.find_jointly(food.number, 1, a_finding(), by(officer, TOMORROW, key="click")) for _ in range(2)]
    assert twice[0] == twice[1]
    assert len(docket.load(number).state.joint[0].opinions) == 1


def test_the_window_ends_it_when_the_day_is_over_and_not_before(citizen):
    number = ready(citizen)
    cases.call_jointly(number, a_summons(), by(a_clerk()))
    with pytest.raises(GuardRefused, check=lambda error: error.facts["guard"] == "joint_all_said"):
        cases.close_jointly(number, 1, by(a_clerk(), TOMORROW))
    cases.close_jointly(number, 1, by(a_clerk(), NOW + timedelta(days=4)))
    assert view_of(number).jointly.open == ()
    with pytest.raises(GuardRefused, check=lambda error: error.facts["guard"] == "joint_open"):
        cases.close_jointly(number, 1, by(a_clerk(), NOW + timedelta(days=4)))


def test_an_item_that_has_not_begun_is_named_as_coming_later(citizen):
    number = an_accepted_application(citizen)
    survey = {each.act: each for each in view_of(number).jointly.to_call}[Act.SURVEY]
    assert "食品经营许可（新办）" in survey.later
    with pytest.raises(GuardRefused, check=lambda error: error.facts["guard"] == "joint_items"):
        cases.call_jointly(number, a_summons(), by(a_clerk()))


def test_a_stranger_learns_nothing(citizen):
    number = ready(citizen)
    with pytest.raises(docket.NoSuchProceeding):
        cases.call_jointly(number, a_summons(), by(an_approver("nobody")))


def test_a_joint_act_moved_to_where_it_is_already_is_refused_although_its_place_is_a_digest(citizen):
    number = ready(citizen)
    cases.call_jointly(number, a_summons(), by(a_clerk()))
    same = {name: getattr(a_summons(), name) for name in cases.Meeting.model_fields}
    with pytest.raises(GuardRefused, match="没有改动"):
        cases.move_jointly(number, 1, cases.Meeting(**same), "改在别处", by(a_clerk()))
    cases.move_jointly(number, 1, cases.Meeting(**{**same, "place": "后院仓库"}), "改在别处", by(a_clerk()))
    assert view_of(number).jointly.called[0].place == "后院仓库"
    assert "后院仓库" not in str(docket.load(number).state)


def test_what_each_said_stands_in_every_items_record_in_its_own_words(citizen):
    number = ready(citizen)
    cases.call_jointly(number, a_summons(), by(a_clerk()))
    find(number, "food", finding=a_finding(text="厨房布局合理"))
    find(number, "sign", finding=a_finding(text="招牌与图纸一致"))
    for key, text in (("food", "厨房布局合理"), ("sign", "招牌与图纸一致")):
        item = item_of(number, key)
        view = cases.item_case(item.number, reader(an_approver(item.authority), TOMORROW))
        assert [each.text for each in view.state.opinions] == [text]
        assert text not in str(docket.load(item.number).state)
