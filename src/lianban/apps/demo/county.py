"""Sets up the demonstration county. Run again, it completes what is missing and changes nothing else."""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

from lianban.apps.accounts import public as accounts
from lianban.apps.county import public as county
from lianban.apps.demo.plan import CitizenPlan, read_plan
from lianban.core.county.model import StaffEntry

WHO = "演示区县"
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
    loading = county.Loading(who=WHO, now=now, from_on=FROM_ON, own_passwords=False)
    outcome = county.load_county(plan.county, loading)
    known = _read(home / "demo-accounts.json")
    known |= {each.user_name: each.password for each in outcome.passwords}
    staff = [_staff(each, known) for each in plan.county.staff]
    made = staff + [_citizen(each, known, now) for each in plan.citizens]
    _write(home, made)
    return tuple(made)


def _staff(each: StaffEntry, known: dict[str, str]) -> DemoAccount:
    password = known.get(each.user_name) or accounts.set_up_password()
    person = accounts.find_staff(each.user_name)
    if each.user_name not in known and person:
        accounts.set_password(person=person, password=password)
    return DemoAccount(each.name, each.user_name, password, "/login/staff/")


def _citizen(each: CitizenPlan, known: dict[str, str], now: datetime) -> DemoAccount:
    facts = {"id_number": each.id_number, "name": each.name, "phone": each.phone}
    person = accounts.find_citizen(each.id_number) or accounts.create_citizen(**facts, now=now)
    password = known.get(each.id_number) or accounts.set_up_password()
    if each.id_number not in known:
        accounts.set_password(person=person, password=password)
    return DemoAccount(each.name, each.id_number, password, "/login/password/")


def _read(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    return {each["login"]: each["password"] for each in json.loads(path.read_text(encoding="utf-8"))}


def _write(home: Path, made: Iterable[DemoAccount]) -> None:
    listed = list(made)
    _private(home / "demo-accounts.json", json.dumps([asdict(each) for each in listed], ensure_ascii=False, indent=1))
    width = max(len(each.login) for each in listed) + 2
    lines = [f"  {each.login:<{width}}{each.password:<21}  {each.name}" for each in listed]
    _private(home / "demo-accounts.txt", "\n".join(["演示账号（用户名或身份证号、密码、身份）：", *lines]) + "\n")


def _private(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
