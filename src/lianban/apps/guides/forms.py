"""空白表格 and 示例样表 of what a chain asks for, as PDF: made when first asked for, then kept in memory."""

from datetime import date, datetime
from functools import lru_cache

from lianban.apps.catalogue import public as catalogue
from lianban.apps.documents import public as documents
from lianban.apps.guides.errors import NoSuchPaper
from lianban.core.chains.naming import names_of
from lianban.core.items.papers import WrittenPaper, paper_of
from lianban.core.proceedings.moments import local_day, midnight

KEPT = 256
"""How many papers are kept; a county's chains in use have about half as many."""


def paper_pdf(chain_key: str, item_key: str, material_key: str, *, sample: bool, now: datetime) -> bytes:
    """Return a paper of a chain's item, blank or filled in as a sample.

    Raises UnknownChain, NoSuchPaper, DocumentNotTypeset.
    """
    definitions = catalogue.current()
    chain = definitions.chain(chain_key)
    item = definitions.items.get(item_key)
    if item is None or all(member.item != item_key for member in chain.members):
        raise NoSuchPaper
    need = next((each for each in item.materials if each.key == material_key), None)
    names = names_of(chain, definitions.vocabulary)
    paper = paper_of(item, need, definitions.vocabulary, names, sample=sample) if need else None
    if paper is None:
        raise NoSuchPaper
    authority = definitions.vocabulary.authorities.get(item.authority)
    return _typeset(paper, authority.name if authority else item.authority_text, local_day(now))


@lru_cache(maxsize=KEPT)
def _typeset(paper: WrittenPaper, authority: str, made_on: date) -> bytes:
    return documents.typeset_form(paper, authority=authority, made_at=midnight(made_on))
