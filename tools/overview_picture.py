"""Joins the journey's pictures into the one the README shows.

Run: LIANBAN_PICTURES=folder ./lianban test tests/journeys/test_restaurant.py, then
python tools/overview_picture.py folder docs/pictures/overview.png
"""

import sys
from pathlib import Path

from PIL import Image

STATIONS = ("home", "question", "notice", "desk", "office", "record")
COLUMNS, WIDTH, GAP = 3, 640, 16


def main(folder: Path, target: Path) -> None:
    """Lay the stations out in rows, on light grey."""
    pictures = [Image.open(folder / f"{name}-1440.png").convert("RGB") for name in STATIONS]
    height = WIDTH * pictures[0].height // pictures[0].width
    rows = -(-len(pictures) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * (WIDTH + GAP) + GAP, rows * (height + GAP) + GAP), "#e5e7eb")
    for place, picture in enumerate(pictures):
        row, column = divmod(place, COLUMNS)
        small = picture.resize((WIDTH, height), Image.Resampling.LANCZOS)
        sheet.paste(small, (GAP + column * (WIDTH + GAP), GAP + row * (height + GAP)))
    sheet.quantize(160).save(target, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
