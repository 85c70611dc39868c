"""Set up a county from one file: authorities, halls, windows, staff; or show what there is.

`load` may be said again: what differs is brought up to date, nothing is deleted, and every change is recorded with who
made it and when. Format: docs/reference/county.md. Example: `lianban county load county.yaml --passwords first.txt`.
"""

import argparse
import os
import pwd
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from django.db.utils import ProgrammingError

from lianban.adapters.county_file import ReadCounty, read_county
from lianban.cli import county_text
from lianban.cli.database import add_database, database
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.moments import local_day

DONE, FOUND_WRONG, UNREADABLE = 0, 1, 2
OWNER_ONLY = 0o600


class NotSetUp(DomainError):
    """The database has no tables yet, or older ones."""

    code = "NOT_SET_UP"

    def __init__(self) -> None:
        super().__init__("数据库还没有准备好。请先运行 lianban up --only-set-up。")


class PasswordsNotKept(DomainError):
    """The file for the passwords is there already, or cannot be written."""

    code = "PASSWORDS_NOT_KEPT"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"不能把初始密码写到 {path}：{reason}。请换一个文件名，什么都没有改动。", path=str(path))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the acts."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    load = acts.add_parser("load", help="create what is missing, bring the rest up to date")
    load.add_argument("file", type=Path, help="the county (YAML)")
    load.add_argument("--end-missing", action="store_true", help="文件里没有的岗位到今天为止（保留历史）")
    load.add_argument("--passwords", type=Path, metavar="FILE", help="把初始密码写到新文件（仅本人可读），不在屏幕显示")
    load.add_argument("--trial", action="store_true", help="只列出会有哪些变化，什么都不改")
    check = acts.add_parser("check", help="say what is wrong in a file, with line and remedy; needs no database")
    check.add_argument("file", type=Path, help="the county (YAML)")
    show = acts.add_parser("show", help="authorities, halls and posts, who leads, who is away")
    show.add_argument("--changes", action="store_true", help="改动记录：谁在什么时候改了什么")
    password = acts.add_parser("password", help="give somebody a new password for the next sign-in")
    password.add_argument("user_name", help="user name")
    for each in (load, show, password):
        add_database(each)


def run(args: argparse.Namespace) -> int:
    """Return 0 when it was done, 1 when the file has errors, 2 when there is no such file."""
    if args.act not in {"load", "check"}:
        return _in_database(args, None)
    if not args.file.is_file():
        print(f"没有文件 {args.file}。")
        return UNREADABLE
    read = read_county(args.file)
    for line in county_text.findings(args.file, read):
        print(line)
    if not read.is_sound:
        print("有错误，什么都没有改动。请改正后重试。" if args.act == "load" else "有错误。")
        return FOUND_WRONG
    return DONE if args.act == "check" else _in_database(args, read)


def _in_database(args: argparse.Namespace, read: ReadCounty | None) -> int:
    now = datetime.now(UTC)  # noqa: TID251 the command line reads the clock once
    with database(args.home.resolve(), args.database_url):
        try:
            if read:
                _load(args, read, now)
            elif args.act == "show":
                _show(args, now)
            else:
                _renew(args.user_name, now)
        except ProgrammingError as error:
            raise NotSetUp from error
    return DONE


def _load(args: argparse.Namespace, read: ReadCounty, now: datetime) -> None:
    from lianban.apps.county import public as county  # noqa: PLC0415 exists only after set-up

    assert read.county is not None
    loading = county.Loading(who=user(), now=now, end_missing=args.end_missing, trial=args.trial)
    with _kept(args.passwords if not args.trial else None) as keep:
        outcome = county.load_county(read.county, loading)
        keep(county_text.passwords(outcome.passwords))
    for line in county_text.outcome(outcome, loading):
        print(line)


def _show(args: argparse.Namespace, now: datetime) -> None:
    from lianban.apps.county import public as county  # noqa: PLC0415 exists only after set-up
    from lianban.apps.organs import public as organs  # noqa: PLC0415

    lines = county_text.record(organs.recorded()) if args.changes else county_text.show(county.overview(local_day(now)))
    for line in lines:
        print(line)


def _renew(user_name: str, now: datetime) -> None:
    from lianban.apps.county import public as county  # noqa: PLC0415 exists only after set-up

    print("\n".join(county_text.passwords((county.renew_password(user_name, who=user(), now=now),))))


def user() -> str:
    """Return the name of whoever runs the command, as the operating system knows them."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"uid {os.getuid()}"


@contextmanager
def _kept(path: Path | None) -> Iterator[Callable[[list[str]], None]]:
    """Give what keeps new passwords: in a new file that its owner alone can read, or without a path on the screen.

    The file is made before anything changes: a password must not get lost. One that stays empty is taken away again.
    """
    if path is None:
        yield lambda listed: print("\n".join(listed)) if listed else None
        return
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    except OSError as error:
        raise PasswordsNotKept(path, error.strerror or "") from error
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        try:
            yield lambda listed: file.writelines(f"{line}\n" for line in listed)
        finally:
            file.flush()
            if not file.tell():
                path.unlink()
    print(f"初始密码已写到 {path}（仅本人可读）。发给本人后请删除。" if path.exists() else "没有新账号，没有初始密码。")
