"""Recompute a due date from its clock certificate, day by day, with the holiday notices at hand."""

import argparse
from pathlib import Path

from pydantic import ValidationError

from lianban.adapters.calendar_files import SHIPPED, read_notices
from lianban.core.clocks.certificate import ClockCertificate
from lianban.core.clocks.verifier import verify_clock
from lianban.core.kernel.errors import DomainError

HOLDS, OBJECTED = 0, 1


class UnreadableCertificate(DomainError):
    """The file is not a clock certificate."""

    code = "UNREADABLE_CERTIFICATE"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}不是时限证明文件。请重新下载证明后再核验。", path=str(path))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name the certificate and, when it is not the shipped one, the folder of notices."""
    parser.add_argument("file", type=Path, help="the certificate (JSON)")
    parser.add_argument("--calendars", type=Path, default=SHIPPED, help="a folder of holiday notices")


def run(args: argparse.Namespace) -> int:
    """Print what was checked and every objection; return 0 when the certificate holds, else 1."""
    certificate = _read(args.file)
    notices = [notice.model_dump(mode="json") for notice in read_notices(args.calendars)]
    objections = verify_clock(certificate.model_dump(mode="json"), notices)
    print(f"{certificate.subject}  {certificate.clock.start_event} {certificate.clock.started_on}")
    for limit in certificate.limits:
        mark = "（暂定）" if limit.due.provisional else ""
        print(f"  {limit.name}: {limit.due.on}{mark}")
    for objection in objections:
        print(f"  {objection.code}: {objection.words}")
    print("不成立" if objections else "成立")
    return OBJECTED if objections else HOLDS


def _read(path: Path) -> ClockCertificate:
    try:
        return ClockCertificate.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise UnreadableCertificate(path) from error
