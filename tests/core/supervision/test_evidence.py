"""A package convinces by itself: everything that was changed in it is named.

The packages here are made by hand and bear no signature; signed ones are checked in tests/apps/oversight.
"""

import copy

import pytest

from lianban.core.kernel.canonical import digest
from lianban.core.kernel.words import Kept
from lianban.core.proceedings.events import GENESIS, PRESENT_FORMAT, Actor, Event, Place, Role, record
from lianban.core.supervision.evidence import FORMAT, count_events, doubts
from tests.core.proceedings.building import at

CLERK = Actor(person="window-1", role=Role.CLERK, hall="hall")
SIGNED = ("seal", "signature", "certificates")
UNSIGNED = "证据包的签名不成立"
PAPER = {"kind": "受理通知书", "number": "博审服受〔2026〕0001号", "digest": "a" * 64}


def events(*payloads, kinds=(), format=PRESENT_FORMAT):
    found, previous, kinds = [], GENESIS, {1: "accepted", **dict(kinds)}
    for seq, payload in enumerate(payloads, 1):
        event = Event(kind=kinds.get(seq, "reviewed"), payload=payload, effective_at=at("2026-03-02", 9 + seq))
        latest = record(
            event, Place(proceeding="id-1", number="K1", seq=seq, previous=previous), actor=CLERK,
            recorded_at=event.effective_at, request_id="r",
        )  # fmt: skip
        content = {**latest.told(), "format": format}
        del content["digest"]
        moments = {key: getattr(latest, key).isoformat() for key in ("effective_at", "recorded_at")}
        previous = digest({**content, **moments})
        found.append({**content, "digest": previous})
    return found


def sealed(package):
    content = {key: value for key, value in package.items() if key not in SIGNED}
    return {**content, "seal": digest(content), "signature": "", "certificates": []}


@pytest.fixture
def package():
    log = events({"accepted_on": "2026-03-02", "document": PAPER}, {"note": "食品经营许可"}, {})
    proceeding = {"number": "K1", "id": "id-1", "version": 3, "head": log[-1]["digest"], "events": log}
    clock = {"subject": "K1", "clock": {"started_on": "2026-03-02"}}
    return sealed(
        {
            "format": FORMAT,
            "case": "K1",
            "proceedings": [proceeding],
            "documents": [PAPER],
            "clocks": [clock],
            "notices": [],
            "plan": {},
            "definitions": [],
            "texts": {},
            "roots": [],
            "proofs": [],
        }
    )


def found(package):
    return [(each.seq, each.words) for each in doubts(sealed(package)) if each.words != UNSIGNED]


def test_a_whole_package_lacks_nothing_but_its_signature(package):
    assert [each.words for each in doubts(package)] == [UNSIGNED]
    assert count_events(package) == 3


def test_any_change_breaks_the_seal(package):
    assert [each.words for each in doubts({**package, "case": "K2"})] == ["证据包的内容与其摘要不符"]


def test_a_changed_event_is_named_even_under_a_new_seal(package):
    package["proceedings"][0]["events"][1]["payload"]["note"] = "小餐饮登记"
    assert found(package) == [(2, "内容被改动")]


def test_a_dropped_event_is_named(package):
    del package["proceedings"][0]["events"][1]
    assert (2, "与前一条记录不相连") in found(package)


def test_a_cut_end_is_named(package):
    del package["proceedings"][0]["events"][2]
    assert found(package) == [(2, "记录的末尾与办件登记的不符")]


def test_swapped_events_are_named(package):
    log = package["proceedings"][0]["events"]
    log[1], log[2] = log[2], log[1]
    assert {seq for seq, _ in found(package)} >= {2, 3}


def test_an_event_of_another_case_is_named(package):
    other = copy.deepcopy(package)
    other["proceedings"][0]["id"] = "id-2"
    assert (1, "这条记录属于另一个办件") in found(other)


def test_documents_must_be_those_the_record_names(package):
    changed = {**package, "documents": [{**PAPER, "digest": "b" * 64}]}
    assert [words for _, words in found(changed)] == [f"文书{PAPER['number']}的内容摘要与记录不符"]
    assert [words for _, words in found({**package, "documents": []})] == [f"缺少文书{PAPER['number']}"]


def test_a_clock_starts_when_the_record_says(package):
    package["clocks"][0]["clock"]["started_on"] = "2026-03-05"
    assert found(package) == [(0, "计时的起算日与记录不符")]


class TestTextsBesideTheRecord:
    """An entry names the digest of what somebody wrote; the words stand under `texts`, or an entry says they went."""

    WORDS = Kept(salt="5a" * 16, text="邻居反映夜里有油烟")
    OTHER = Kept(salt="6b" * 16, text="同意")

    @pytest.fixture
    def told(self, package):
        """A package with words in its second and third entry."""
        payloads = [{"accepted_on": "2026-03-02", "document": PAPER}, {"opinion": {"text": self.WORDS.reference}}]
        return self.with_texts(package, events(*payloads, {"reasons": [self.OTHER.reference]}), self.WORDS, self.OTHER)

    @staticmethod
    def with_texts(package, log, *kept):
        proceeding = {**package["proceedings"][0], "version": len(log), "head": log[-1]["digest"], "events": log}
        texts = {each.reference.removeprefix("text:"): each.model_dump() for each in kept}
        return {**package, "proceedings": [proceeding], "texts": texts}

    def named(self, words):
        return words.reference.removeprefix("text:")

    def test_it_holds_with_them(self, told):
        assert found(told) == []

    def test_changed_words_are_named_with_their_entry(self, told):
        told["texts"][self.named(self.WORDS)]["text"] = "没有人反映"
        assert found(told) == [(2, "所附的文字与记录中的摘要不符")]

    def test_another_salt_is_named(self, told):
        told["texts"][self.named(self.OTHER)]["salt"] = "0" * 32
        assert found(told) == [(3, "所附的文字与记录中的摘要不符")]

    def test_words_left_out_are_named(self, told):
        del told["texts"][self.named(self.WORDS)]
        assert found(told) == [(2, "所附的文字缺失，又没有依法删除的记录")]

    def test_words_that_no_entry_names_are_named(self, told):
        more = Kept(salt="1", text="添上的")
        told["texts"][self.named(more)] = more.model_dump()
        assert found(told) == [(0, f"没有记录提到摘要为{self.named(more)[:12]}的文字")]

    def test_it_holds_without_words_that_an_entry_says_were_erased(self, told):
        log = told["proceedings"][0]["events"]
        payloads = [each["payload"] for each in log]
        erased = events(*payloads, {"entry": 2, "texts": [self.named(self.WORDS)]}, kinds={4: "words_erased"})
        assert found(self.with_texts(told, erased, self.OTHER)) == []

    def test_entries_before_the_third_format_hold_their_words_themselves(self, package):
        log = events({"accepted_on": "2026-03-02", "document": PAPER}, {"opinion": {"text": "同意"}}, format=2)
        assert found(self.with_texts(package, log)) == []
        log = events({"accepted_on": "2026-03-02", "document": PAPER}, {"note": self.WORDS.reference}, format=2)
        assert found(self.with_texts(package, log)) == []


def test_other_files_are_refused():
    assert [each.words for each in doubts({"format": "x"})] == ["不是本格式的证据包"]
