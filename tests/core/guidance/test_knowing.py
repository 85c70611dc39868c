"""What need not be asked, from which source, and how a correction outlasts it."""

from datetime import date

import pytest

from lianban.adapters.division_file import read_divisions
from lianban.core.guidance import (
    HeldLicence,
    Particulars,
    Registered,
    SaidBefore,
    compile_guide,
    fitting,
    known_of,
    next_question,
)
from lianban.core.guidance.asking import Known, settled
from lianban.core.kernel.citizen_number import parse_citizen_number
from lianban.core.vocabulary.model import Fact, KnownFrom
from tests.core.guidance.builders import a_chain, place, plain_items, single, yes_no

TODAY = date(2026, 11, 21)
DIVISIONS = read_divisions()
ADULT = parse_citizen_number("11010519491231002X")
REGISTER = Registered("人口信息库", {"applicant.hukou": "山东省淄博市博山区域城镇某村1号"})


def a_fact(**source):
    return {"f": Fact(fact="f", known_from=[KnownFrom(**source)])}


def known(person, **source):
    return known_of(person, a_fact(**source), DIVISIONS, TODAY).get("f")


class TestIdentity:
    @pytest.mark.parametrize(("years", "is_so"), [(18, True), (76, True), (77, False)])
    def test_the_id_number_says_how_old_somebody_is_today(self, years, is_so):
        assert known(Particulars(number=ADULT), source="age", at_least=years) == Known(
            is_so, "来自您的实名信息", "From your verified identity"
        )

    def test_who_is_not_below_an_age_may_still_be_asked(self):
        assert known(Particulars(number=ADULT), source="age", below=18) is None
        assert known(Particulars(number=ADULT), source="age", below=80).value is True

    def test_the_seventeenth_digit_says_the_sex(self):
        assert known(Particulars(number=ADULT), source="gender", values={"女": "f", "男": "m"}).value == "f"
        assert known(Particulars(number=ADULT), source="gender", values={"男": "m"}) is None

    def test_without_a_number_nothing_is_known(self):
        assert known(Particulars(), source="age", at_least=18) is None
        assert known(Particulars(), source="gender", values={"女": "f"}) is None


class TestRegister:
    def test_the_registered_address_lies_in_a_division(self):
        found = known(Particulars(registered=REGISTER), source="register", name="applicant.hukou")
        assert (found.value, found.source) == ("370304102", "来自人口信息库")

    def test_an_address_that_names_no_division_tells_nothing(self):
        elsewhere = Registered("人口信息库", {"applicant.hukou": "某地"})
        assert known(Particulars(registered=elsewhere), source="register", name="applicant.hukou") is None

    def test_being_in_the_register_under_ones_name_is_itself_a_fact(self):
        assert known(Particulars(registered=REGISTER), source="register").value is True
        assert known(Particulars(), source="register") is None


class TestLicence:
    def test_a_licence_somebody_holds_is_named_with_its_number(self):
        person = Particulars(licences=(HeldLicence("营业执照", "91370304MA0000015H"),))
        found = known(person, source="licence", name="营业执照", value="held")
        assert (found.value, found.source) == ("held", "来自电子证照：营业执照（91370304MA0000015H）")

    def test_holding_none_says_nothing(self):
        assert known(Particulars(), source="licence", name="营业执照", value="held") is None


class TestEarlier:
    def said(self, value, on=date(2026, 10, 1)):
        return Particulars(earlier=(SaidBefore(on, {"f": value}),))

    def test_an_earlier_answer_counts_with_its_day(self):
        found = known(self.said("34"), source="earlier")
        assert (found.value, found.source) == ("34", "来自您上次办理时的回答（2026年10月1日）")

    def test_only_answers_that_last_are_carried_over(self):
        assert known(self.said(True), source="earlier", only=["yes"]).value is True
        assert known(self.said(False), source="earlier", only=["yes"]) is None

    def test_an_old_answer_no_longer_counts(self):
        assert known(self.said("34", date(2025, 11, 21)), source="earlier", days=365).value == "34"
        assert known(self.said("34", date(2025, 11, 20)), source="earlier", days=365) is None

    def test_the_latest_answer_counts(self):
        person = Particulars(earlier=(SaidBefore(TODAY, {"f": "12"}), SaidBefore(date(2026, 1, 1), {"f": "34"})))
        assert known(person, source="earlier").value == "12"


class TestACorrectionOutlastsItsSource:
    def test_who_said_otherwise_before_is_asked_again(self):
        person = Particulars(registered=REGISTER, earlier=(SaidBefore(TODAY, {"f": "11"}),))
        assert known(person, source="register", name="applicant.hukou") is None

    def test_who_only_said_it_less_exactly_is_not(self):
        person = Particulars(registered=REGISTER, earlier=(SaidBefore(TODAY, {"f": "37"}),))
        assert known(person, source="register", name="applicant.hukou").value == "370304102"

    def test_the_first_source_that_knows_counts(self):
        facts = {"f": Fact(fact="f", known_from=[KnownFrom(source="licence", name="证"), KnownFrom(source="register")])}
        assert known_of(Particulars(registered=REGISTER), facts, DIVISIONS, TODAY)["f"].source == "来自人口信息库"


class TestKnownFactsAreNotAsked:
    def chain(self):
        return a_chain([single("form", "held", "new"), place("home"), yes_no("agent")],
                       {"a": "form = new", "b": "home 位于 37", "c": "agent"})  # fmt: skip

    def test_a_known_question_is_settled_with_its_source_and_the_others_are_asked(self):
        guide = compile_guide(self.chain(), plain_items(self.chain()))
        known = {"form": Known("held", "来自电子证照：营业执照"), "home": Known("370304", "来自人口信息库")}
        assert next_question(guide, {}, known).question.key == "agent"
        assert [(s.question.key, s.source) for s in settled(guide, {}, known)] == [
            ("form", "来自电子证照：营业执照"), ("home", "来自人口信息库"),
        ]  # fmt: skip

    def test_answering_corrects_what_was_known(self):
        guide = compile_guide(self.chain(), plain_items(self.chain()))
        known = {"home": Known("370304", "来自人口信息库")}
        assert [each.question.key for each in settled(guide, {"home": "11"}, known)] == []

    def test_what_the_questions_cannot_take_is_left_out(self):
        known = {"form": Known("gone", ""), "home": Known("370304", ""), "other": Known(True, "")}
        assert list(fitting(known, self.chain())) == ["home"]
