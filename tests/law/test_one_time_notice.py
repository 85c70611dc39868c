"""一次性告知制；行政许可法 第三十二条第一款第四项：申请材料应当一次告知，告知后不得另行要求。"""

import pytest

from lianban.core.kernel.legal import LegalBasis
from lianban.core.proceedings import chain_case
from lianban.core.proceedings.chain_case import commands as chain
from lianban.core.proceedings.chain_case.state import ChainStatus
from lianban.core.proceedings.shared import Beyond, Correction
from lianban.core.supervision import rules
from lianban.core.supervision.signals import chain_signals
from tests.core.calendars.china import CN_PROVISIONAL
from tests.core.proceedings import building as b
from tests.core.proceedings.building import refused

TOLD = ("lease", "photo", "contact.phone")
LAW = LegalBasis(document="中华人民共和国食品安全法", article="第三十五条")
GROUND = Beyond(reason="场所与住宅相邻", basis=(LAW,))


def more(beyond: Beyond | None = None, **said) -> Correction:
    """A certificate that the list does not hold."""
    what = {"subject": "noise", "name": "噪声检测报告", "problem": "未提交", "remedy": "提交报告", **said}
    return Correction(beyond=beyond, **what)


class TestDutyToTellOnce:
    """一次性告知制：清单没有要求的，不得在窗口另行要求。"""

    def test_what_the_list_holds_may_be_asked_to_be_corrected(self):
        case = b.received(told=TOLD).does(b.CLERK, b.a_notice("2026-03-03"))
        assert case.last.kind == "notified_once"
        assert case.state.beyond == ()

    def test_a_field_of_the_form_is_within_the_list(self):
        phone = more(subject="contact.phone", name="联系电话")
        assert b.received(told=TOLD).does(b.CLERK, b.a_notice("2026-03-03", phone)).last.kind == "notified_once"

    @pytest.mark.parametrize(
        "ground",
        [
            None,
            Beyond(),
            Beyond(reason="需要"),
            Beyond(basis=(LAW,)),
            Beyond(reason="  ", basis=(LAW,)),
            Beyond(reason="需要", basis=(LegalBasis(document=" "),)),
        ],
    )
    def test_more_than_the_list_is_refused_without_reason_and_law(self, ground):
        with refused("within_the_notice"):
            b.received(told=TOLD).does(b.CLERK, b.a_notice("2026-03-03", b.LEASE, more(ground)))

    def test_a_nameless_demand_is_refused(self):
        with refused("within_the_notice"):
            b.received(told=TOLD).does(b.CLERK, b.a_notice("2026-03-03", more(GROUND, name=" ")))

    def test_an_empty_list_asks_for_nothing(self):
        with refused("within_the_notice"):
            b.received(told=()).does(b.CLERK, b.a_notice("2026-03-03", b.LEASE))

    def test_with_reason_and_law_it_is_asked_and_recorded_apart(self):
        case = b.received(told=TOLD).does(b.CLERK, b.a_notice("2026-03-03", b.LEASE, more(GROUND)))
        asked = case.last
        assert asked.kind == "asked_beyond_notice"
        assert [each["subject"] for each in asked.payload["demands"]] == ["noise"]
        assert asked.payload["reasons"] == ["场所与住宅相邻"]
        assert asked.payload["basis"] == ["《中华人民共和国食品安全法》第三十五条"]
        assert case.state.outstanding == ("lease", "noise")

    def test_it_raises_a_supervision_warning_while_the_case_is_open(self):
        within = b.received(told=TOLD).does(b.CLERK, b.a_notice("2026-03-03"))
        over = b.received(told=TOLD).does(b.CLERK, b.a_notice("2026-03-03", more(GROUND)))
        found = [[s.rule for s in chain_signals(c.state, b.day("2026-03-04"), CN_PROVISIONAL)] for c in (within, over)]
        assert found == [[], [rules.BEYOND]]

    def test_asking_beyond_does_not_open_a_second_notice(self):
        case = b.received(told=TOLD).does(b.CLERK, b.a_notice("2026-03-03"))
        case.does(b.APPLICANT, chain.Supplement(at=b.at("2026-03-04"), subjects=("lease", "photo")))
        assert case.state.status is ChainStatus.RECEIVED
        with refused("not_notified_before"):
            case.does(b.CLERK, b.a_notice("2026-03-05", more(GROUND)))

    def test_a_changed_plan_brings_its_own_list(self):
        case = b.received(told=TOLD)
        case.does(b.SYSTEM, chain.Replan(at=b.at("2026-03-02", 12), plan="q" * 64, items=b.RESTAURANT, told=("noise",)))
        assert case.does(b.CLERK, b.a_notice("2026-03-03", more())).last.kind == "notified_once"

    def test_a_record_made_before_the_list_bound_replays_and_goes_on(self):
        old = b.received().does(b.CLERK, b.a_notice("2026-03-03"))
        assert all("told" not in event.payload for event in old.events)
        assert chain_case.replay(old.events) == old.state
        assert old.state.told is None

    def test_the_whole_replays_to_the_same_state(self):
        case = b.received(told=TOLD).does(b.CLERK, b.a_notice("2026-03-03", more(GROUND)))
        assert chain_case.replay(case.events) == case.state
