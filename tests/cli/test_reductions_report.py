"""docs/reference/reductions.md is what the command writes."""

from pathlib import Path

from lianban.adapters.catalogue_files import read_catalogue
from lianban.cli.reductions_report import reductions_report

REPORT = Path(__file__).resolve().parents[2] / "docs" / "reference" / "reductions.md"


def test_the_shipped_report_is_up_to_date():
    assert REPORT.read_text(encoding="utf-8") == reductions_report(read_catalogue())
