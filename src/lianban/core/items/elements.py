"""What a guide tells besides conditions, materials and steps (实施清单, GB/T 39046 table 4, facts 1.3)."""

from enum import StrEnum

from lianban.core.kernel.legal import LegalBasis
from lianban.core.kernel.value import Value


class HandlingForm(StrEnum):
    """办理形式 (facts 1.4.5)."""

    WINDOW = "窗口办理"
    ONLINE = "网上办理"
    MOBILE = "移动端办理"
    POST = "快递申请"


class Closing(StrEnum):
    """What closing a case is called: after a decision, a licence or a paper (Q19, set locally)."""

    DECISION = "审批办结"
    LICENCE = "出证办结"
    PAPER = "出文办结"


class Themes(Value):
    """主题分类: under which headings people find an item. persons, businesses: names of core.items.themes."""

    persons: tuple[str, ...] = ()
    businesses: tuple[str, ...] = ()


class FrequentQuestion(Value):
    """One of 常见问题. source: where the answer follows from, the key of a source or an article's."""

    question: str
    question_en: str = ""
    answer: str
    answer_en: str = ""
    source: tuple[str, ...] = ()


class Quota(Value):
    """数量限制: the item is granted a limited number of times.

    number: how many, in words where it is no plain number; empty while nobody has said. method: how it is shared out.
    publicity: where the quota and what is left of it is made public.
    """

    number: str = ""
    method: str = ""
    publicity: str = ""
    source: tuple[str, ...] = ()


class Remedy(Value):
    """Where somebody who disagrees with the decision may go. within: the time for it, in words. basis: the articles."""

    body: str
    body_en: str = ""
    address: str = ""
    phone: str = ""
    within: str = ""
    within_en: str = ""
    basis: tuple[LegalBasis, ...] = ()


class Remedies(Value):
    """救济渠道. review: 行政复议. litigation: 行政诉讼."""

    review: Remedy | None = None
    litigation: Remedy | None = None
