"""Being away from a post, and who stands in for how long (AB 岗). The law's second person stays a second person."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from lianban.apps.organs.errors import AbsenceRefused
from lianban.apps.organs.models import Absence, Assignment
from lianban.apps.organs.standing_in import leading
from lianban.core.proceedings.moments import local_day

LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class AbsenceCard:
    """One absence. person, deputy, recorded_by, ended_by: account ids. post: whose work it is about."""

    id: uuid.UUID
    post: uuid.UUID
    person: uuid.UUID
    deputy: uuid.UUID
    from_on: date
    until_on: date
    reason: str
    recorded_by: uuid.UUID
    recorded_at: datetime
    ended_by: uuid.UUID | None
    ended_at: datetime | None

    def is_over(self, on: date) -> bool:
        """Whether nobody stands in any more."""
        return self.ended_at is not None or self.until_on < on

    def holds(self, on: date) -> bool:
        """Whether the deputy stands in on a day."""
        return self.ended_at is None and self.from_on <= on <= self.until_on


@dataclass(frozen=True, slots=True)
class Away:
    """An absence as somebody asks for it. post: whose work it is about. deputy: account id."""

    post: uuid.UUID
    deputy: uuid.UUID
    from_on: date
    until_on: date
    reason: str


@transaction.atomic
def record_absence(away: Away, *, by: uuid.UUID, now: datetime) -> uuid.UUID:
    """Note that somebody will be away and who stands in; said again, it stays one. Returns its id.

    Raises AbsenceRefused with the sentence that says why not.
    """
    post = _locked(away)
    said = {"post": post, "deputy_id": away.deputy, "from_on": away.from_on, "until_on": away.until_on}
    if same := Absence.objects.filter(**said, ended_at=None, reason=away.reason.strip()).first():
        return same.pk
    _answerable(post, by, local_day(now))
    _in_order(away, local_day(now))
    _deputy_fits(post, away)
    made = Absence.objects.create(**said, reason=away.reason.strip(), recorded_by_id=by, recorded_at=now)
    return made.pk


@transaction.atomic
def end_absence(absence: uuid.UUID, *, by: uuid.UUID, now: datetime) -> None:
    """Take an absence back: from this moment on nobody stands in. Said again, nothing changes."""
    found = Absence.objects.select_for_update(of=("self",)).select_related("post").get(pk=absence)
    if found.ended_at is not None:
        return
    _answerable(found.post, by, local_day(now))
    found.ended_at, found.ended_by_id = now, by
    found.save(update_fields=["ended_at", "ended_by"])


def absences(authority: str) -> tuple[AbsenceCard, ...]:
    """Return every absence from the posts of an authority, the latest first."""
    found = Absence.objects.filter(post__authority__key=authority).select_related("post")
    return tuple(_card(each) for each in found)


def _locked(away: Away) -> Assignment:
    """Return the post, with everything the two people hold locked: nobody can go away while they are made a deputy."""
    post = Assignment.objects.get(pk=away.post)
    both = Assignment.objects.filter(person__in=(post.person_id, away.deputy)).order_by("id")
    list(both.select_for_update())
    return post


def _answerable(post: Assignment, by: uuid.UUID, on: date) -> None:
    head = post.authority_id is not None and leading(by, on).filter(authority=post.authority_id).exists()
    if post.person_id != by and not head:
        raise AbsenceRefused("post", "只能登记自己的外出，或者由本部门负责人代为登记。")


def _in_order(away: Away, today: date) -> None:
    if away.from_on < today:
        raise AbsenceRefused("from_on", "外出从今天或者以后开始。已经办过的事不能事后改为代办。")
    if away.until_on < away.from_on:
        raise AbsenceRefused("until_on", "结束日期不能早于开始日期。")
    if away.until_on - away.from_on > LONGEST:
        raise AbsenceRefused("until_on", "一次最多登记一年。更久的请调整岗位。")
    if not away.reason.strip():
        raise AbsenceRefused("reason", "请写明外出的原因，例如出差、培训、休假。")


def _deputy_fits(post: Assignment, away: Away) -> None:
    if away.deputy == post.person_id:
        raise AbsenceRefused("deputy", "代办人须是另一个人。")
    works = Assignment.objects.filter(
        Q(until_on=None) | Q(until_on__gte=away.until_on),
        person=away.deputy,
        person__is_active=True,
        authority=post.authority_id,
        hall=post.hall_id,
        from_on__lte=away.from_on,
    )
    if not works.exists():
        raise AbsenceRefused("deputy", "代办人须是本单位整个期间在岗的工作人员。请换一个人。")
    if _overlapping(away).filter(post=post).exists():
        raise AbsenceRefused("from_on", "这段时间已经登记过外出。请先结束原来的，或者换一段时间。")
    if _overlapping(away).filter(post__person=away.deputy).exists():
        raise AbsenceRefused("deputy", "代办人这段时间自己也外出。请换一个人。")
    if _overlapping(away).filter(deputy=post.person_id).exists():
        raise AbsenceRefused("from_on", "这段时间此人正在代办他人的工作，不能再转给别人。请先为那位同事另找代办人。")


def _overlapping(away: Away) -> QuerySet[Absence]:
    return Absence.objects.filter(ended_at=None, from_on__lte=away.until_on, until_on__gte=away.from_on)


def _card(each: Absence) -> AbsenceCard:
    return AbsenceCard(
        id=each.pk,
        post=each.post_id,
        person=each.post.person_id,
        deputy=each.deputy_id,
        from_on=each.from_on,
        until_on=each.until_on,
        reason=each.reason,
        recorded_by=each.recorded_by_id,
        recorded_at=each.recorded_at,
        ended_by=each.ended_by_id,
        ended_at=each.ended_at,
    )
