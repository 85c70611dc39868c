"""Two publish different definitions at the same moment: neither undoes what the other did."""

import uuid
from datetime import UTC, datetime

import pytest

from lianban.apps.catalogue import public as catalogue
from lianban.core.vocabulary.matching import Kind
from lianban.core.vocabulary.matching.confirming import Confirmed
from tests.apps.catalogue.shipped import publish_shipped
from tests.apps.docket.test_concurrency import at_once

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
ITEMS = ("gjj_rent", "gjj_buy", "gjj_loan")
NAME = Confirmed(kind=Kind.FIELD, name="提取金额（元）", id="gjj.amount")


def editor():
    return catalogue.Editor(uuid.uuid4(), "公积金事项管理员", "housing_fund")


def test_everything_that_was_published_at_once_is_there():
    publish_shipped(NOW)
    one, other = editor(), editor()
    texts = [catalogue.text_of("item", key).replace("name: ", "name: 新的", 1) for key in ITEMS]
    changes = [catalogue.propose(text, one, NOW) for text in texts]
    publishing = [lambda change=change: catalogue.publish_change(change, other, NOW) for change in changes]
    outcomes = at_once(*publishing, lambda: catalogue.confirm_names([NAME], other, NOW))
    assert outcomes == [None, None, None, 1]
    now = catalogue.current()
    assert [now.item(key).name[:2] for key in ITEMS] == ["新的"] * 3
    assert NAME.name in now.vocabulary.elements[NAME.id].synonyms
    assert {catalogue.standings("item")[key].version for key in ITEMS} == {2}
