"""The reference says what the code does."""

from pathlib import Path

from lianban.apps.documents.kinds import PAPER_CONTENTS, code_of
from lianban.core.proceedings.documents import CONTENTS

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "documents.md"


def the_table():
    lines = ["| Document | Code | Contents |", "|---|---|---|"]
    for kind, contents in {**CONTENTS, **PAPER_CONTENTS}.items():
        words = " · ".join(f"`{key}` {name}" for key, name in contents.items())
        lines.append(f"| {kind.value} | {code_of(kind)} | {words} |")
    return "\n".join(lines)


def test_the_table_of_contents_is_that_of_the_law_in_the_code():
    page = PAGE.read_text("utf-8")
    assert the_table() == page.split("<!-- contents -->\n")[1].split("\n<!-- end -->")[0]
