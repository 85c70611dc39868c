"""Words that people wrote are erased by law: what they were is gone, that they were there and why they went stays.

Only the words go; what was decided, by whom, when and under which article stays as it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, ClassVar

from lianban.core.kernel.legal import LegalBasis
from lianban.core.kernel.value import Value, fields_of
from lianban.core.kernel.words import MARK, Kept, references
from lianban.core.proceedings.events import WORDS_BESIDE, Break, Event, Recorded, Role
from lianban.core.proceedings.evolution import Change, ProceedingState
from lianban.core.proceedings.procedure import NEW, Attempt, Command, Guard, Rule

WORDS_ERASED = "words_erased"
PERSONAL_INFORMATION = LegalBasis(document="中华人民共和国个人信息保护法", article="第四十七条")


class EraseCause(StrEnum):
    """Why words are erased (Personal Information Protection Law Art. 47)."""

    PURPOSE_OVER = "处理目的已实现、无法实现或者为实现处理目的不再必要"
    TERM_OVER = "保存期限已届满"
    CONSENT_WITHDRAWN = "个人撤回同意"
    UNLAWFUL = "违反法律、行政法规或者违反约定处理个人信息"
    OTHER = "法律、行政法规规定的其他情形"


class Erasure(Value):
    """The words of one entry. entry: its number. texts: their digests. order: number of the written decision."""

    entry: int
    texts: tuple[str, ...]
    cause: EraseCause
    order: str


class EraseWords(Erasure, Command):
    """Erase the words of an entry."""

    action: ClassVar[str] = "erase_words"


class WordsErased(Erasure, Change[ProceedingState]):
    """依法删除文字. The state goes on to name their digests."""

    kind: ClassVar[str] = WORDS_ERASED

    def apply(self, state: ProceedingState) -> ProceedingState:
        return state


def _erase(attempt: Attempt[Any, EraseWords, Any]) -> tuple[Event, ...]:
    command = attempt.command
    return (WordsErased(**fields_of(command, *Erasure.model_fields)).at(command.at),)


def rule(statuses: Iterable[str]) -> Rule:
    """Return the row of a table that lets words go, whatever a proceeding has come to. statuses: all of the table."""
    return Rule(
        EraseWords.action, "依法删除文字", "Erase words by law", tuple(each for each in statuses if each != NEW),
        (Role.SYSTEM,), _erase,
        guards=(
            Guard("erasure_ordered", "有删除决定的文号", _ordered, on_command=True),
            Guard("words_there", "记录中有尚未删除的文字", _named, on_command=True),
        ),
        basis=(PERSONAL_INFORMATION,), silence="没有删除决定的，文字随办件保存",
    )  # fmt: skip


def word_breaks(log: Iterable[Recorded], kept: Mapping[int, Mapping[str, Kept] | None]) -> Iterator[Break]:
    """Yield every event whose words are not the ones it names.

    kept: words by reference, by the number of the event; None where they do not open.
    """
    events = tuple(log)
    erased = {f"{MARK}{each}" for event in events for each in erased_by(event.kind, event.payload)}
    for event in events:
        named = set(references(event.payload)) if event.format >= WORDS_BESIDE else set()
        held = kept.get(event.seq, {})
        if held is None:
            yield Break(seq=event.seq, reason="its words do not open")
            continue
        if held.keys() - named or any(each.reference != reference for reference, each in held.items()):
            yield Break(seq=event.seq, reason="its words were changed")
        if named - held.keys() - erased:
            yield Break(seq=event.seq, reason="its words are gone without an erasure on record")
        if held.keys() & erased:
            yield Break(seq=event.seq, reason="its words were erased by law and are still there")


def erased_by(kind: str, payload: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the digests of the words that an event says were erased."""
    return tuple(payload["texts"]) if kind == WORDS_ERASED else ()


def _ordered(attempt: Attempt[Any, EraseWords, Any]) -> str | None:
    return None if attempt.command.order.strip() else "删除办件中的文字须有书面决定。请写明决定的文号。"


def _named(attempt: Attempt[Any, EraseWords, Any]) -> str | None:
    return None if attempt.command.texts else "这条记录没有可以删除的文字，或者已经删除。请核对办件编号和记录的序号。"
