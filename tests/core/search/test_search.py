"""What a person types, and what is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianban.core.search import FieldKind, Index
from lianban.core.search.index import LONGEST_ASKED
from tests.core.search.small import ENTRIES, a_language, an_entry, an_index

INDEX = an_index()


def first(text: str, index: Index = INDEX) -> str:
    """Return the key of the best hit."""
    return index.search(text)[0].key


class TestWords:
    def test_everyday_words_find_the_official_name(self):
        assert first("我想开个馆子") == "restaurant"

    def test_a_word_hides_the_shorter_words_inside_it(self):
        assert first("开药店") == "pharmacy"

    def test_a_text_of_asides_alone_finds_nothing(self):
        assert INDEX.search("我想要") == ()

    def test_a_single_character_is_no_aside_where_it_is_part_of_a_known_word(self):
        assert first("个体登记") == "individual"

    def test_what_resembles_nothing_finds_nothing(self):
        assert INDEX.search("火星移民") == ()

    @pytest.mark.parametrize("text", ["", "   ", "！？“”", "🍜", "a"])
    def test_a_text_without_words_finds_nothing(self, text: str):
        assert INDEX.search(text) == ()

    @pytest.mark.parametrize("text", ["ＯＰＥＮ　ＲＥＳＴＡＵＲＡＮＴ", "open a restaurant", "Restaurants"])
    def test_english_is_found_in_any_case_and_width(self, text: str):
        assert first(text) == "restaurant"


class TestSounds:
    @pytest.mark.parametrize("text", ["kaifandian", "kai fan dian", "KaiFanDian", "开fandian", "kai饭店"])
    def test_pinyin_and_mixtures_are_understood(self, text: str):
        assert first(text) == "restaurant"

    def test_initials_are_understood(self):
        assert first("yyzz") == "licence"

    def test_initials_that_hold_a_syllable_are_understood(self):
        index = Index([an_entry("a", "医药村卡")], a_language())
        assert [hit.key for hit in index.search("yyck")] == ["a"]

    @pytest.mark.parametrize(
        ("typed", "meant"), [("开范店", "restaurant"), ("视品经营许可", "food"), ("银业执照", "licence")]
    )
    def test_a_wrong_character_that_sounds_alike_does_no_harm(self, typed: str, meant: str):
        assert first(typed) == meant


class TestOrder:
    def test_the_plain_matter_stands_before_its_change(self):
        assert [hit.key for hit in INDEX.search("食品经营许可")] == ["food", "food-change"]

    def test_who_says_change_finds_the_change(self):
        assert first("食品经营许可变更") == "food-change"

    def test_a_chain_stands_before_an_item_of_the_same_name(self):
        index = Index([an_entry("item", "开饭店"), an_entry("chain", "开饭店", kind="chain")], a_language())
        assert [hit.key for hit in index.search("饭店")] == ["chain", "item"]

    def test_equal_hits_stand_in_the_order_of_their_keys(self):
        index = Index([an_entry("b", "开饭店"), an_entry("a", "开饭店")], a_language())
        assert [hit.key for hit in index.search("饭店")] == ["a", "b"]

    def test_no_more_than_the_limit_are_returned(self):
        assert len(INDEX.search("食品经营许可", 1)) == 1


class TestCodes:
    def test_a_code_finds_its_item_first(self):
        assert first("511A0021300001") == "food"

    def test_the_beginning_of_a_code_finds_all_that_have_it(self):
        assert {hit.key for hit in INDEX.search("511a00213")} == {"food", "food-change"}

    def test_a_code_is_named_as_the_reason(self):
        assert INDEX.search("511A0021300001")[0].why == "编码：511A0021300001"


class TestReasons:
    def test_the_field_that_says_most_is_the_reason(self):
        hit = INDEX.search("药店")[0]
        assert (hit.field, hit.matched, hit.why) == (FieldKind.ALIAS, "开药店", "别名：开药店")

    def test_the_matching_part_of_the_name_is_marked(self):
        hit = INDEX.search("饭店")[0]
        assert [hit.name[start:stop] for start, stop in hit.spans] == ["餐饮"]

    def test_an_authority_is_a_reason(self):
        assert INDEX.search("市场监督管理局")[0].why == "部门：市场监督管理局"

    def test_pinyin_marks_the_characters_it_means(self):
        hit = INDEX.search("yingyezhizhao")[0]
        assert [hit.name[start:stop] for start, stop in hit.spans] == ["营业执照"]


class TestWhateverIsTyped:
    def test_only_the_beginning_of_a_long_text_is_read(self):
        assert first("开饭店" + "！" * LONGEST_ASKED + "食品经营许可变更" * 1000) == "restaurant"

    @given(st.text(max_size=60))
    def test_hits_are_sorted_and_their_spans_lie_inside_the_name(self, text: str):
        hits = INDEX.search(text, 5)
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
        for hit in hits:
            edges = [edge for span in hit.spans for edge in span]
            assert edges == sorted(set(edges))
            assert not edges or (edges[0] >= 0 and edges[-1] <= len(hit.name))

    @given(st.sampled_from(ENTRIES))
    def test_every_name_finds_its_own_entry_first(self, entry):
        assert first(entry.name) == entry.key

    @given(st.text(alphabet="开饭店餐馆食品经营许可变更我想的abgkfd 1", max_size=20))
    def test_the_same_text_finds_the_same(self, text: str):
        assert INDEX.search(text) == an_index().search(text)

    @given(st.sampled_from(ENTRIES), st.integers(min_value=1, max_value=3))
    def test_asides_before_and_after_change_nothing(self, entry, times: int):
        plain = [hit.key for hit in INDEX.search(entry.name)]
        assert [hit.key for hit in INDEX.search(f"{'我想' * times} {entry.name} 怎么办")] == plain
