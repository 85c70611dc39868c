"""A value that was built is the value that validation makes."""

from decimal import Decimal

from lianban.core.chains.built import built
from lianban.core.chains.plan import MergedField
from lianban.core.chains.process import Scheduled
from lianban.core.vocabulary.model import ValueType


def test_it_equals_the_validated_value_and_is_written_alike():
    made = built(MergedField, key="k", label="名", type=ValueType.TEXT)
    validated = MergedField(key="k", label="名", type=ValueType.TEXT)
    assert made == validated
    assert made.model_dump_json() == validated.model_dump_json()
    assert hash(built(Scheduled, item="a", starts=Decimal(0), ends=Decimal(1), critical=True))
    assert made.model_copy(update={"label": "称"}).label == "称"


def test_two_values_share_nothing():
    one = built(MergedField, key="k", label="名", type=ValueType.TEXT)
    other = built(MergedField, key="j", label="名", type=ValueType.TEXT)
    assert (one.key, other.key) == ("k", "j")
