"""行政许可法 第八条、第四十九条、第五十条、第六十九条、第七十条、第七十八条、第七十九条：决定之后。"""

import pytest

from lianban.core.proceedings.documents import DocumentKind
from lianban.core.proceedings.item_case import commands as item
from lianban.core.proceedings.item_case.state import LicenceStanding, Validity
from tests.core.proceedings import building as b
from tests.core.proceedings.building import refused

UNTIL_2031 = Validity(since=b.day("2026-03-05"), until=b.day("2031-03-04"))


def licensed(**more) -> b.Case:
    """A licence of five years, granted on 2026-03-05."""
    return b.reviewed(**more).does(b.HEAD, b.a_grant(validity=UNTIL_2031))


def a_revocation(ground: item.RevocationGround, **more) -> item.Revoke:
    said = {"reasons": "提交了伪造的场所证明", "remedies": b.REMEDIES, "document": b.paper(DocumentKind.REVOCATION)}
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


class TestArticle49Change:
    """第四十九条 被许可人要求变更行政许可事项的…符合法定条件、标准的，行政机关应当依法办理变更手续。"""

    def test_a_change_is_linked_to_the_decision(self):
        change = item.Amend(at=b.at("2027-01-04"), content="增加经营项目", document=b.paper(DocumentKind.AMENDMENT))
        case = licensed().does(b.REVIEWER, change)
        assert [(act.act, act.reasons) for act in case.state.acts] == [("变更", "增加经营项目")]
        assert case.state.valid_until == b.day("2031-03-04")

    def test_what_was_refused_cannot_be_changed(self):
        change = item.Amend(at=b.at("2027-01-04"), content="增加", document=b.paper(DocumentKind.AMENDMENT))
        delivery = item.Deliver(at=b.at("2026-03-06"), handover=b.PICKUP, document=b.paper(DocumentKind.DELIVERY))
        case = b.reviewed().does(b.HEAD, b.a_refusal()).does(b.ISSUER, delivery)
        with refused("in_force"):
            case.does(b.REVIEWER, change)


class TestArticle50Renewal:
    """第五十条 …应当在该行政许可有效期届满三十日前…提出申请…逾期未作决定的，视为准予延续。"""

    def asked(self, on: str) -> b.Case:
        case = b.reviewed().does(
            b.HEAD, b.a_grant(validity=Validity(since=b.day("2026-03-05"), until=b.day("2028-03-04")))
        )
        return case.does(b.APPLICANT, item.AskRenewal(at=b.at(on)))

    def test_thirty_days_before_the_end_is_in_time(self):
        assert self.asked("2028-02-03").state.renewal_timely
        assert not self.asked("2028-02-04").state.renewal_timely

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
    """第六十九条 …可以撤销行政许可…被许可人以欺骗、贿赂等不正当手段取得行政许可的，应当予以撤销。"""

    def test_a_revoked_licence_no_longer_holds(self):
        case = licensed().does(b.REVIEWER, a_revocation(item.RevocationGround.BEYOND_POWER))
        assert (case.state.standing, case.state.barred_until) == (LicenceStanding.REVOKED, None)

    def test_it_needs_reasons_and_remedies(self):
        with refused("reasoned_act"):
            licensed().does(b.REVIEWER, a_revocation(item.RevocationGround.FRAUD, reasons=""))


class TestArticle70Deregistration:
    """第七十条 有下列情形之一的，行政机关应当依法办理有关行政许可的注销手续…"""

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


class TestArticles78And79Barred:
    """第七十八条 …一年内不得再次申请；第七十九条 …三年内不得再次申请（直接关系公共安全、人身健康、生命财产安全）。"""

    @pytest.mark.parametrize(("safety", "until"), [(True, b.day("2027-03-05")), (False, None)])
    def test_false_material_bars_for_one_year_where_safety_is_at_stake(self, safety, until):
        case = b.reviewed(safety=safety).does(b.HEAD, b.a_refusal(false_material=True))
        assert case.state.barred_until == until

    @pytest.mark.parametrize(("safety", "until"), [(True, b.day("2030-06-01")), (False, None)])
    def test_a_licence_got_by_fraud_bars_for_three_years(self, safety, until):
        case = licensed(safety=safety).does(b.REVIEWER, a_revocation(item.RevocationGround.FRAUD))
        assert case.state.barred_until == until
