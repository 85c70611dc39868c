"""What a step becomes when items are handled as one."""

import pytest

from lianban.core.items.acts import ENGLISH, JOINT, Act, act_of
from tests.core.chains.builders import a_step


@pytest.mark.parametrize(
    ("name", "on_site", "act"),
    [
        ("收件与受理", False, Act.ACCEPTANCE),
        ("验收申请受理", False, Act.ACCEPTANCE),
        ("审查与决定", False, Act.REVIEW),
        ("方案答复", False, Act.REVIEW),
        ("现场核查", True, Act.SURVEY),
        ("现场卫生评价", True, Act.SURVEY),
        ("联合踏勘", True, Act.SURVEY),
        ("线上核查", False, Act.REVIEW),
        ("体检", True, Act.REVIEW),
        ("专家评审", False, Act.ASSESSMENT),
        ("验收开通", False, Act.INSPECTION),
        ("消防验收", True, Act.INSPECTION),
        ("施工图联合审查", False, Act.DRAWINGS),
        ("竣工测绘", False, Act.MEASUREMENT),
        ("制证送达", False, Act.DELIVERY),
    ],
)
def test_by_what_it_is_called_and_where_it_is_done(name: str, on_site: bool, act: Act):
    assert act_of(a_step(name, on_site=on_site)) is act


def test_every_act_has_a_name_in_english_and_acceptance_review_and_delivery_are_not_joint():
    assert set(ENGLISH) == set(Act)
    assert set(Act) - set(JOINT) == {Act.ACCEPTANCE, Act.REVIEW, Act.DELIVERY}
