"""What the two front pages say about commands and settings is so, and says everything."""

import re
from pathlib import Path

import pytest

from lianban.cli.__main__ import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
READMES = ["README.md", "README.zh-CN.md"]
FOR_TESTS = {"LIANBAN_BROWSER", "LIANBAN_TEST_DB"}


def settings() -> set[str]:
    """Return every variable of the environment that the source reads."""
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py")]
    read = r"(?:environ\.get\(|environ\[|is_on\(|listed\()\s*\"(LIANBAN_[A-Z_]+)\""
    return {name for source in sources for name in re.findall(read, source)} - FOR_TESTS


@pytest.mark.parametrize("readme", READMES)
def test_every_setting_is_told_and_nothing_else(readme):
    told = set(re.findall(r"`(LIANBAN_[A-Z_]+)", (ROOT / readme).read_text(encoding="utf-8")))
    assert told == settings()


@pytest.mark.parametrize("readme", READMES)
def test_every_command_it_shows_exists(readme):
    shown = set(re.findall(r"\./lianban ([a-z-]+)", (ROOT / readme).read_text(encoding="utf-8")))
    assert shown - set(COMMANDS) == set()
    assert {"up", "test"} <= shown


@pytest.mark.parametrize("readme", [*READMES, "CONTRIBUTING.md"])
def test_every_place_it_points_to_exists(readme):
    targets = re.findall(r"\]\(([^)#\s]+)", (ROOT / readme).read_text(encoding="utf-8"))
    assert [each for each in targets if "://" not in each and not (ROOT / each).exists()] == []
