"""Sets up the demonstration county. Run again, it completes what is missing and changes nothing else."""

import json
import os
import secrets
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from lianban.apps.accounts import public as accounts
from lianban.apps.demo.plan import CitizenPlan, StaffPlan, read_plan
from lianban.apps.organs import public as organs

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
FROM_ON = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """An account of the demonstration. login: user name or ID number. where: the page to sign in on."""

    name: str
    login: str
    password: str
    where: str


def create_demo_county(*, data: Path, home: Path, now: datetime) -> tuple[DemoAccount, ...]:
    """Set up authorities, halls and accounts; return the accounts with their passwords, made here by chance.

    data: the folder of the shipped definitions. home: where `demo-accounts.json` and `.txt` are kept, for the owner's
    eyes only.
    """
    plan = read_plan(data)
    for authority in plan.authorities:
        organs.put_authority(authority)
    for hall in plan.halls:
        organs.put_hall(hall)
    known = _read(home / "demo-accounts.json")
    made = [_staff(each, known, now) for each in plan.staff] + [_citizen(each, known, now) for each in plan.citizens]
    _write(home, made)
    return tuple(made)


def _staff(each: StaffPlan, known: dict[str, str], now: datetime) -> DemoAccount:
    def create(password: str) -> UUID:
        return accounts.create_staff(user_name=each.user_name, name=each.name, password=password, now=now)

    person, password = _account(each.user_name, accounts.find_staff(each.user_name), known, create)
    place = {"authority": each.authority, "hall": each.hall, "window": each.window}
    organs.assign(person, each.role, from_on=FROM_ON, leads=each.leads, **place)
    return DemoAccount(each.name, each.user_name, password, "/login/staff/")


def _citizen(each: CitizenPlan, known: dict[str, str], now: datetime) -> DemoAccount:
    def create(_password: str) -> UUID:
        return accounts.create_citizen(id_number=each.id_number, name=each.name, phone=each.phone, now=now)

    person, password = _account(each.id_number, accounts.find_citizen(each.id_number), known, create)
    if each.id_number not in known:
        accounts.set_password(person=person, password=password)
    return DemoAccount(each.name, each.id_number, password, "/login/password/")


def _account(login: str, found: UUID | None, known: dict[str, str], create: Callable[[str], UUID]) -> tuple[UUID, str]:
    """Return the account with its password: the known one, or a new one where it is not known any more."""
    password = known.get(login) or "".join(secrets.choice(LETTERS) for _ in range(12))
    if found is None:
        return create(password), password
    if login not in known:
        accounts.set_password(person=found, password=password)
    return found, password


def _read(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    return {each["login"]: each["password"] for each in json.loads(path.read_text(encoding="utf-8"))}


def _write(home: Path, made: Iterable[DemoAccount]) -> None:
    listed = list(made)
    _private(home / "demo-accounts.json", json.dumps([asdict(each) for each in listed], ensure_ascii=False, indent=1))
    lines = [f"  {each.login:<28}{each.password:<16}{each.name}" for each in listed]
    _private(home / "demo-accounts.txt", "\n".join(["演示账号（用户名或身份证号、密码、身份）：", *lines]) + "\n")


def _private(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
