"""The one 服务指南: what several departments say alike is told once."""

from lianban.core.chains.compose import compose
from lianban.core.chains.guide import guide_of, questions_of
from lianban.core.chains.model import Member
from lianban.core.conditions.text import parse
from lianban.core.items.elements import FrequentQuestion, Remedies, Remedy
from lianban.core.items.model import AcceptanceCondition, Place
from lianban.core.vocabulary.model import Authority, Vocabulary
from tests.core.chains.builders import a_chain, an_item, by_key

HALL = Place(address="大厅", hours="工作日9:00—17:00", consult_phone="12345")
WORDS = Vocabulary(authorities={"bureau_a": Authority(key="bureau_a", name="甲局", name_en="Bureau A")})


def asked(question, answer, *source):
    return FrequentQuestion(question=question, answer=answer, source=source)


def guide(*items, facts=None, members=()):
    chain = a_chain(*(members or [each.key for each in items]))
    known = by_key(*items)
    return guide_of(compose(chain, known, WORDS, facts or {}), chain, known, WORDS)


class TestQuestions:
    def test_one_question_with_one_answer_is_told_once_with_both_sources(self):
        told = questions_of(
            [
                an_item("a", faq=(asked("要健康证吗？", "要，每年检查。", "食品安全法"),)),
                an_item("b", faq=(asked("要健康证吗?", "要，每年检查", "公共场所条例"),)),
            ]
        )
        assert [(each.question, len(each.answers)) for each in told] == [("要健康证吗？", 1)]
        assert told[0].answers[0].items == ("a", "b")
        assert told[0].answers[0].source == ("食品安全法", "公共场所条例")

    def test_different_answers_stand_side_by_side(self):
        told = questions_of(
            [an_item("a", faq=(asked("几天？", "三天"),)), an_item("b", faq=(asked("几天？", "五天"),))]
        )
        assert [(each.answer, each.items) for each in told[0].answers] == [("三天", ("a",)), ("五天", ("b",))]

    def test_different_questions_keep_their_order(self):
        told = questions_of([an_item("a", faq=(asked("一？", "甲"), asked("二？", "乙"))), an_item("b")])
        assert [each.question for each in told] == ["一？", "二？"]


class TestGuide:
    def test_one_place_is_told_once_and_the_most_common_first(self):
        told = guide(an_item("c", place=Place(address="医院")), an_item("a", place=HALL), an_item("b", place=HALL))
        assert [(each.place.address, set(each.items)) for each in told.places] == [
            ("大厅", {"a", "b"}),
            ("医院", {"c"}),
        ]

    def test_remedies_are_told_once_for_all_decisions_they_are_against(self):
        remedies = Remedies(review=Remedy(body="区人民政府"))
        told = guide(an_item("a", remedies=remedies), an_item("b", remedies=remedies), an_item("c"))
        assert [(each.remedies.review.body, set(each.items)) for each in told.remedies] == [("区人民政府", {"a", "b"})]

    def test_what_is_not_needed_is_not_told(self):
        other = an_item("b", faq=(asked("问？", "答"),), place=HALL)
        told = guide(an_item("a"), other, members=("a", Member(item="b", when=parse("big"))), facts={"big": False})
        assert (told.faq, told.places, [each.key for each in told.items]) == ((), (), ["a"])

    def test_departments_and_conditions_have_their_english(self):
        told = guide(an_item("a", conditions=(AcceptanceCondition(text="成年", text_en="Of age"),)), an_item("b"))
        english = {each.key: (each.authority_en, [one.text_en for one in each.conditions]) for each in told.items}
        assert english == {"a": ("Bureau A", ["Of age"]), "b": ("", [])}
