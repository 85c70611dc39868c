"""What numbers count, and how one unit is written in another."""

from decimal import Decimal

_WRITTEN: dict[str, tuple[str, Decimal]] = {
    "元": ("元", Decimal(1)),
    "人民币元": ("元", Decimal(1)),
    "万元": ("元", Decimal(10000)),
    "亿元": ("元", Decimal(100000000)),
    "平方米": ("平方米", Decimal(1)),
    "㎡": ("平方米", Decimal(1)),
    "m²": ("平方米", Decimal(1)),
    "m2": ("平方米", Decimal(1)),
    "公顷": ("平方米", Decimal(10000)),
    "米": ("米", Decimal(1)),
    "m": ("米", Decimal(1)),
    "千米": ("米", Decimal(1000)),
    "公里": ("米", Decimal(1000)),
    "吨": ("吨", Decimal(1)),
    "人": ("人", Decimal(1)),
    "名": ("人", Decimal(1)),
}


def factor(given: str, wanted: str) -> Decimal | None:
    """Return by what a number counted in `given` is multiplied to be counted in `wanted`; None when it cannot be."""
    if given == wanted:
        return Decimal(1)
    one, other = _WRITTEN.get(given), _WRITTEN.get(wanted)
    if one is None or other is None or one[0] != other[0]:
        return None
    return one[1] / other[1]
