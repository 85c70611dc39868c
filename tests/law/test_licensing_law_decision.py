"""行政许可法 第三十四条、第三十六条、第三十八条、第四十四条：审查、决定与送达。"""

import pytest

from lianban.core.proceedings.documents import DocumentKind, missing_contents
from lianban.core.proceedings.item_case import commands as item
from lianban.core.proceedings.item_case.state import ItemStatus
from lianban.core.proceedings.procedure import RoleNotAllowed
from lianban.core.proceedings.shared import Handover, Remedies, Way
from tests.core.proceedings import building as b
from tests.core.proceedings.building import refused
from tests.core.proceedings.test_together import OFFICES, a_finding, called, found, the_end


class TestArticle34Examination:
    """第三十四条 …需要对申请材料的实质内容进行核实的，行政机关应当指派两名以上工作人员进行核查。"""

    def test_one_inspector_is_not_enough_on_site(self):
        record = b.paper(DocumentKind.INSPECTION_RECORD)
        with refused("two_on_site"):
            b.begun().does(b.REVIEWER, b.a_review(on_site=True, inspectors=("i1", "i1"), document=record))
        two = b.a_review(on_site=True, inspectors=("i1", "i2"), document=record)
        assert len(b.begun().does(b.REVIEWER, two).state.opinions[0].inspectors) == 2

    def test_an_inspection_leaves_a_record(self):
        with refused("site_recorded"):
            b.begun().does(b.REVIEWER, b.a_review(on_site=True, inspectors=("i1", "i2")))

    def test_in_a_joint_visit_each_authority_sends_two(self):
        """行政机关应当指派两名以上工作人员: the people of another authority do not count for one's own."""
        visit = called("food", "fire").does(OFFICES["food"], a_finding("food"))
        with refused("two_of_each"):
            visit.does(OFFICES["fire"], a_finding("fire", inspectors=("fire-1",)))
        with refused("two_of_each"):
            visit.does(OFFICES["fire"], a_finding("fire", inspectors=("fire-1", "fire-1")))
        visit.does(OFFICES["fire"], a_finding("fire", inspectors=("fire-1", "fire-2")))
        assert [len(each.inspectors) for each in visit.state.joint[0].opinions] == [2, 2]

    def test_who_was_not_at_the_joint_visit_examines_for_itself(self):
        """第二十六条 …组织有关部门联合办理: nothing in it lets one authority decide on the opinion of another."""
        over = found(called("food", "fire"), "food").does(b.SYSTEM, the_end("2026-03-11"))
        assert over.state.joint[0].opinion("fire") is None
        with refused("reviewed"):
            b.begun(item="fire", name="消防安全检查", authority="fire").does(OFFICES["fire"], b.a_grant("2026-03-12"))

    def test_what_can_be_decided_at_once_is(self):
        """申请材料齐全、符合法定形式，行政机关能够当场作出决定的，应当当场作出书面的行政许可决定。"""
        case = b.begun("2026-03-03", on_the_spot=True, promised_limit=b.working_days(0))
        assert case.state.promised_due_on == b.day("2026-03-03")
        assert case.does(b.REVIEWER, b.a_grant("2026-03-03")).state.status is ItemStatus.GRANTED

    def test_otherwise_a_decision_needs_an_examination(self):
        with refused("reviewed"):
            b.begun().does(b.HEAD, b.a_grant())

    def test_what_was_sent_back_is_examined_again(self):
        case = b.reviewed().does(b.HEAD, item.ReturnForRework(at=b.at("2026-03-04"), step="审查", reason="缺少核查"))
        with refused("reviewed"):
            case.does(b.HEAD, b.a_grant())

    def test_a_second_signature_comes_from_a_second_person(self):
        case = b.reviewed(signatures_needed=2)
        with refused("signed"):
            case.does(b.HEAD, b.a_grant())
        case.does(b.REVIEWER, item.Sign(at=b.at("2026-03-05")))
        with refused("signs_once"):
            case.does(b.REVIEWER, item.Sign(at=b.at("2026-03-05")))
        with refused("signed"):
            case.does(b.REVIEWER, b.a_grant())
        assert case.does(b.HEAD, b.a_grant()).state.status is ItemStatus.GRANTED

    def test_a_deputy_is_not_a_second_person(self):
        """One signs and decides for oneself, or has a deputy do either: that is still one signer."""
        deputy = b.HEAD.model_copy(update={"person": "office-7", "on_behalf_of": b.HEAD.person})
        signed = b.reviewed(signatures_needed=2).does(b.HEAD, item.Sign(at=b.at("2026-03-05")))
        with refused("signs_once"):
            signed.does(deputy, item.Sign(at=b.at("2026-03-05")))
        with refused("signed"):
            signed.does(deputy, b.a_grant())
        by_deputy = b.reviewed(signatures_needed=2).does(deputy, item.Sign(at=b.at("2026-03-05")))
        for same in (b.HEAD, deputy, deputy.model_copy(update={"on_behalf_of": ""})):
            with refused("signed"):
                by_deputy.does(same, b.a_grant())
        assert by_deputy.does(b.REVIEWER, b.a_grant()).state.decision.granted

    def test_another_authority_does_not_decide(self):
        with refused("own_authority"):
            b.reviewed().does(b.OTHER, b.a_grant())

    def test_silence_of_a_consulted_authority_is_not_agreement(self):
        asking = item.Consult(at=b.at("2026-03-04"), authority="fire", question="是否符合", due_on=b.day("2026-03-05"))
        case = b.reviewed().does(b.REVIEWER, asking)
        with refused("consulted"):
            case.does(b.HEAD, b.a_grant("2026-03-09"))
        case.does(b.OTHER, item.AnswerConsultation(at=b.at("2026-03-09"), number=1, answer="同意"))
        assert case.does(b.HEAD, b.a_grant("2026-03-09")).state.decision.granted


class TestArticle36InterestedParties:
    """第三十六条 …应当告知该利害关系人。申请人、利害关系人有权进行陈述和申辩。"""

    def test_no_decision_before_the_party_spoke_or_its_time_is_over(self):
        telling = item.TellParty(at=b.at("2026-03-04"), party="n" * 64, respond_by=b.day("2026-03-06"))
        case = b.reviewed().does(b.REVIEWER, telling)
        with refused("parties_heard"):
            case.does(b.HEAD, b.a_grant("2026-03-06"))
        heard = item.HearStatement(at=b.at("2026-03-05"), party="n" * 64, statement="s" * 64)
        assert case.does(b.REVIEWER, heard).does(b.HEAD, b.a_grant("2026-03-06")).state.decision.granted

    def test_after_its_time_the_decision_may_come(self):
        telling = item.TellParty(at=b.at("2026-03-04"), party="n" * 64, respond_by=b.day("2026-03-06"))
        case = b.reviewed().does(b.REVIEWER, telling).does(b.HEAD, b.a_grant("2026-03-07"))
        assert case.state.status is ItemStatus.GRANTED


class TestArticle38WrittenDecision:
    """第三十八条 …依法作出不予行政许可的书面决定的，应当说明理由，并告知申请人享有…的权利。"""

    def test_a_grant_is_written(self):
        with refused("document_issued"):
            b.reviewed().does(b.HEAD, b.a_grant(document=None))

    @pytest.mark.parametrize("lacking", [{"reasons": " "}, {"basis": ()}])
    def test_a_refusal_gives_reasons_and_basis(self, lacking):
        with refused("reasoned_refusal"):
            b.reviewed().does(b.HEAD, b.a_refusal(**lacking))

    def test_a_refusal_names_body_and_court(self):
        with refused("reasoned_refusal"):
            b.reviewed().does(b.HEAD, b.a_refusal(remedies=Remedies(reconsideration_body="博山区人民政府", court="")))

    def test_a_refusal_prints_sixty_days_and_six_months(self):
        remedies = b.reviewed().does(b.HEAD, b.a_refusal()).state.decision.remedies
        assert (remedies.reconsideration_days, remedies.litigation_months) == (60, 6)

    def test_the_document_of_a_refusal_must_say_all_of_it(self):
        assert missing_contents(DocumentKind.REFUSAL, {"applicant": "甲", "item": "乙", "seal": "章"}) == [
            "事实", "理由", "依据", "申请行政复议的期限与机关", "提起行政诉讼的期限与法院", "日期",
        ]  # fmt: skip


class TestInstantApproval:
    """秒批 within Articles 34 and 38, 个人信息保护法第二十四条: rules over shared data may grant; a no goes to a
    person."""

    def checked(self, *failed: str) -> b.Case:
        said = {"version": "第1版", "checks": ("登记状态为存续", "面积不超过50平方米"), "failed": failed}
        return b.begun(automatic=True, on_the_spot=True).does(b.SYSTEM, item.CheckByRule(at=b.at("2026-03-03"), **said))

    def test_rules_alone_may_grant_when_every_one_holds(self):
        case = self.checked()
        assert case.last.kind == "passed_by_rule"
        assert case.does(b.SYSTEM, b.a_grant(rule_version="第1版")).state.decision.rule_version == "第1版"

    def test_not_before_they_were_worked_out_nor_under_another_version(self):
        with refused("automatic_by_rule"):
            b.begun(automatic=True).does(b.SYSTEM, b.a_grant(rule_version="第1版"))
        for version in ("", "第2版"):
            with refused("automatic_by_rule"):
                self.checked().does(b.SYSTEM, b.a_grant(rule_version=version))

    def test_they_never_refuse(self):
        with pytest.raises(RoleNotAllowed):
            self.checked().does(b.SYSTEM, b.a_refusal())

    def test_what_does_not_hold_goes_to_a_person_who_may_still_grant(self):
        case = self.checked("面积不超过50平方米")
        assert case.last.payload["failed"] == ["面积不超过50平方米"]
        with refused("automatic_by_rule"):
            case.does(b.SYSTEM, b.a_grant(rule_version="第1版"))
        assert case.does(b.REVIEWER, b.a_grant()).state.decision.granted

    def test_what_is_not_on_the_list_is_neither_checked_nor_granted_by_rules(self):
        check = item.CheckByRule(at=b.at("2026-03-03"), version="第1版", checks=("面积",))
        with refused("instant_listed"):
            b.begun().does(b.SYSTEM, check)
        with refused("automatic_by_rule"):
            b.begun().does(b.SYSTEM, b.a_grant(rule_version="第1版"))

    def test_what_does_not_hold_is_one_of_the_rules(self):
        with refused("failed_among_checks"):
            self.checked("无关的规则")


class TestArticle44Delivery:
    """第四十四条 …应当自作出决定之日起十日内向申请人颁发、送达行政许可证件。"""

    def test_ten_working_days_from_the_decision(self):
        case = b.reviewed("2026-09-18").does(b.HEAD, b.a_grant("2026-09-18"))
        assert case.state.deliver_by == b.day("2026-10-09")

    def delivery(self, **more) -> item.Deliver:
        said = {"handover": b.PICKUP, "document": b.paper(DocumentKind.DELIVERY), **more}
        return item.Deliver(at=b.at("2026-03-06"), **said)

    def test_the_certificate_comes_first(self):
        with refused("certificate_ready"):
            b.granted().does(b.ISSUER, self.delivery())

    def test_a_refusal_is_delivered_without_one(self):
        case = b.reviewed().does(b.HEAD, b.a_refusal()).does(b.ISSUER, self.delivery())
        assert case.state.status is ItemStatus.DELIVERED

    @pytest.mark.parametrize(
        "handover",
        [
            Handover(way=Way.PICKUP, collector="d" * 64),
            Handover(way=Way.PICKUP, collector="d" * 64, identity_checked=True, by_agent=True),
            Handover(way=Way.POST, carrier="邮政"),
            Handover(way=Way.ELECTRONIC),
        ],
    )
    def test_nothing_is_handed_over_without_its_proof(self, handover):
        case = b.reviewed().does(b.HEAD, b.a_refusal())
        with refused("handover_complete"):
            case.does(b.ISSUER, self.delivery(handover=handover))
