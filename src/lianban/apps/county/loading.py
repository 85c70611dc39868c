"""Bringing a county up to what its file says. Nothing is ever deleted; a second time, only what differs changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction

from lianban.apps.accounts import public as accounts
from lianban.apps.county.errors import NoSuchStaff
from lianban.apps.county.missing import Missing, missing
from lianban.apps.organs import public as organs
from lianban.core.county.model import AuthorityEntry, County, HallEntry, PostEntry, StaffEntry
from lianban.core.proceedings.events import Role
from lianban.core.proceedings.moments import local_day

LOCK = "SELECT pg_advisory_xact_lock(hashtext('county'), hashtext(current_schema()))"


@dataclass(frozen=True, slots=True)
class Loading:
    """How a county is loaded. who: for the record, as the operating system knows them. now: the moment.

    from_on: the first day of new posts, today without. end_missing: let posts that the county does not name end with
    today. own_passwords: staff must replace the password they are handed. trial: say what would change, change nothing.
    """

    who: str
    now: datetime
    from_on: date | None = None
    end_missing: bool = False
    own_passwords: bool = True
    trial: bool = False

    @property
    def first_day(self) -> date:
        """The first day of new posts."""
        return self.from_on or local_day(self.now)


@dataclass(frozen=True, slots=True)
class SetUpPassword:
    """What a new member of staff signs in with for the first time; nobody can read it again."""

    user_name: str
    name: str
    password: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a load did: every change in order, what was kept included; what the county does not name; new passwords."""

    changes: tuple[organs.Change, ...]
    missing: tuple[Missing, ...]
    passwords: tuple[SetUpPassword, ...]


@transaction.atomic
def load_county(county: County, loading: Loading) -> Outcome:
    """Create what is missing and bring the rest up to date; every change is written into the record.

    county: sound, as `check_county` has it. All of it is loaded, or nothing.
    """
    with connection.cursor() as cursor:
        cursor.execute(LOCK)
    changes = [organs.put_authority(_authority(each)) for each in county.authorities]
    for hall in county.halls:
        changes += organs.put_hall(_hall(hall))
    passwords: list[SetUpPassword] = []
    for staff in county.staff:
        changes += _staff(staff, loading, passwords)
    left = missing(county, local_day(loading.now))
    if loading.end_missing:
        changes += (organs.end_post(each.post, local_day(loading.now)) for each in left if each.post)
        left = tuple(each for each in left if not each.post)
    organs.record(changes, who=loading.who, now=loading.now)
    if loading.trial:
        transaction.set_rollback(True)
    return Outcome(tuple(changes), left, () if loading.trial else tuple(passwords))


@transaction.atomic
def renew_password(user_name: str, *, who: str, now: datetime) -> SetUpPassword:
    """Give somebody who forgot their password a new one for the next sign-in. Raises NoSuchStaff."""
    person = accounts.find_staff(user_name)
    if person is None:
        raise NoSuchStaff(user_name)
    password = accounts.give_set_up_password(person)
    differs = {"password": ("", "renewed")}
    changed = organs.Change(organs.Subject.ACCOUNT, user_name, organs.Act.CHANGED, differs)
    organs.record([changed], who=who, now=now)
    return SetUpPassword(user_name, accounts.card(person).name, password)


def _staff(staff: StaffEntry, loading: Loading, passwords: list[SetUpPassword]) -> Iterator[organs.Change]:
    person = accounts.find_staff(staff.user_name)
    if person is None:
        made = SetUpPassword(staff.user_name, staff.name, accounts.set_up_password())
        person = accounts.create_staff(
            user_name=made.user_name,
            name=made.name,
            password=made.password,
            now=loading.now,
            must_change=loading.own_passwords,
        )
        passwords.append(made)
        yield organs.Change(organs.Subject.ACCOUNT, staff.user_name, organs.Act.CREATED)
    else:
        renamed = accounts.rename_staff(person, staff.name)
        act = organs.Act.CHANGED if renamed else organs.Act.KEPT
        yield organs.Change(organs.Subject.ACCOUNT, staff.user_name, act, {"name": ("…", "…")} if renamed else {})
    for post in staff.posts:
        yield _post(person, post, loading.first_day)


def _post(person: UUID, post: PostEntry, from_on: date) -> organs.Change:
    place = {"authority": post.authority, "hall": post.hall, "window": post.window}
    return organs.assign(person, Role(post.role), from_on=from_on, leads=post.leads, **place)


def _authority(each: AuthorityEntry) -> organs.AuthorityCard:
    return organs.AuthorityCard(**each.model_dump())


def _hall(each: HallEntry) -> organs.HallCard:
    windows = tuple(organs.WindowCard(one.number, one.purpose.value, one.name) for one in each.windows)
    return organs.HallCard(each.key, each.name, each.name_en, each.division, each.address, windows)
