"""What registers tell whom."""

from types import SimpleNamespace

import pytest

from lianban.apps.accounts import public as accounts
from lianban.apps.intake import prefilling
from lianban.core.vocabulary.model import CarryOver
from tests.apps.cases.builders import NOW

pytestmark = pytest.mark.django_db
A_PERSON = "370304199001010005"
WHERE = "applicant.hukou"


@pytest.mark.parametrize(("name", "is_told"), [("演示申请人甲", True), ("演示申请人乙", False)])
def test_the_population_register_tells_only_whoever_signed_up_under_its_name(name, is_told):
    owner = accounts.create_citizen(id_number=A_PERSON, name=name, phone="13800000009", now=NOW)
    field = SimpleNamespace(key=WHERE, carry_over=CarryOver.FREE)
    plan = SimpleNamespace(fields=[field])
    assert (WHERE in prefilling.own_particulars(plan, owner, "applicant", NOW).values) is is_told
    assert (WHERE in prefilling.prefill(plan, owner, NOW).values) is is_told
