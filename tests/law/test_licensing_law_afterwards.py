"""行政许可法 第八条、第四十九条、第五十条、第六十九条、第七十条、第七十八条、第七十九条：决定之后。

Words checked against the text of 2019 as printed by public bodies and publishers (2026-11-22): Articles 8 and 30 at
lcj.shanxi.gov.cn (2022-12-12), 69 and 70 at uianet.net and wxdog.cc, 78 and 79 at kuaihz.com.
"""

import pytest

from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.item_case import commands as item
from lianban.core.proceedings.item_case.state import LicenceStanding, Validity
from lianban.core.proceedings.shared import Barred
from tests.core.proceedings import building as b
from tests.core.proceedings.building import refused

UNTIL_2031 = Validity(since=b.day("2026-03-05"), until=b.day("2031-03-04"))


def licensed(**more) -> b.Case:
    """A licence of five years, granted on 2026-03-05."""
    return b.reviewed(**more).does(b.HEAD, b.a_grant(validity=UNTIL_2031))


def a_revocation(ground: item.RevocationGround, **more) -> item.Revoke:
    said = {"reasons": "提交了伪造的场所证明", "remedies": b.REMEDIES, "document": b.paper(DocumentKind.REVOCATION)}
    said["compensation"] = "" if ground is item.RevocationGround.FRAUD else "没有造成损害"
    return item.Revoke(at=b.at("2027-06-01"), ground=ground, **{**said, **more})


class TestArticle8Recall:
    """第八条 …为了公共利益的需要，行政机关可以依法变更或者撤回…造成财产损失的，行政机关应当依法给予补偿。"""

    def test_a_recall_says_what_is_paid(self):
        recall = item.Recall(
            at=b.at("2027-06-01"), reasons="规划调整", compensation="", remedies=b.REMEDIES,
            document=b.paper(DocumentKind.RECALL),
        )  # fmt: skip
        with refused("compensated"):
            licensed().does(b.REVIEWER, recall)
        case = licensed().does(b.REVIEWER, recall.model_copy(update={"compensation": "按评估补偿"}))
        assert case.state.standing is LicenceStanding.RECALLED


def an_amendment(on: str, **more) -> item.Amend:
    return item.Amend(at=b.at(on), content="增加经营项目", document=b.paper(DocumentKind.AMENDMENT), **more)


class TestArticle49Change:
    """第四十九条 被许可人要求变更行政许可事项的，应当向作出行政许可决定的行政机关提出申请；符合法定条件、标准的，
    行政机关应当依法办理变更手续。"""

    def asked(self, change: item.ChangeKind = item.ChangeKind.AMEND) -> b.Case:
        return licensed().does(b.APPLICANT, item.AskChange(at=b.at("2027-01-04"), change=change, words="w" * 64))

    def test_a_request_is_answered_within_twenty_working_days(self):
        """第四十二条 …自受理行政许可申请之日起二十日内作出行政许可决定。"""
        assert self.asked().state.change_asked.decide_by == b.day("2027-02-01")

    def test_one_request_is_answered_before_the_next(self):
        with refused("no_change_open"):
            self.asked().does(b.APPLICANT, item.AskChange(at=b.at("2027-01-05"), change="注销", words="w"))

    def test_a_change_answers_the_request(self):
        assert self.asked().does(b.REVIEWER, an_amendment("2027-01-11")).state.change_asked is None

    def test_a_request_is_refused_in_writing_with_reasons_and_remedies(self):
        refusal = item.RefuseChange(
            at=b.at("2027-01-11"), reasons="新场所不符合条件", basis=b.BASIS, remedies=b.REMEDIES,
            document=b.paper(DocumentKind.CHANGE_REFUSAL),
        )  # fmt: skip
        with refused("change_asked"):
            licensed().does(b.REVIEWER, refusal)
        with refused("reasoned_act"):
            self.asked().does(b.REVIEWER, refusal.model_copy(update={"reasons": " "}))
        case = self.asked().does(b.REVIEWER, refusal)
        assert (case.state.change_asked, case.state.acts[-1].act) == (None, "不予变更")
        assert case.state.standing is LicenceStanding.IN_FORCE

    def test_a_change_is_linked_to_the_decision(self):
        case = licensed().does(b.REVIEWER, an_amendment("2027-01-04"))
        assert [(act.act, act.reasons) for act in case.state.acts] == [("变更", "增加经营项目")]
        assert case.state.valid_until == b.day("2031-03-04")

    def test_what_was_refused_cannot_be_changed(self):
        delivery = item.Deliver(at=b.at("2026-03-06"), handover=b.PICKUP, document=b.paper(DocumentKind.DELIVERY))
        case = b.reviewed().does(b.HEAD, b.a_refusal()).does(b.ISSUER, delivery)
        with refused("in_force"):
            case.does(b.REVIEWER, an_amendment("2027-01-04"))


class TestArticle50Renewal:
    """第五十条 被许可人需要延续依法取得的行政许可的有效期的，
    应当在该行政许可有效期届满三十日前向作出行政许可决定的行政机关
    提出申请。但是，法律、法规、规章另有规定的，依照其规定。行政机关应当根据被许可人的申请，
    在该行政许可有效期届满前作出是否准予
    延续的决定；逾期未作决定的，视为准予延续。"""

    def asked(self, on: str, **more) -> b.Case:
        case = b.reviewed(**more).does(
            b.HEAD, b.a_grant(validity=Validity(since=b.day("2026-03-05"), until=b.day("2028-03-04")))
        )
        return case.does(b.APPLICANT, item.AskRenewal(at=b.at(on)))

    def test_thirty_days_before_the_end_is_in_time(self):
        assert self.asked("2028-02-03").state.renewal_timely
        assert not self.asked("2028-02-04").state.renewal_timely

    def test_an_items_own_law_may_ask_for_another_notice(self):
        """但是，法律、法规、规章另有规定的，依照其规定: a rule that counts fifteen working days."""
        own = b.working_days(15)
        assert self.asked("2028-02-11", renewal_notice=own).state.renewal_timely
        assert not self.asked("2028-02-14", renewal_notice=own).state.renewal_timely

    def test_what_was_asked_is_not_asked_twice(self):
        with refused("not_asked_yet"):
            self.asked("2028-01-10").does(b.APPLICANT, item.AskRenewal(at=b.at("2028-01-11")))

    def test_what_silence_renewed_is_not_refused_afterwards(self):
        late = item.RefuseRenewal(
            at=b.at("2028-03-06"), reasons="不再符合条件", basis=b.BASIS, remedies=b.REMEDIES,
            document=b.paper(DocumentKind.RENEWAL_REFUSAL),
        )  # fmt: skip
        with refused("not_deemed_renewed"):
            self.asked("2028-01-10").does(b.REVIEWER, late)

    def test_silence_renews_after_the_end_and_not_before(self):
        case = self.asked("2028-01-10")
        silence = item.DeemRenewed(at=b.at("2028-03-04"), until=b.day("2030-03-04"))
        with refused("renewal_silence"):
            case.does(b.SYSTEM, silence)
        case.does(b.SYSTEM, silence.model_copy(update={"at": b.at("2028-03-05", 0)}))
        assert case.state.valid_until == b.day("2030-03-04")
        assert case.last.payload["deemed"] is True

    def test_silence_does_not_renew_what_was_asked_too_late(self):
        with refused("renewal_silence"):
            self.asked("2028-03-01").does(b.SYSTEM, item.DeemRenewed(at=b.at("2028-03-06"), until=b.day("2030-03-04")))

    def test_who_never_asked_is_not_renewed(self):
        with refused("renewal_asked"):
            licensed().does(b.SYSTEM, item.DeemRenewed(at=b.at("2031-03-06"), until=b.day("2036-03-04")))

    def test_a_renewal_is_decided_in_writing_and_ends_later(self):
        case = self.asked("2028-01-10")
        renewal = item.Renew(at=b.at("2028-02-01"), until=b.day("2028-03-04"), document=b.paper(DocumentKind.RENEWAL))
        with refused("later_end"):
            case.does(b.REVIEWER, renewal)
        case.does(b.REVIEWER, renewal.model_copy(update={"until": b.day("2030-03-04")}))
        assert case.state.renewal_asked_on is None

    def test_a_refusal_to_renew_names_the_remedies(self):
        refusal = item.RefuseRenewal(
            at=b.at("2028-02-01"), reasons="不再符合条件", basis=b.BASIS, remedies=b.REMEDIES,
            document=b.paper(DocumentKind.RENEWAL_REFUSAL),
        )  # fmt: skip
        case = self.asked("2028-01-10").does(b.REVIEWER, refusal)
        with refused("renewal_asked"):
            case.does(b.SYSTEM, item.DeemRenewed(at=b.at("2028-03-06"), until=b.day("2030-03-04")))


class TestArticle69Revocation:
    """第六十九条 有下列情形之一的，作出行政许可决定的行政机关或者其上级行政机关，根据利害关系人的请求或者依据职权，
    可以撤销
    行政许可：（一）行政机关工作人员滥用职权、玩忽职守作出准予行政许可决定的；（二）超越法定职权作出准予行政许可决定的；
    （三）违反法定程序作出准予行政许可决定的；（四）对不具备申请资格或者不符合法定条件的申请人准予行政许可的；
    （五）依法可以撤销
    行政许可的其他情形。被许可人以欺骗、贿赂等不正当手段取得行政许可的，应当予以撤销。"""

    def test_every_ground_of_the_article_is_there_and_no_other(self):
        assert [each.value[:6] for each in item.RevocationGround] == [
            "滥用职权、玩", "超越法定职权", "违反法定程序", "对不具备资格", "以欺骗、贿赂", "依法可以撤销",
        ]  # fmt: skip

    def test_it_is_not_done_where_it_would_gravely_harm_the_public_interest(self):
        """依照前两款的规定撤销行政许可，可能对公共利益造成重大损害的，不予撤销。"""
        for ground in (item.RevocationGround.BEYOND_POWER, item.RevocationGround.FRAUD):
            with refused("public_interest"):
                licensed().does(b.REVIEWER, a_revocation(ground, public_harm=True))

    def test_the_authoritys_own_fault_is_made_good(self):
        """依照本条第一款的规定撤销行政许可，被许可人的合法权益受到损害的，行政机关应当依法给予赔偿。"""
        with refused("made_good"):
            licensed().does(b.REVIEWER, a_revocation(item.RevocationGround.PROCEDURE, compensation=" "))
        case = licensed().does(b.REVIEWER, a_revocation(item.RevocationGround.PROCEDURE, compensation="赔偿装修费用"))
        assert case.last.payload["compensation"] == "赔偿装修费用"

    def test_whoever_cheated_keeps_nothing(self):
        """依照本条第二款的规定撤销行政许可的，被许可人基于行政许可取得的利益不受保护。"""
        with refused("made_good"):
            licensed().does(b.REVIEWER, a_revocation(item.RevocationGround.FRAUD, compensation="赔偿装修费用"))

    def test_a_revoked_licence_no_longer_holds(self):
        case = licensed().does(b.REVIEWER, a_revocation(item.RevocationGround.BEYOND_POWER))
        assert (case.state.standing, case.state.barred_until) == (LicenceStanding.REVOKED, None)

    def test_it_needs_reasons_and_remedies(self):
        with refused("reasoned_act"):
            licensed().does(b.REVIEWER, a_revocation(item.RevocationGround.FRAUD, reasons=""))


class TestArticle70Deregistration:
    """第七十条 有下列情形之一的，行政机关应当依法办理有关行政许可的注销手续：（一）行政许可有效期届满未延续的；
    （二）赋予公民特定
    资格的行政许可，该公民死亡或者丧失行为能力的；（三）法人或者其他组织依法终止的；（四）行政许可依法被撤销、撤回，
    或者行政许可
    证件依法被吊销的；（五）因不可抗力导致行政许可事项无法实施的；（六）法律、法规规定的应当注销行政许可的其他情形。"""

    def test_every_ground_of_the_article_is_there_and_no_other(self):
        assert len(item.DeregistrationGround) == 6

    def test_a_holder_who_asks_for_it_is_answered(self):
        ask = item.AskChange(at=b.at("2027-01-04"), change=item.ChangeKind.DEREGISTER, words="w" * 64)
        case = licensed().does(b.APPLICANT, ask)
        case.does(b.REVIEWER, self.end("2027-01-11", item.DeregistrationGround.OTHER))
        assert (case.state.standing, case.state.change_asked) == (LicenceStanding.DEREGISTERED, None)

    def end(self, on: str, ground: item.DeregistrationGround) -> item.Deregister:
        return item.Deregister(at=b.at(on), ground=ground, reasons="", document=b.paper(DocumentKind.DEREGISTRATION))

    def test_an_expired_licence_is_deregistered_after_its_last_day(self):
        with refused("ground_true"):
            licensed().does(b.REVIEWER, self.end("2030-12-30", item.DeregistrationGround.EXPIRED))
        case = licensed().does(b.REVIEWER, self.end("2031-03-05", item.DeregistrationGround.EXPIRED))
        assert case.state.standing is LicenceStanding.DEREGISTERED

    def test_a_revoked_licence_is_deregistered(self):
        taken = item.DeregistrationGround.TAKEN_AWAY
        with refused("ground_true"):
            licensed().does(b.REVIEWER, self.end("2027-07-01", taken))
        case = licensed().does(b.REVIEWER, a_revocation(item.RevocationGround.FRAUD))
        case.does(b.REVIEWER, self.end("2027-07-01", taken))
        with refused("not_deregistered"):
            case.does(b.REVIEWER, self.end("2027-07-02", taken))


class TestArticle78FalseMaterial:
    """第七十八条 行政许可申请人隐瞒有关情况或者提供虚假材料申请行政许可的，行政机关不予受理或者不予行政许可，
    并给予警告；行政许可
    申请属于直接关系公共安全、人身健康、生命财产安全事项的，申请人在一年内不得再次申请该行政许可。"""

    def test_a_warning_is_given_with_the_refusal(self):
        assert b.reviewed().does(b.HEAD, b.a_refusal(false_material=True)).last.payload["warned"] is True
        assert b.reviewed().does(b.HEAD, b.a_refusal()).last.payload["warned"] is False

    @pytest.mark.parametrize(("safety", "until"), [(True, b.day("2027-03-05")), (False, None)])
    def test_false_material_bars_for_one_year_where_safety_is_at_stake(self, safety, until):
        case = b.reviewed(safety=safety).does(b.HEAD, b.a_refusal(false_material=True))
        assert case.state.barred_until == until

    def barred(self, until: str) -> tuple[Barred, ...]:
        return (Barred(item="food", name="食品经营许可", until=b.day(until), earlier="c0-02"),)

    def test_whoever_may_not_apply_again_yet_is_not_accepted(self):
        """申请人在一年内不得再次申请: on the last day still not, on the day after again."""
        for command in (b.an_acceptance("2026-03-03"), b.with_gaps("2026-03-03")):
            with refused("not_barred"):
                b.received().does(b.CLERK, command.model_copy(update={"barred": self.barred("2026-03-03")}))
        over = b.an_acceptance("2026-03-03").model_copy(update={"barred": self.barred("2026-03-02")})
        assert b.received().does(b.CLERK, over).state.status == "accepted"


class TestArticle79Fraud:
    """第七十九条 被许可人以欺骗、贿赂等不正当手段取得行政许可的，行政机关应当依法给予行政处罚；
    取得的行政许可属于直接关系公共安全、
    人身健康、生命财产安全事项的，申请人在三年内不得再次申请该行政许可；构成犯罪的，依法追究刑事责任。"""

    @pytest.mark.parametrize(("safety", "until"), [(True, b.day("2030-06-01")), (False, None)])
    def test_a_licence_got_by_fraud_bars_for_three_years(self, safety, until):
        case = licensed(safety=safety).does(b.REVIEWER, a_revocation(item.RevocationGround.FRAUD))
        assert case.state.barred_until == until
