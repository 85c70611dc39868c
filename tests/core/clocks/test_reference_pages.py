"""What the reference pages show is what happens."""

import doctest
from pathlib import Path

import pytest

REFERENCE = Path(__file__).resolve().parents[3] / "docs" / "reference"


@pytest.mark.parametrize("page", ["calendars.md", "clocks.md"])
def test_every_example_gives_what_the_page_says(page):
    failed, tried = doctest.testfile(str(REFERENCE / page), module_relative=False, encoding="utf-8")
    assert (failed, tried > 5) == (0, True)
