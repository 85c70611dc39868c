"""One act on many items: each is an act of its own, with its own key, and each tells what became of it."""

import hashlib
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from lianban.apps.cases import public as cases
from lianban.apps.docket import public as docket
from lianban.apps.worklists.errors import NoSuchRun, RunRefused
from lianban.apps.worklists.models import Outcome, Run, RunLine
from lianban.core.kernel.errors import DomainError

AT_MOST = 100
"""Items of one run: more than anybody can answer for in one look."""
AT_ONCE = 10
"""Acts done before the page shows how far it has come."""


@dataclass(frozen=True, slots=True)
class BulkAct:
    """An act that may be done on many items. action: its name in the table. alike: only on items of one kind."""

    slug: str
    action: str
    alike: bool


BULK: dict[str, BulkAct] = {
    each.slug: each
    for each in (
        BulkAct("claim", "assign", alike=False),
        BulkAct("assign", "assign", alike=False),
        BulkAct("review", "review", alike=True),
        BulkAct("sign", "sign", alike=True),
        BulkAct("grant", "grant", alike=True),
    )
}
"""Never a refusal, a stop or an end: those need the facts and the reasons of each case."""


@dataclass(frozen=True, slots=True)
class LineCard:
    """What became of one item. sentence: why it was not done. document: number of the paper it issued."""

    number: str
    title: str
    outcome: str
    sentence: str
    document: str


@dataclass(frozen=True, slots=True)
class RunCard:
    """How far a run has come."""

    id: uuid.UUID
    act: str
    begun_at: datetime
    lines: tuple[LineCard, ...]

    def count(self, outcome: str) -> int:
        """How many items had this outcome."""
        return sum(each.outcome == outcome for each in self.lines)

    @property
    def waiting(self) -> int:
        """How many are still to come."""
        return self.count(Outcome.WAITING)


def preview_run(act: str, numbers: Iterable[str], reader: cases.Reader) -> tuple[cases.Openness, ...]:
    """Return for each item whether the act will pass and why not, from the table. Raises RunRefused."""
    wanted = _known(act)
    listed = tuple(dict.fromkeys(numbers))
    if not listed:
        raise RunRefused("还没有选择办件。请先在列表里勾选。")
    if len(listed) > AT_MOST:
        raise RunRefused(f"一次最多选择{AT_MOST}件。请分几次办理。")
    found = cases.openness(wanted.action, listed, reader)
    if wanted.alike and len({each.item for each in found}) > 1:
        raise RunRefused("这样批量办理只能选择同一个事项的办件。请先按事项筛选。")
    return tuple(_narrowed(wanted, each) for each in found)


@transaction.atomic
def begin_run(
    act: str, said: Mapping[str, str], versions: Mapping[str, int], reader: cases.Reader, by: cases.By
) -> uuid.UUID:
    """Write down what is wanted on which items; nothing is done yet. versions: each item's, as the page showed it.

    Items on which the table does not allow it are left out. Sent twice it is one run. Raises RunRefused.
    """
    kept = {"authority": by.actor.authority, "act": act, "said": dict(said), "begun_at": by.now}
    run, is_new = Run.objects.get_or_create(person_id=by.actor.person, key=by.key, defaults=kept)
    if is_new:
        open_ones = [each for each in preview_run(act, versions, reader) if not each.why_not]
        if not open_ones:
            raise RunRefused("所选的办件现在都不能这样办。")
        RunLine.objects.bulk_create(_line(run, *each, versions) for each in enumerate(open_ones))
    return run.pk


def _line(run: Run, place: int, each: cases.Openness, versions: Mapping[str, int]) -> RunLine:
    seen = versions[each.number]
    return RunLine(run=run, place=place, number=each.number, title=each.title, version=seen, step=each.step)


def go_on(run: uuid.UUID, by: cases.By, at_most: int = AT_ONCE) -> RunCard:
    """Do the next acts of a run and return how far it has come. Asked twice at once, no act is done twice.

    Each act commits on its own: what one item refuses does not touch the others. Raises NoSuchRun.
    """
    found = _own(run, by.actor.person, by.actor.authority)
    for line in found.lines.filter(outcome=Outcome.WAITING)[:at_most]:
        outcome, sentence, document = _attempt(found, line, by)
        RunLine.objects.filter(pk=line.pk).update(
            outcome=outcome, sentence=sentence[:500], document=document, done_at=by.now
        )
    return _card(found)


def run_of(run: uuid.UUID, reader: cases.Reader) -> RunCard:
    """Return how far a run of the reader's has come. Raises NoSuchRun."""
    return _card(_own(run, reader.actor.person, reader.actor.authority))


def _known(act: str) -> BulkAct:
    if act not in BULK:
        raise RunRefused("不能这样批量办理。不予许可、终止等须逐件写明事实和理由。")
    return BULK[act]


def _narrowed(wanted: BulkAct, each: cases.Openness) -> cases.Openness:
    """Add what a run asks beyond the table: a look at a place is written down case by case."""
    if each.why_not:
        return each
    if wanted.slug == "review" and each.on_site:
        return each.because("下一环节是现场核查，须逐件记录核查情况。")
    if wanted.slug == "claim" and each.held:
        return each.because("本件已由他人承办或者您已经认领。")
    return each


def _attempt(run: Run, line: RunLine, by: cases.By) -> tuple[str, str, str]:
    own_key = hashlib.sha256(f"{run.pk}|{line.number}".encode()).hexdigest()
    act = cases.By(by.actor, own_key, by.now, by.request_id)
    try:
        done = _do(run, line, act)
    except docket.VersionConflict:
        return Outcome.OVERTAKEN, "您打开列表以后，本件有了变化。请打开看最新情况。", ""
    except DomainError as refused:
        return Outcome.REFUSED, refused.message, ""
    return Outcome.DONE, "", done.document


def _do(run: Run, line: RunLine, by: cases.By) -> cases.ItemDone:
    said: Mapping[str, str] = run.said
    match run.act:
        case "claim":
            return cases.assign(line.number, by.actor.person, "", by, line.version)
        case "assign":
            return cases.assign(line.number, said.get("holder", ""), said.get("reason", ""), by, line.version)
        case "review":
            return cases.review(line.number, line.step, said.get("opinion", ""), by, line.version)
        case "sign":
            return cases.sign(line.number, by, line.version)
        case "grant":
            return cases.grant(line.number, {}, by, line.version)
    raise RunRefused("不能这样批量办理。")


def _own(run: uuid.UUID, person: str, authority: str) -> Run:
    found = Run.objects.filter(pk=run, person=person, authority=authority).first()
    if found is None:
        raise NoSuchRun
    return found


def _card(run: Run) -> RunCard:
    lines = tuple(LineCard(x.number, x.title, x.outcome, x.sentence, x.document) for x in run.lines.all())
    return RunCard(run.pk, run.act, run.begun_at, lines)
