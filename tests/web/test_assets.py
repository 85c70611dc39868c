"""What the browser loads is ours, recorded, small and readable."""

import gzip
import hashlib
import json
import re
from itertools import product
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "src/lianban/web/static"
STYLE = (STATIC / "lianban/lianban.css").read_text("utf-8")


@pytest.mark.parametrize("folder", [STATIC / "vendor", ROOT / "tests/vendor"], ids=["served", "tested"])
def test_every_vendored_file_is_the_one_on_record(folder):
    entries = json.loads((folder / "VENDOR.json").read_text("utf-8"))
    recorded = {name: digest for entry in entries for name, digest in entry["files"].items()}
    present = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    del present["VENDOR.json"]
    assert {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in present.items()} == recorded
    assert all(entry["version"] and entry["licence"] for entry in entries)


def test_what_a_citizen_page_loads_stays_under_thirty_kilobytes():
    loaded = ("lianban/lianban.css", "lianban/page.js", "vendor/htmx/htmx.min.js")
    assert sum(len(gzip.compress((STATIC / name).read_bytes())) for name in loaded) < 30_000


def test_the_style_sheet_asks_for_nothing_from_elsewhere():
    assert "@import" not in STYLE
    assert all((STATIC / "lianban" / name).exists() for name in re.findall(r'url\("([^"]+)"\)', STYLE))


def test_every_token_that_is_used_is_defined():
    assert set(re.findall(r"var\((--[\w-]+)", STYLE)) <= set(re.findall(r"(--[\w-]+):", STYLE))


def colours(selector: str) -> dict[str, str]:
    block = STYLE[STYLE.index(selector) :].partition("}")[0]
    found = dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{3,6});", block))
    return {
        name: value if len(value) == 7 else "#" + "".join(2 * c for c in value[1:]) for name, value in found.items()
    }


def luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


THEMES = {"light": colours(":root {"), "hall": {**colours(":root {"), **colours('[data-theme="hall"] {')}}


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
class TestContrast:
    def test_body_text_and_links_reach_seven_to_one(self, theme):
        for ink, ground in product(("--ink", "--ink-2", "--blue"), ("--ground", "--surface")):
            assert contrast(theme[ink], theme[ground]) >= 7, (ink, ground)

    def test_small_print_reaches_four_and_a_half_on_every_ground(self, theme):
        for ground in ("--ground", "--surface", "--sunken", "--wash"):
            assert contrast(theme["--ink-3"], theme[ground]) >= 4.5, ground

    def test_a_state_is_readable_on_its_own_tint(self, theme):
        for tone in ("blue", "green", "amber", "red"):
            assert contrast(theme[f"--{tone}"], theme[f"--{tone}-tint"]) >= 4.5, tone

    def test_a_filled_button_is_readable(self, theme):
        assert contrast(theme["--on-fill"], theme["--blue"]) >= 4.5

    def test_the_edge_of_an_input_can_be_seen(self, theme):
        assert contrast(theme["--edge"], theme["--surface"]) >= 3
