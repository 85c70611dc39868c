"""What is wrong or open in a definition, said so that its author can act."""

from lianban.core.kernel.value import Value


class Finding(Value):
    """Something a definition leaves wrong or open.

    rule: a stable name. level: error, warning or hint. where: the path of the value, parts joined by `/`
    (`items/food/materials/2/name`). remedy: what the author does next.
    """

    rule: str
    level: str
    where: str
    message: str
    remedy: str = ""
