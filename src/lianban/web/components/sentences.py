"""What the rules answer, in the language of the page.

The core says it in Chinese, values and all. The English of each sentence stands in locale/en/LC_MESSAGES/rules.po with
`{0}` where a value was; a sentence is found again by its fixed words, and its values are put into the English.
"""

import re
from functools import lru_cache
from pathlib import Path

from babel.messages.pofile import read_po
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lianban.core.proceedings import chain_case, item_case
from lianban.web.components.language import is_english
from lianban.web.portal.words import named

FILE = Path(__file__).resolve().parents[2] / "locale" / "en" / "LC_MESSAGES" / "rules.po"
ROLES = (
    gettext_noop("申请人"), gettext_noop("综合窗口"), gettext_noop("审批部门"), gettext_noop("出证窗口"),
    gettext_noop("事项管理"), gettext_noop("监察"), gettext_noop("热线"), gettext_noop("运维"), gettext_noop("系统"),
)  # fmt: skip
"""Names of roles (ROLE_NAMES), for whoever reads English."""
PLACE = re.compile(r"\{(\d)\}")


def told(sentence: object) -> str:
    """Return a sentence of the rules in the language of the page; whatever is no such sentence as it is."""
    said = str(sentence)
    return _in_english(said) if is_english() and said else said


def _in_english(sentence: str) -> str:
    plain, patterns = _known()
    if sentence in plain:
        return plain[sentence]
    for fixed, english in patterns:
        values = _between(sentence, fixed)
        if values is not None:
            return english.format(*(_values(each) for each in values))
    return sentence


def _between(sentence: str, fixed: tuple[str, ...]) -> list[str] | None:
    """What stands between the fixed words of a sentence, None where it is another sentence.

    One pass from left to right: what people wrote themselves may stand in it, however long.
    """
    first, *middle, last = fixed
    if len(sentence) < len(first) + len(last) or not (sentence.startswith(first) and sentence.endswith(last)):
        return None
    rest, values = sentence[len(first) : len(sentence) - len(last)], []
    for part in middle:
        value, found, rest = rest.partition(part) if part else ("", True, rest)
        if not found:
            return None
        values.append(value)
    return [*values, rest]


def _values(text: str) -> str:
    """The values of a place: several are listed with the sign that lists them in Chinese."""
    whole = _value(text)
    return whole if whole != text else ", ".join(_value(each) for each in text.split("、"))


def _value(text: str) -> str:
    known = _words().get(text) or (_(text) if text else "")
    return known if known != text else named(text)


@lru_cache(maxsize=1)
def _known() -> tuple[dict[str, str], tuple[tuple[tuple[str, ...], str], ...]]:
    """Sentences without places, and the fixed words of the others, those with more of them first."""
    with FILE.open("rb") as file:
        pairs = [(str(each.id), str(each.string)) for each in read_po(file, locale="en") if each.id]
    plain = {chinese: english for chinese, english in pairs if not PLACE.search(chinese)}
    placed = sorted((pair for pair in pairs if pair[0] not in plain), key=lambda pair: -len(PLACE.sub("", pair[0])))
    return plain, tuple((tuple(PLACE.split(chinese)[::2]), english) for chinese, english in placed)


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    """What rules are made of: states, acts."""
    tables = (chain_case.PROCEDURE, item_case.PROCEDURE)
    states = {name: english for table in tables for name, english in table.statuses.values()}
    return states | {rule.name: rule.name_en for table in tables for rule in table.rules}
