"""《中华人民共和国行政许可法》第四十二条至第四十五条、第八十二条: 期限."""

import pytest

from lianban.core.calendars.errors import CalendarGap
from lianban.core.clocks.due import due_on
from lianban.core.clocks.errors import LimitExpired, NoticeMissing, UnlawfulExtension, UnlawfulStop
from lianban.core.clocks.licensing import (
    HEAD_OF_BODY,
    HEAD_OF_GOVERNMENT,
    TO_DECIDE,
    decision_clock,
    delivery_clock,
    first_examination_clock,
)
from lianban.core.clocks.limits import DayUnit
from lianban.core.clocks.stops import ARTICLE_45_KINDS, StopKind
from tests.core.calendars.china import CN, CN_PROVISIONAL, WORKED_EXAMPLES, day
from tests.core.clocks.building import a_stop, an_extension, limit, working_days


def last_day(clock) -> str:
    return str(clock.due(CN).statutory.on)


class TestArticle42TimeToDecide:
    """第四十二条 除可以当场作出行政许可决定的外，行政机关应当自受理行政许可申请之日起二十日内作出行政许可决定。
    二十日内不能作出决定的，经本行政机关负责人批准，可以延长十日，并应当将延长期限的理由告知申请人。
    但是，法律、法规另有规定的，依照其规定。"""

    def test_twenty_days_from_acceptance(self):
        assert last_day(decision_clock(day("2026-09-18"))) == "2026-10-22"

    def test_ten_more_with_approval_of_the_head_of_the_body(self):
        clock = decision_clock(day("2026-09-18")).extend(an_extension("2026-10-20", 10, HEAD_OF_BODY), CN)
        assert last_day(clock) == "2026-11-05"

    def test_nobody_else_may_approve(self):
        with pytest.raises(UnlawfulExtension, match=HEAD_OF_BODY):
            decision_clock(day("2026-09-18")).extend(an_extension("2026-10-20", 10, "科室负责人"), CN)

    def test_eleven_more_are_not_allowed(self):
        with pytest.raises(UnlawfulExtension, match="10"):
            decision_clock(day("2026-09-18")).extend(an_extension("2026-10-20", 11), CN)

    def test_the_reason_must_be_told(self):
        with pytest.raises(NoticeMissing):
            an_extension("2026-10-20", reason="")

    def test_after_the_twenty_days_it_is_too_late(self):
        with pytest.raises(LimitExpired):
            decision_clock(day("2026-09-18")).extend(an_extension("2026-10-23"), CN)

    def test_a_regulation_may_set_another_limit(self):
        assert last_day(decision_clock(day("2026-09-18"), statutory=working_days(30))) == "2026-11-05"

    def test_one_in_months_ends_by_the_civil_code(self):
        assert last_day(decision_clock(day("2026-07-01"), statutory=limit(3, DayUnit.MONTH))) == "2026-10-08"


class TestArticle42Jointly:
    """第四十二条第二款 依照本法第二十六条的规定，行政许可采取统一办理或者联合办理、集中办理的，
    办理的时间不得超过四十五日；四十五日内不能办结的，经本级人民政府负责人批准，可以延长十五日，
    并应当将延长期限的理由告知申请人。"""

    JOINT = decision_clock(day("2026-01-05"), joint=True)

    def test_forty_five_days(self):
        assert last_day(self.JOINT) == "2026-03-13"

    def test_fifteen_more_with_approval_of_the_head_of_the_government(self):
        clock = self.JOINT.extend(an_extension("2026-03-12", 15, HEAD_OF_GOVERNMENT), CN)
        assert last_day(clock) == "2026-04-03"

    def test_the_head_of_one_body_is_not_enough(self):
        with pytest.raises(UnlawfulExtension, match=HEAD_OF_GOVERNMENT):
            self.JOINT.extend(an_extension("2026-03-12", 15, HEAD_OF_BODY), CN)


class TestArticle43FirstExamination:
    """第四十三条 依法应当先经下级行政机关审查后报上级行政机关决定的行政许可，下级行政机关应当自其受理行政许可申请之日起
    二十日内审查完毕。但是，法律、法规另有规定的，依照其规定。"""

    def test_the_lower_body_has_its_own_twenty_days(self):
        assert last_day(first_examination_clock(day("2026-09-18"))) == "2026-10-22"

    def test_they_cannot_be_lengthened(self):
        with pytest.raises(UnlawfulExtension):
            first_examination_clock(day("2026-09-18")).extend(an_extension("2026-10-20"), CN)


class TestArticle44Delivery:
    """第四十四条 行政机关作出准予行政许可的决定，应当自作出决定之日起十日内向申请人颁发、送达行政许可证件，
    或者加贴标签、加盖检验、检测、检疫印章。"""

    def test_ten_days_from_the_decision(self):
        assert last_day(delivery_clock(day("2026-09-28"))) == "2026-10-16"


class TestArticle45TimeNotCounted:
    """第四十五条 行政机关作出行政许可决定，依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的，
    所需时间不计算在本节规定的期限内。行政机关应当将所需时间书面告知申请人。"""

    def test_there_are_eight(self):
        assert {kind.value for kind in ARTICLE_45_KINDS} == {
            "听证", "招标", "拍卖", "检验", "检测", "检疫", "鉴定", "专家评审",
        }  # fmt: skip

    @pytest.mark.parametrize("kind", sorted(ARTICLE_45_KINDS))
    def test_the_time_of_each_does_not_count(self, kind):
        clock = decision_clock(day("2026-11-02")).stop(a_stop("2026-11-04", "2026-11-11", kind=kind), CN)
        assert CN.working_days_between(day("2026-11-30"), clock.due(CN).statutory.on) == 5

    @pytest.mark.parametrize("kind", [StopKind.SITE_SURVEY, StopKind.PUBLIC_NOTICE])
    def test_the_time_of_others_counts(self, kind):
        with pytest.raises(UnlawfulStop):
            decision_clock(day("2026-11-02")).stop(a_stop("2026-11-04", kind=kind), CN)

    def test_without_a_written_notice_it_does_not_stop(self):
        with pytest.raises(NoticeMissing):
            a_stop("2026-11-04", notice="")

    def test_the_notice_tells_the_time_needed(self):
        with pytest.raises(ValueError, match="needed"):
            type(a_stop("2026-11-04")).model_validate({**a_stop("2026-11-04").model_dump(), "needed": None})


class TestArticle82WorkingDays:
    """第八十二条 本法规定的行政机关实施行政许可的期限以工作日计算，不含法定节假日。"""

    def test_weekends_and_holidays_do_not_count(self):
        assert due_on(TO_DECIDE, day("2024-09-13"), CN).on == day("2024-10-17")

    def test_a_made_up_sunday_counts(self):
        """国办发明电〔2023〕7号：9月29日（星期日）上班。"""
        assert due_on(working_days(10), day("2024-09-13"), CN).on == day("2024-09-29")

    def test_acceptance_on_a_made_up_saturday_starts_the_count_after_it(self):
        """国办发明电〔2025〕7号：2月14日（星期六）上班，2月15日至23日放假。"""
        assert due_on(working_days(1), day("2026-02-14"), CN).on == day("2026-02-24")

    @pytest.mark.parametrize(("start", "length", "due"), WORKED_EXAMPLES)
    def test_worked_examples_over_spring_festival_may_day_and_the_national_holidays(self, start, length, due):
        """Worked out from the State Council's notices for 2025 and 2026; the day of the start is not counted."""
        assert due_on(working_days(length), day(start), CN).on == day(due)

    @pytest.mark.parametrize("year", [2025, 2026])
    def test_a_year_has_two_hundred_and_forty_eight_of_them(self, year):
        assert CN.working_days_between(day(f"{year - 1}-12-31"), day(f"{year}-12-31")) == 248

    @pytest.mark.parametrize(("length", "due"), [("0", "2026-11-23"), ("0.5", "2026-11-24"), ("1.5", "2026-11-25")])
    def test_a_part_of_a_day_takes_a_whole_one_and_none_takes_the_same_day(self, length, due):
        assert due_on(working_days(length), day("2026-11-23"), CN).on == day(due)

    def test_a_year_whose_holidays_are_not_announced_gives_no_date(self):
        with pytest.raises(CalendarGap, match="2027"):
            due_on(TO_DECIDE, day("2026-12-21"), CN)

    def test_unless_a_provisional_one_is_asked_for_and_then_it_says_so(self):
        due = due_on(TO_DECIDE, day("2026-12-21"), CN_PROVISIONAL)
        assert (due.on, due.provisional) == (day("2027-01-19"), True)

    def test_a_date_before_the_unknown_year_is_firm(self):
        assert not due_on(working_days(5), day("2026-12-21"), CN_PROVISIONAL).provisional
