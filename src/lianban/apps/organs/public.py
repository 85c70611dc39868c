"""The front door of organs."""

from lianban.apps.organs.absences import AbsenceCard, Away, absences, end_absence, record_absence
from lianban.apps.organs.changes import Act, Change, Recorded, Subject, record, recorded
from lianban.apps.organs.errors import AbsenceRefused, NotAssigned
from lianban.apps.organs.selectors import (
    AuthorityCard,
    HallCard,
    Post,
    WindowCard,
    actor_of,
    authorities,
    authority,
    hall,
    halls,
    posts_of,
)
from lianban.apps.organs.services import assign, end_post, put_authority, put_hall
from lianban.apps.organs.staffing import Holder, staffing
from lianban.apps.organs.standing_in import acting_for, colleagues, leads, principals

__all__ = [
    "AbsenceCard",
    "AbsenceRefused",
    "Act",
    "AuthorityCard",
    "Away",
    "Change",
    "HallCard",
    "Holder",
    "NotAssigned",
    "Post",
    "Recorded",
    "Subject",
    "WindowCard",
    "absences",
    "acting_for",
    "actor_of",
    "assign",
    "authorities",
    "authority",
    "colleagues",
    "end_absence",
    "end_post",
    "hall",
    "halls",
    "leads",
    "posts_of",
    "principals",
    "put_authority",
    "put_hall",
    "record",
    "record_absence",
    "recorded",
    "staffing",
]
