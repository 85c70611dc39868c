"""Load a holiday notice or a closure of the counters, or list what is known; open clocks are then counted again."""

import argparse
import os
from pathlib import Path

from lianban.adapters.calendar_files import SHIPPED, load, read_notices

ROOT = Path(__file__).resolve().parents[3]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the two acts."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    loading = acts.add_parser("load", help="add the notices of a file (YAML, as in data/calendars)")
    loading.add_argument("file", type=Path)
    listing = acts.add_parser("list", help="list the notices that are known")
    for each in (loading, listing):
        each.add_argument("--home", type=Path, default=Path(os.environ.get("LIANBAN_HOME", ROOT / "var")))


def run(args: argparse.Namespace) -> int:
    """Load or list; 0 when it was done."""
    loaded = args.home.resolve() / "calendars"
    if args.act == "list":
        for notice in sorted(read_notices(SHIPPED) + read_notices(loaded), key=lambda each: each.known_from):
            print(f"{notice.known_from}  {notice.place or '全国':6}  {notice.cited}")
        return 0
    for notice in load(args.file, loaded):
        days = f"放假（停办）{len(notice.days_off)} 天，上班 {len(notice.days_of_work)} 天"
        print(f"已载入 {notice.cited}：{days}")
    print("后台任务会在一分钟内重算全部在办的期限，变化记入日志并告知申请人。")
    return 0
