"""A recorded path that no longer holds keeps everything from being published."""

from datetime import UTC, datetime

import pytest

from lianban.apps.catalogue import public as catalogue
from tests.apps.catalogue.shipped import publish_shipped, shipped

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
RESTAURANT = "kaiban-canyindian"


@pytest.mark.django_db
def test_a_condition_changed_by_mistake_is_not_published():
    publish_shipped(NOW)
    release = catalogue.current().release
    chain = shipped().chains[RESTAURANT]
    wider = tuple(
        each.model_copy(update={"when": next(m.when for m in chain.members if m.item == "biz_verify")})
        if each.item == "fire_check"
        else each
        for each in chain.members
    )
    wrong = {**shipped().chains, RESTAURANT: chain.model_copy(update={"members": wider})}
    with pytest.raises(catalogue.PathsFail, match=r"多了.*（fire_check）") as refused:
        catalogue.publish(shipped().items, wrong, shipped().vocabulary, by="测试", now=NOW)
    assert "chains/kaiban-canyindian/paths/1/items" in refused.value.facts["where"]
    assert catalogue.current().release == release


def test_the_chains_that_people_use_most_have_recorded_paths():
    assert min(len(shipped().chains[key].paths) for key in (RESTAURANT, "xinshenger")) >= 3
