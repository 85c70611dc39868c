"""Where a rule comes from."""

from lianban.core.kernel.value import Value


class LegalBasis(Value):
    """An article that sets a rule, shown to the citizen beside the rule.

    document: the law's full name, with its document number where it has one.
    article: one or more articles as the law writes them (第四十二条); empty when the whole document is meant.
    text: the words of the article, when they are known.
    source: where the words were read.
    """

    document: str
    article: str = ""
    text: str = ""
    source: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"《{self.document}》{self.article}"
