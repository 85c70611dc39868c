"""Check the record of cases, in the database or from an evidence package; erase words in it as the law asks."""

import argparse
import json
import sys
import time
import uuid
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import BadZipFile, ZipFile

from lianban.cli.database import add_database, database
from lianban.cli.progress import Progress
from lianban.core.clocks.verifier import verify_clock
from lianban.core.kernel.errors import DomainError
from lianban.core.proceedings.erasing import EraseCause
from lianban.core.supervision.evidence import count_events, doubts, fingerprint

HOLDS, OBJECTED = 0, 1
REASONS = {
    "does not follow the event before it": "与前一条记录不相连",
    "its content was changed": "内容被改动",
    "the proceeding knows of a different end": "记录的末尾与办件登记的不符",
    "leads to another state than it says": "办理后的状态与记录的不符",
    "its proceeding is gone": "所属的办件被删去",
    "its words were changed": "所附的文字被改动",
    "its words do not open": "所附的文字无法打开，被改动或者移动",
    "its words are gone without an erasure on record": "所附的文字缺失，又没有依法删除的记录",
    "its words were erased by law and are still there": "已经依法删除的文字仍在",
}


CAUSES = {each.name.lower().replace("_", "-"): each for each in EraseCause}


class UnreadablePackage(DomainError):
    """The file is not an evidence package."""

    code = "UNREADABLE_PACKAGE"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}不是证据包。请重新导出后再核验。", path=str(path))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what to check or hand out, and where the data are."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    verify = acts.add_parser("verify", help="check every record, one case, or a package")
    verify.add_argument("case", nargs="?", default="", help="number of a case; all of them when it is left out")
    verify.add_argument("--package", type=Path, help="an evidence package; no database is needed")
    export = acts.add_parser("export", help="write the evidence package of a case")
    export.add_argument("case", help="number of a case or of one of its items")
    export.add_argument("--out", type=Path, required=True, help="the file to write (ZIP)")
    erase = acts.add_parser("erase", help="erase what people wrote in one entry, as the law on personal data asks")
    erase.add_argument("case", help="number of a case or of one of its items")
    erase.add_argument("entry", type=int, help="number of the entry in its record")
    erase.add_argument("--cause", choices=CAUSES, required=True, help="why (个人信息保护法第四十七条)")
    erase.add_argument("--order", required=True, help="number of the written decision (文号)")
    for each in (verify, export, erase):
        add_database(each)


def run(args: argparse.Namespace) -> int:
    """Return 0 when everything that was checked holds, else 1."""
    if args.act == "verify" and args.package:
        return _verify_package(args.package)
    with database(args.home.resolve(), args.database_url):
        match args.act:
            case "export":
                return _export(args.case, args.out)
            case "erase":
                print(erase(args, datetime.now(UTC)))  # noqa: TID251 the command line reads the clock once
                return HOLDS
        return _verify(args.case)


def erase(args: argparse.Namespace, now: datetime) -> str:
    """Erase the words of an entry and return what was done in a sentence. Raises NoSuchProceeding, GuardRefused."""
    from lianban.apps.cases import public as cases  # noqa: PLC0415 exists only after set-up

    cause, by = CAUSES[args.cause], cases.By(cases.SYSTEM, uuid.uuid4().hex, now)
    count = cases.erase_words(args.case, args.entry, cause, args.order, by)
    return f"{args.case} #{args.entry}：已依法删除 {count} 段文字（{cause.value}，{args.order}）。记录保留其摘要。"


def _verify_package(path: Path) -> int:
    with TemporaryDirectory() as folder:
        package = _read(path, Path(folder))
        found = [f"{each.number} #{each.seq}: {each.words}" for each in doubts(package, Path(folder))]
    clocks = [(made["subject"], each) for made in package["clocks"] for each in verify_clock(made, package["notices"])]
    found += [f"{subject} {each.code}: {each.words}" for subject, each in clocks]
    print(f"{package['case']}  {len(package['proceedings'])} 个办件，{count_events(package)} 条记录，", end="")
    print(f"{len(package['documents'])} 份文书，{len(package['clocks'])} 份时限证明，{len(package['roots'])} 个日根")
    for line in found:
        print(f"  {line}")
    for each in package["certificates"]:
        print(f"证书指纹 {fingerprint(each)}")
    print("不成立" if found else "成立")
    return OBJECTED if found else HOLDS


def _read(path: Path, folder: Path) -> dict[str, Any]:
    """Unpack a package and return its record."""
    try:
        with ZipFile(path) as packed:
            packed.extractall(folder)
        package: dict[str, Any] = json.loads((folder / "case.json").read_text(encoding="utf-8"))
        complete = {"case", "proceedings", "documents", "clocks", "notices", "roots", "proofs"} <= package.keys()
    except (OSError, ValueError, AttributeError, BadZipFile) as error:
        raise UnreadablePackage(path) from error
    if not complete:
        raise UnreadablePackage(path)
    return package


def _verify(case: str) -> int:
    from lianban.apps.oversight import public as oversight  # noqa: PLC0415 exists only after set-up

    checked = events = broken = 0
    told = Progress(0 if case else oversight.audited_at_most(), sys.stderr, time.monotonic, "核验办件")
    for each in oversight.audit(datetime.now(UTC), case):  # noqa: TID251 the command line reads the clock once
        checked, events, broken = checked + (each.events > 0), events + each.events, broken + (not each.holds)
        told.at(checked)
        if not each.holds:
            told.clear()
        for found in each.breaks:
            print(f"  {each.number} #{found.seq}: {REASONS.get(found.reason, found.reason)}")
        if each.differs:
            print(f"  {each.number}: 与记录不符的栏目：{'、'.join(each.differs)}")
        for words in each.doubts:
            print(f"  {each.number}: {words}")
    told.clear()
    print(f"共核验 {checked} 个办件、{events} 条记录，{broken} 处不成立")
    return OBJECTED if broken else HOLDS


def _export(case: str, out: Path) -> int:
    from lianban.apps.oversight import public as oversight  # noqa: PLC0415 exists only after set-up

    out.write_bytes(oversight.package(case, datetime.now(UTC)))  # noqa: TID251 the command line reads the clock once
    print(out)
    return HOLDS
