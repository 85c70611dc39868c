"""Giving a notice: the same answers under the same definitions give the same notice for the whole day."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.conf import settings
from django.db import IntegrityError, transaction

from lianban.apps.catalogue import public as catalogue
from lianban.apps.documents import public as documents
from lianban.apps.guides.answering import heard
from lianban.apps.guides.composing import compose_sheet
from lianban.apps.guides.errors import NothingAnswered
from lianban.apps.guides.models import GuidanceNotice
from lianban.apps.guides.paper import paper
from lianban.apps.guides.sheet import Sheet
from lianban.core.chains.plan import Plan
from lianban.core.guidance import facts_after, next_question
from lianban.core.guidance.spelling import read_all
from lianban.core.kernel.canonical import digest
from lianban.core.proceedings.moments import local_day

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without 0, 1, i, l and o, which people mistake for one another."""

LENGTH = 12


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody with these answers is told now. answers: those that count, spelt."""

    release: int
    plan: Plan
    sheet: Sheet
    answers: Mapping[str, str]


def told(chain_key: str, answers: Mapping[str, str]) -> Told:
    """Return what is told for these answers today. answers: spelt.

    Raises UnknownChain, AnswerRefused, NoSuchQuestion.
    """
    definitions = catalogue.current()
    chain = definitions.chain(chain_key)
    given = heard(chain, read_all(chain, answers))
    plan = catalogue.plan(chain_key, facts_after(chain, given))
    sheet = compose_sheet(definitions, chain, plan, given)
    return Told(definitions.release, plan, sheet, {key: answers[key] for key in given})


def issue(chain_key: str, answers: Mapping[str, str], *, now: datetime, replaces: str = "") -> str:
    """Give a notice and return its code. replaces: the code of the notice whose answers or contents changed.

    Raises NothingAnswered while a question is open, and what `told` raises.
    """
    now_told = told(chain_key, answers)
    _check_answered(chain_key, answers)
    before = GuidanceNotice.objects.filter(code=replaces, chain=chain_key).first() if replaces else None
    same = _same(chain_key, now_told, now, before)
    if before and (before.answers_digest, before.release) == (same["answers_digest"], same["release"]):
        return str(before.code)
    found = GuidanceNotice.objects.filter(**same).first()
    if found is not None:
        return str(found.code)
    try:
        with transaction.atomic():
            return _written(now_told, now, same, before)
    except IntegrityError:
        return str(GuidanceNotice.objects.get(**same).code)


def _check_answered(chain_key: str, answers: Mapping[str, str]) -> None:
    guide = catalogue.guide(chain_key)
    if next_question(guide, read_all(guide.chain, answers)) is not None:
        raise NothingAnswered(chain_key)


def _same(chain: str, now_told: Told, now: datetime, before: GuidanceNotice | None) -> dict[str, object]:
    return {
        "chain": chain,
        "answers_digest": digest(sorted(now_told.answers.items())),
        "release": now_told.release,
        "issued_on": local_day(now),
        "previous": before,
    }


def _written(now_told: Told, now: datetime, same: dict[str, object], before: GuidanceNotice | None) -> str:
    code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    version = before.version + 1 if before else 1
    issued = documents.issue(
        documents.PaperKind.GUIDANCE,
        proceeding=None,
        content=paper(now_told.sheet, address=address(code), version=version),
        authority=_authority(now_told),
        now=now,
    )
    plan = cast("dict[str, object]", now_told.plan.model_dump(mode="json"))
    GuidanceNotice.objects.create(
        **same,
        number=issued.number,
        code=code,
        answers=dict(now_told.answers),
        facts=plan["facts"],
        plan=plan,
        plan_digest=digest(plan),
        sheet=now_told.sheet.model_dump(mode="json"),
        document=issued.id,
        issued_at=now,
        version=version,
    )
    return code


def address(code: str) -> str:
    """Return the public address of a notice."""
    return f"{settings.LIANBAN_PUBLIC_URL}/notice/{code}/"


def _authority(now_told: Told) -> str:
    return catalogue.current().chain(now_told.sheet.chain).lead_authority
