"""Finds out which data element or material kind a department's name is; a person confirms."""

from lianban.core.vocabulary.matching.asked import Asked as Asked
from lianban.core.vocabulary.matching.asked import Kind as Kind
from lianban.core.vocabulary.matching.asked import asked_in_survey as asked_in_survey
from lianban.core.vocabulary.matching.proposing import Proposal as Proposal
from lianban.core.vocabulary.matching.proposing import propose as propose
