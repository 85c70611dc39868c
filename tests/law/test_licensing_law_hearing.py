"""行政许可法 第四十五条至第四十八条：特别程序与听证。"""

import pytest

from lianban.core.clocks.licensing import HEAD_OF_BODY, HEAD_OF_GOVERNMENT
from lianban.core.clocks.stops import StopGround, StopKind
from lianban.core.kernel.legal import LegalBasis
from lianban.core.proceedings.chain_case.joint import ExtendJointly
from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.item_case import commands as item
from lianban.core.proceedings.item_case.state import ItemStatus
from lianban.core.proceedings.procedure import ActionNotOpen
from tests.core.proceedings import building as b
from tests.core.proceedings.building import refused


def a_stop(on: str, kind: StopKind = StopKind.TESTING, **more) -> item.Stop:
    said = {"needed": b.working_days(10), "reason": "需要检测", "document": b.paper(DocumentKind.SPECIAL_PROCEDURE)}
    return item.Stop(at=b.at(on), special=kind, **{**said, **more})


def an_extension(on: str, **more) -> item.Extend:
    said = {
        "added": b.working_days(10), "reason": "案情复杂", "approver": HEAD_OF_BODY, "approved_by": "head-1",
        "document": b.paper(DocumentKind.EXTENSION),
    }  # fmt: skip
    return item.Extend(at=b.at(on), **{**said, **more})


class TestArticle42Extension:
    """第四十二条 …经本行政机关负责人批准，可以延长十日，并应当将延长期限的理由告知申请人。"""

    def test_the_head_extends_once(self):
        case = b.begun("2026-03-03").does(b.REVIEWER, an_extension("2026-03-05"))
        assert case.state.statutory_due_on == b.day("2026-04-15")
        with refused("extended_once"):
            case.does(b.REVIEWER, an_extension("2026-03-06"))
        assert case.why_not(b.REVIEWER, "extend") == "期限只能延长一次。"

    @pytest.mark.parametrize(
        "lacking", [{"reason": " "}, {"approved_by": ""}, {"approver": HEAD_OF_GOVERNMENT}],
    )  # fmt: skip
    def test_reason_and_the_right_approver_are_needed(self, lacking):
        with refused("head_approved"):
            b.begun().does(b.REVIEWER, an_extension("2026-03-05", **lacking))

    def test_the_applicant_is_told_in_writing(self):
        with refused("document_issued"):
            b.begun().does(b.REVIEWER, an_extension("2026-03-05", document=None))


class TestArticle42JointHandling:
    """第四十二条第二款 …办理的时间不得超过四十五日；…经本级人民政府负责人批准，可以延长十五日。"""

    def longer(self, **more) -> ExtendJointly:
        said = {
            "added": b.working_days(15), "reason": "需要多部门会商", "approver": HEAD_OF_GOVERNMENT,
            "approved_by": "government-1", "document": b.paper(DocumentKind.EXTENSION),
        }  # fmt: skip
        return ExtendJointly(at=b.at("2026-04-01"), **{**said, **more})

    def test_several_departments_together_have_forty_five_working_days(self):
        case = b.received("2026-01-05").does(b.CLERK, b.an_acceptance("2026-01-05"))
        assert case.state.joint_due_on == b.day("2026-03-13")

    def test_a_single_department_has_no_joint_limit(self):
        case = b.accepted(items=b.RESTAURANT[:1])
        assert case.state.joint_due_on is None
        with refused("is_joint"):
            case.does(b.CLERK, self.longer())

    def test_the_government_extends_once_by_fifteen(self):
        case = b.accepted("2026-03-03").does(b.CLERK, self.longer())
        assert case.state.joint_due_on == b.day("2026-05-29")
        with refused("jointly_extended_once"):
            case.does(b.CLERK, self.longer())

    @pytest.mark.parametrize(
        "lacking", [{"approver": HEAD_OF_BODY}, {"approved_by": ""}, {"reason": ""}, {"added": b.working_days(16)}]
    )
    def test_nothing_less_will_do(self, lacking):
        with refused("government_approved"):
            b.accepted().does(b.CLERK, self.longer(**lacking))

    def test_not_when_it_is_over(self):
        with refused("joint_limit_runs"):
            b.accepted().does(b.CLERK, self.longer().model_copy(update={"at": b.at("2026-05-25")}))


class TestArticle43FirstExamination:
    """第四十三条 依法应当先经下级行政机关审查后报上级行政机关决定的…"""

    def transfer(self) -> item.TransferUp:
        paper = b.paper(DocumentKind.TRANSFER)
        return item.TransferUp(
            at=b.at("2026-03-05"), superior="city-market", opinion="初审符合", promised_limit=b.working_days(8),
            document=paper,
        )  # fmt: skip

    def test_it_goes_up_only_after_the_first_examination(self):
        with refused("first_examined"):
            b.begun().does(b.REVIEWER, self.transfer())

    def test_the_higher_authority_decides_in_its_own_time(self):
        case = b.reviewed().does(b.REVIEWER, self.transfer())
        assert (case.state.authority, case.state.promised_due_on) == ("city-market", b.day("2026-03-17"))
        with refused("own_authority"):
            case.does(b.HEAD, b.a_grant("2026-03-06"))
        superior = b.HEAD.model_copy(update={"authority": "city-market"})
        assert case.does(superior, b.a_grant("2026-03-06")).state.status is ItemStatus.GRANTED


class TestArticle45SpecialProcedures:
    """第四十五条 …所需时间不计算在本节规定的期限内。行政机关应当将所需时间书面告知申请人。"""

    def test_the_clock_stands_still_until_the_result_is_in(self):
        case = b.begun("2026-03-03").does(b.REVIEWER, a_stop("2026-03-05"))
        assert case.state.stop_ends_by == b.day("2026-03-19")
        case.does(b.REVIEWER, item.Resume(at=b.at("2026-03-12"), result="合格"))
        assert case.state.promised_due_on == b.day("2026-03-20")

    def test_it_is_told_in_writing_first(self):
        with refused("document_issued"):
            b.begun().does(b.REVIEWER, a_stop("2026-03-05", document=None))
        with refused("time_told"):
            b.begun().does(b.REVIEWER, a_stop("2026-03-05", needed=b.working_days(0)))

    def test_a_site_survey_does_not_stop_the_clock_by_itself(self):
        with refused("clock_may_stop"):
            b.begun().does(b.REVIEWER, a_stop("2026-03-05", StopKind.SITE_SURVEY))

    def test_it_does_where_the_items_own_law_says_so(self):
        ground = StopGround(kind=StopKind.SITE_SURVEY, basis=LegalBasis(document="本事项的条例", article="第九条"))
        case = b.begun(grounds=(ground,)).does(b.REVIEWER, a_stop("2026-03-05", StopKind.SITE_SURVEY))
        assert case.state.clock.open_stop.basis == ground.basis

    def test_no_second_stop_and_no_decision_while_it_stands(self):
        case = b.reviewed().does(b.REVIEWER, a_stop("2026-03-05"))
        for command in (a_stop("2026-03-06"), b.a_grant("2026-03-06"), an_extension("2026-03-06")):
            with pytest.raises(ActionNotOpen):
                case.does(b.REVIEWER, command)


def told(ex_officio: bool = False, **more) -> b.Case:
    paper = b.paper(DocumentKind.HEARING_RIGHT)
    telling = item.TellHearingRight(at=b.at("2026-03-04"), ex_officio=ex_officio, document=paper)
    return b.reviewed(**more).does(b.REVIEWER, telling)


def a_request(on: str) -> item.RequestHearing:
    return item.RequestHearing(at=b.at(on), by="applicant-1")


def a_hearing_notice(on: str, held_on: str, host: str = "office-3") -> item.NotifyHearing:
    paper = b.paper(DocumentKind.HEARING_NOTICE)
    return item.NotifyHearing(at=b.at(on), held_on=b.day(held_on), place="三楼会议室", host=host, document=paper)


def a_record(on: str) -> item.HoldHearing:
    return item.HoldHearing(at=b.at(on), document=b.paper(DocumentKind.HEARING_RECORD))


class TestArticle46HearingExOfficio:
    """第四十六条 …应当听证的事项…行政机关应当向社会公告，并举行听证。"""

    def test_an_item_that_requires_a_hearing_is_not_decided_without(self):
        with refused("heard"):
            b.reviewed(hearing_required=True).does(b.HEAD, b.a_grant("2026-04-01"))

    def test_an_announced_hearing_is_held_even_if_nobody_asks(self):
        with refused("heard"):
            told(ex_officio=True).does(b.HEAD, b.a_grant("2026-04-01"))


class TestArticle47HearingOnRequest:
    """第四十七条 …在被告知听证权利之日起五日内提出听证申请的，行政机关应当在二十日内组织听证。"""

    def test_no_decision_before_the_five_days_are_over(self):
        with refused("heard"):
            told().does(b.HEAD, b.a_grant("2026-03-11"))
        assert told().does(b.HEAD, b.a_grant("2026-03-12")).state.decision.granted

    def test_who_waives_need_not_wait(self):
        case = told().does(b.APPLICANT, item.WaiveHearing(at=b.at("2026-03-05")))
        assert case.does(b.HEAD, b.a_grant("2026-03-05")).state.decision.granted

    def test_the_fifth_day_is_in_time_and_the_sixth_is_not(self):
        case = told().does(b.APPLICANT, a_request("2026-03-11"))
        assert case.state.hearing.hold_by == b.day("2026-04-09")
        with refused("asks_in_time"):
            told().does(b.APPLICANT, a_request("2026-03-12"))

    def test_a_hearing_asked_for_must_be_held_first(self):
        with refused("heard"):
            told().does(b.APPLICANT, a_request("2026-03-05")).does(b.HEAD, b.a_grant("2026-04-30"))

    def test_it_is_organised_within_twenty_days(self):
        case = told().does(b.APPLICANT, a_request("2026-03-05"))
        with refused("seven_days_ahead"):
            case.does(b.REVIEWER, a_hearing_notice("2026-03-06", "2026-04-30"))


class TestArticle48HowAHearingIsHeld:
    """第四十八条 …于举行听证的七日前将举行听证的时间、地点通知…；主持人…；应当根据听证笔录，作出行政许可决定。"""

    def asked(self) -> b.Case:
        return told().does(b.APPLICANT, a_request("2026-03-05"))

    def test_seven_working_days_notice(self):
        with refused("seven_days_ahead"):
            self.asked().does(b.REVIEWER, a_hearing_notice("2026-03-06", "2026-03-16"))
        case = self.asked().does(b.REVIEWER, a_hearing_notice("2026-03-06", "2026-03-17"))
        assert case.state.hearing.notified_for == b.day("2026-03-17")

    def test_the_examiner_does_not_preside(self):
        with refused("other_host"):
            self.asked().does(b.REVIEWER, a_hearing_notice("2026-03-06", "2026-03-17", host=b.REVIEWER.person))

    def test_it_is_not_held_without_or_before_the_notice(self):
        with refused("on_the_day"):
            self.asked().does(b.REVIEWER, a_record("2026-03-17"))
        with refused("on_the_day"):
            notified = self.asked().does(b.REVIEWER, a_hearing_notice("2026-03-06", "2026-03-17"))
            notified.does(b.REVIEWER, a_record("2026-03-16"))

    def test_the_decision_rests_on_the_record(self):
        case = self.asked().does(b.REVIEWER, a_hearing_notice("2026-03-06", "2026-03-17"))
        with refused("document_issued"):
            case.does(b.REVIEWER, item.HoldHearing(at=b.at("2026-03-17")))
        case.does(b.REVIEWER, a_record("2026-03-17"))
        with refused("on_record"):
            case.does(b.HEAD, b.a_refusal("2026-03-18"))
        assert case.does(b.HEAD, b.a_refusal("2026-03-18", on_record=True)).state.status is ItemStatus.REFUSED
