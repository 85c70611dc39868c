"""Print the procedures as tables, or write their reference pages."""

import argparse
from pathlib import Path

from lianban.core.proceedings.reference import PROCEDURES, page


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name the procedure and, to write pages, the folder."""
    parser.add_argument("procedure", nargs="?", choices=[each.key for each in PROCEDURES], help="one of them; else all")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="write one page per procedure into a folder")


def run(args: argparse.Namespace) -> int:
    """Print or write the pages; return 0."""
    for procedure in PROCEDURES:
        if args.procedure not in (None, procedure.key):
            continue
        if args.write is None:
            print(page(procedure))
            continue
        args.write.mkdir(parents=True, exist_ok=True)
        (args.write / f"{procedure.key}.md").write_text(page(procedure), encoding="utf-8")
    return 0
