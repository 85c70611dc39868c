"""A record holds references where people wrote in their own words; with the words beside it, it reads as before."""

from itertools import count

from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from lianban.core.kernel.value import Value
from lianban.core.kernel.words import ERASED, REFERENCE, Kept, Words, in_words, references, shape_of, withheld

LOOKALIKE = "text:" + "a" * 64


class Remark(Value):
    """by: an account id, nobody's own words."""

    by: str
    text: Words = Field(min_length=1)


class Told(Value):
    """Words at every depth at which values hold them."""

    code: str
    reason: Words
    answer: Words | None = None
    reasons: tuple[Words, ...] = ()
    first: Remark | None = None
    remarks: tuple[Remark, ...] = ()


remarks = st.builds(Remark, by=st.text(), text=st.text(min_size=1) | st.just(LOOKALIKE))
told = st.builds(
    Told, code=st.text(), reason=st.text(), answer=st.none() | st.text(), reasons=st.lists(st.text()).map(tuple),
    first=st.none() | remarks, remarks=st.lists(remarks).map(tuple),
)  # fmt: skip


def taken_out(value: Value) -> tuple[object, dict[str, Kept]]:
    """The value's JSON without its words, and the words by reference; salts are counted, not drawn."""
    salts, found = count(), dict[str, Kept]()

    def keep(text: str) -> str:
        kept = Kept(salt=f"salt {next(salts)}", text=text)
        found[kept.reference] = kept
        return kept.reference

    return withheld(value.model_dump(mode="json"), shape_of(type(value)), keep), found


def test_the_shape_of_a_type_says_where_words_stand():
    assert shape_of(Remark) == {"text": None}
    assert shape_of(Told) == {
        "reason": None, "answer": None, "reasons": None, "first": {"text": None}, "remarks": {"text": None},
    }  # fmt: skip
    assert shape_of(Kept) == {}


@given(told)
def test_what_is_taken_out_comes_back_word_for_word(value):
    without, found = taken_out(value)
    words = {reference: kept.text for reference, kept in found.items()}
    assert Told.model_validate(in_words(without, words)) == value


@given(told)
def test_nothing_of_the_words_is_left_and_everything_else_is(value):
    without, found = taken_out(value)
    rest = Told.model_validate(without)
    written = [
        value.reason,
        value.answer,
        *value.reasons,
        *(each.text for each in (value.first, *value.remarks) if each),
    ]
    assert sorted(kept.text for kept in found.values()) == sorted(each for each in written if each)
    assert set(references(without)) == found.keys()
    assert (rest.code, [each.by for each in rest.remarks]) == (value.code, [each.by for each in value.remarks])


def test_the_same_words_have_another_reference_each_time():
    one, other = (Kept(salt=salt, text="同意").reference for salt in ("a" * 32, "b" * 32))
    assert one != other
    assert REFERENCE.fullmatch(one)


def test_what_is_not_there_any_more_says_that_it_was_erased():
    without, _ = taken_out(Told(code="c", reason="邻居的病历", reasons=("理由",)))
    assert in_words(without, {}) == {
        "code": "c", "reason": ERASED, "answer": None, "reasons": [ERASED], "first": None, "remarks": [],
    }  # fmt: skip


def test_no_words_are_no_secret():
    assert taken_out(Told(code="c", reason="")) == (Told(code="c", reason="").model_dump(mode="json"), {})
