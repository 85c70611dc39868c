"""The reference page for item administrators says what the program does."""

import re
from pathlib import Path

import lianban.core.chains.quality
import lianban.core.guidance.compiling
import lianban.core.guidance.paths
import lianban.core.items.alike
import lianban.core.items.quality
import lianban.core.items.quality_guide
from lianban.adapters.catalogue_files.checking import check, publishable
from lianban.adapters.catalogue_files.reading import read_catalogue

PAGE = Path("docs/reference/catalogue.md").read_text(encoding="utf-8")


def test_its_examples_are_a_catalogue_without_errors(tmp_path):
    for file, text in re.findall(r"```yaml\n# (\S+)\n(.*?)```", PAGE, re.DOTALL):
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    catalogue = read_catalogue(tmp_path)
    assert [each for each in check(catalogue) if each.level != "hint"] == []
    assert publishable(catalogue, "sign")
    assert publishable(catalogue, "kaidian")


def test_it_names_every_rule():
    modules = (
        lianban.core.items.quality,
        lianban.core.items.quality_guide,
        lianban.core.items.alike,
        lianban.core.chains.quality,
        lianban.core.guidance.compiling,
        lianban.core.guidance.paths,
    )
    code = "".join(Path(module.__file__ or "").read_text(encoding="utf-8") for module in modules)
    told_by_composing = {"FORM_CLASH"}
    rules = (
        told_by_composing
        | set(re.findall(r'_?found\(\s*"([A-Z0-9_]+)"', code))
        | set(re.findall(r'rule="([A-Z0-9_]+)"', code))
    )
    assert len(rules) > 30
    assert rules == set(re.findall(r"\b(?:[A-Z0-9]+_)+[A-Z0-9]+\b", PAGE))
