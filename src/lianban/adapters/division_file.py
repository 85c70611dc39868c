"""The administrative divisions from a file of lines `code,name`; a line that begins with # says where they are from."""

from pathlib import Path

from lianban.core.kernel.divisions import Divisions

SHIPPED = Path(__file__).resolve().parents[3] / "data" / "reference" / "divisions.csv"
"""All provinces, cities and counties, the towns of Shandong, the villages of the demonstration county."""


def read_divisions(own: Path | None = None) -> Divisions:
    """Return the divisions of an installation's own file where there is one, otherwise those that are shipped."""
    file = own if own is not None and own.exists() else SHIPPED
    lines = file.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(",", 1) for line in lines if line and not line.startswith("#"))
    return Divisions({code.strip(): name.strip() for code, name in pairs})
