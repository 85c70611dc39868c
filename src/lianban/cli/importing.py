"""`lianban import survey`: survey files become definitions of the catalogue."""

import argparse
from pathlib import Path

from lianban.adapters.catalogue_files.reading import SHIPPED
from lianban.adapters.catalogue_files.survey_import import import_surveys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    kinds = parser.add_subparsers(dest="kind", required=True)
    survey = kinds.add_parser("survey", help="事项与链条的调查文件")
    survey.add_argument("files", nargs="+", type=Path, metavar="FILE")
    survey.add_argument("--out", type=Path, default=SHIPPED, metavar="DIR", help="写到哪个目录（默认为随附目录）")
    survey.add_argument("--words", type=Path, metavar="DIR", help="从哪个目录读取部门、情形和说法（默认同 --out）")
    survey.add_argument("--ignore-concepts", action="store_true", help="不写数据元和材料种类的键")


def run(args: argparse.Namespace) -> int:
    """Import and say what was written."""
    done = import_surveys(args.files, args.out, words=args.words, concepts=not args.ignore_concepts)
    print(f"写入 {len(done.written)} 个文件，保留人工修改的 {len(done.kept)} 个。")
    return 0
