"""Finds chains and items by what a person types; pure, in memory, without a model or a network."""

from lianban.core.search.entry import Entry as Entry
from lianban.core.search.entry import Field as Field
from lianban.core.search.entry import FieldKind as FieldKind
from lianban.core.search.hit import Hit as Hit
from lianban.core.search.index import Index as Index
from lianban.core.search.language import Language as Language
from lianban.core.search.lexicon import Lexicon as Lexicon
