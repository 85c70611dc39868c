"""No text that people write in their own words stays in an event: each field is declared, one way or the other."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from lianban.core.kernel.words import IN_OWN_WORDS, Kept, in_words, references, withheld
from lianban.core.proceedings import chain_case, item_case
from lianban.core.proceedings.chain_case.table import HAPPENINGS as CHAIN_HAPPENINGS
from lianban.core.proceedings.erasing import word_breaks
from lianban.core.proceedings.events import GENESIS, Event, Place, record, state_json
from lianban.core.proceedings.item_case import commands as item
from lianban.core.proceedings.item_case.table import HAPPENINGS as ITEM_HAPPENINGS
from tests.core.proceedings import building as b

FIXED = {
    "keys of the catalogue and of organs": {
        "item", "chain", "subject", "subjects", "material", "materials", "items", "predecessors", "authority", "hall",
        "lead_authority", "superior", "by_authority", "because_of", "committable", "told",
    },
    "names of the catalogue, the law or an office": {
        "name", "step", "steps", "document", "article", "text", "basis", "source", "note", "approver", "act", "form",
        "reconsideration_body", "court", "checks", "failed", "channel", "carrier",
    },
    "account ids": {"applicant", "by", "on_behalf_of", "holder", "before", "approved_by", "host"},
    "numbers": {
        "number", "chain_case", "notice", "certificate", "reference", "tracking_no", "version", "rule_version",
        "calendar", "hour", "order",
    },
    "digests": {
        "digest", "plan", "values", "inspectors", "collector", "authorisation", "party", "statement", "words",
        "comment", "package", "texts", "person", "content", "mandate",
    },
}  # fmt: skip
"""Fields of events that are text and yet nobody's own words, by what they hold instead. May only grow with a reason."""
HAPPENINGS = [
    pytest.param(each, id=f"{each.__module__.split('.')[-2]}:{each.kind}")
    for each in (*CHAIN_HAPPENINGS, *ITEM_HAPPENINGS)
]


def texts(kind: type[BaseModel]) -> Iterator[tuple[type[BaseModel], str]]:
    """Every text in values of a type that is not declared as words: in which type, under which name."""
    for name, field in kind.model_fields.items():
        if IN_OWN_WORDS not in field.metadata:
            yield from _texts(kind, name, field.annotation)


def _texts(kind: type[BaseModel], name: str, annotation: Any) -> Iterator[tuple[type[BaseModel], str]]:
    if annotation is str:
        yield kind, name
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from texts(annotation)
    elif IN_OWN_WORDS not in getattr(annotation, "__metadata__", ()):
        for each in get_args(annotation):
            yield from _texts(kind, name, each)


@pytest.mark.parametrize("happening", HAPPENINGS)
def test_every_text_of_an_event_is_words_or_of_a_known_kind(happening):
    fixed = set().union(*FIXED.values())
    assert [(kind.__name__, name) for kind, name in texts(happening) if name not in fixed] == []


def test_a_text_of_the_law_is_not_taken_for_an_opinion():
    """`text` is allowed for the wording of an article; an opinion is the other thing that bears the name."""
    bearing = {kind.__name__ for each in HAPPENINGS for kind, name in texts(each.values[0]) if name == "text"}
    assert bearing == {"LegalBasis"}


def taken_out(event: Event, module: Any) -> tuple[Event, dict[str, Kept]]:
    found: dict[str, Kept] = {}

    def keep(text: str) -> str:
        kept = Kept(salt=str(len(found)), text=text)
        found[kept.reference] = kept
        return kept.reference

    payload = withheld(event.payload, module.words_in(event.kind), keep)
    return event.model_copy(update={"payload": payload}), found


def a_long_item() -> b.Case:
    """An item with words of many kinds in its record."""
    case = b.begun()
    case.does(b.REVIEWER, item.Review(at=b.at("2026-03-04"), step="审查", opinion="邻居反映夜里有油烟"))
    case.does(b.REVIEWER, item.ReturnForRework(at=b.at("2026-03-04"), step="审查", reason="现场不符"))
    due = b.day("2026-03-12")
    case.does(b.REVIEWER, item.Consult(at=b.at("2026-03-04"), authority="fire", question="是否同意", due_on=due))
    return case.does(b.OTHER, item.AnswerConsultation(at=b.at("2026-03-05"), number=1, answer="同意"))


def a_notice_of_corrections() -> b.Case:
    """An application with a thing to correct, told in the clerk's words."""
    return b.received().does(b.CLERK, b.a_notice("2026-03-03"))


@pytest.mark.parametrize(
    ("module", "of", "written"),
    [
        (item_case, a_long_item, {"邻居反映夜里有油烟", "现场不符", "是否同意", "同意"}),
        (chain_case, a_notice_of_corrections, {"未提交", "提交租赁合同复印件", "不清晰", "重新上传"}),
    ],
)
def test_a_record_without_its_words_leads_to_the_same_state_without_them(module, of, written):
    case = of()
    taken = [taken_out(event, module) for event in case.events]
    words = {reference: kept.text for _, found in taken for reference, kept in found.items()}
    without = state_json(module.replay(event for event, _ in taken))
    assert type(case.state).model_validate(in_words(without, words)) == case.state
    assert set(references(without)) <= words.keys()
    assert written <= set(words.values())
    assert not [text for text in written if text in str(without)]


def a_record(*words: str, erased: tuple[str, ...] = ()) -> tuple[list, dict[int, dict[str, Kept]]]:
    """Entries with words, the last one saying which of them were erased; and what is kept beside them."""
    kept = {seq: Kept(salt=str(seq), text=text) for seq, text in enumerate(words, 1)}
    payloads = [("reviewed", {"text": each.reference}) for each in kept.values()]
    payloads += [("words_erased", {"texts": erased})] if erased else []
    log = []
    for seq, (kind, payload) in enumerate(payloads, 1):
        event = Event(kind=kind, payload=payload, effective_at=b.at("2026-03-02"))
        place = Place(proceeding="p", seq=seq, previous=log[-1].digest if log else GENESIS)
        log.append(record(event, place, actor=b.REVIEWER, recorded_at=event.effective_at, request_id="r"))
    return log, {seq: {each.reference: each} for seq, each in kept.items()}


def broken(log, kept) -> list[tuple[int, str]]:
    return [(each.seq, each.reason) for each in word_breaks(log, kept)]


class TestTheWordsBesideARecord:
    def test_they_are_those_that_the_record_names(self):
        assert broken(*a_record("一", "二")) == []

    def test_changed_words_are_named(self):
        log, kept = a_record("一", "二")
        (reference,) = kept[2]
        kept[2][reference] = Kept(salt="2", text="三")
        assert broken(log, kept) == [(2, "its words were changed")]

    def test_swapped_words_are_named(self):
        log, kept = a_record("一", "二")
        kept[1], kept[2] = kept[2], kept[1]
        assert {seq for seq, _ in broken(log, kept)} == {1, 2}

    def test_added_words_are_named(self):
        log, kept = a_record("一")
        more = Kept(salt="x", text="添上的")
        kept[1][more.reference] = more
        assert broken(log, kept) == [(1, "its words were changed")]

    def test_words_that_do_not_open_are_named(self):
        log, _ = a_record("一")
        assert broken(log, {1: None}) == [(1, "its words do not open")]

    def test_missing_words_are_named_unless_the_record_says_that_they_were_erased(self):
        log, kept = a_record("一", "二")
        (reference,) = kept.pop(1)
        assert broken(log, kept) == [(1, "its words are gone without an erasure on record")]
        said, kept = a_record("一", "二", erased=(reference.removeprefix("text:"),))
        assert broken(said, kept) == [(1, "its words were erased by law and are still there")]
        del kept[1]
        assert broken(said, kept) == []

    def test_entries_of_earlier_formats_hold_their_words_themselves(self):
        log, kept = a_record("一")
        before = log[0].model_copy(update={"format": 2})
        assert broken([before], {}) == []
        assert broken([before], kept) == [(1, "its words were changed")]


def test_a_promise_and_an_opinion_are_words_and_their_authors_are_not():
    assert item_case.words_in("reviewed") == {"opinion": {"text": None}}
    assert chain_case.words_in("accepted") == {"promise": None}
    assert item_case.words_in("signed") == item_case.words_in("unheard of") == {}
