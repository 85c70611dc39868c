"""Forms and letters to print: nobody issues them, so they bear no number and no seal, and nothing is kept."""

from datetime import datetime

from lianban.apps.storage.wired import ports
from lianban.core.items.papers import WrittenPaper

TEMPLATE = "form"


def typeset_form(paper: WrittenPaper, *, authority: str, made_at: datetime) -> bytes:
    """Return the pages of a form, blank or filled in as a sample. authority: whom it is handed to.

    The same paper and moment give the same bytes. Raises DocumentNotTypeset.
    """
    sheet = {
        "title": paper.title,
        "authority": authority,
        "content": paper.model_dump(mode="json"),
    }
    return ports().typesetter.typeset(TEMPLATE, sheet, made_at).pdf
