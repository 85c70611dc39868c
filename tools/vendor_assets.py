"""Fetch the few front-end files we serve ourselves from their npm packages, with their licences and digests.

Run from the root of the repository after changing a version below or the list in icons.txt: `python
tools/vendor_assets.py`. It needs `npm`; nobody who only runs the platform does, because what it writes is committed:

- src/lianban/web/static/vendor/<package>/   what the browser loads, and the licence beside it
- src/lianban/web/static/vendor/VENDOR.json  package, version, licence, SHA-256 of every file
- tests/vendor/                              the same for what only tests load
"""

import hashlib
import json
import re
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SERVED = ROOT / "src/lianban/web/static/vendor"
TESTED = ROOT / "tests/vendor"

ICONS = tuple((ROOT / "tools/icons.txt").read_text("utf-8").split())


@dataclass(frozen=True, slots=True)
class Package:
    """One npm package. files: path inside the package → name it gets here. icons: make a sprite of these instead."""

    name: str
    version: str
    folder: Path
    files: dict[str, str]
    icons: tuple[str, ...] = ()


PACKAGES = (
    Package("htmx.org", "4.0.1", SERVED / "htmx", {"dist/htmx.min.js": "htmx.min.js", "LICENSE": "LICENSE"}),
    Package("lucide-static", "1.62.0", SERVED / "lucide", {"LICENSE": "LICENSE"}, ICONS),
    Package("axe-core", "4.14.1", TESTED / "axe-core", {"axe.min.js": "axe.min.js", "LICENSE": "LICENSE"}),
    Package(
        "bpmn-js",
        "18.31.1",
        TESTED / "bpmn-js",
        {"dist/bpmn-navigated-viewer.production.min.js": "bpmn-navigated-viewer.min.js", "LICENSE": "LICENSE"},
    ),
)


def unpacked(package: Package, into: Path) -> Path:
    """Return the folder with the content of the package as npm gives it."""
    subprocess.run(["npm", "pack", "--silent", f"{package.name}@{package.version}"], cwd=into, check=True)
    (archive,) = into.glob("*.tgz")
    with tarfile.open(archive) as tar:
        tar.extractall(into, filter="data")
    return into / "package"


def sprite(icons: Path, names: tuple[str, ...]) -> str:
    """Return one SVG with a symbol per icon; stroke and size come from our style sheet."""
    symbols = [_symbol(name, (icons / f"{name}.svg").read_text("utf-8")) for name in sorted(names)]
    return '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n"


def _symbol(name: str, svg: str) -> str:
    drawing = re.sub(r"\s*\n\s*", "", svg.partition(">\n  ")[2].rpartition("</svg>")[0])
    return f'<symbol id="{name}" viewBox="0 0 24 24">{drawing.replace(" />", "/>")}</symbol>'


def fetch(package: Package) -> dict[str, object]:
    """Write the files of one package and return its entry for VENDOR.json."""
    package.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        source = unpacked(package, Path(folder))
        written = {name: (source / path).read_bytes() for path, name in package.files.items()}
        if package.icons:
            written["sprite.svg"] = sprite(source / "icons", package.icons).encode()
        licence = json.loads((source / "package.json").read_text("utf-8"))["license"]
    for name, content in written.items():
        (package.folder / name).write_bytes(content)
    return {
        "package": package.name,
        "version": package.version,
        "licence": licence,
        "files": {
            f"{package.folder.name}/{name}": hashlib.sha256(written[name]).hexdigest() for name in sorted(written)
        },
    }


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def main() -> None:
    """Fetch every package and write the two records."""
    for folder in (SERVED, TESTED):
        entries = [fetch(package) for package in PACKAGES if package.folder.parent == folder]
        (folder / "VENDOR.json").write_text(json.dumps(entries, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
