"""Whoever keeps the roots can check them without us."""

import pytest

from lianban.core.kernel.canonical import canonical_json
from lianban.core.supervision.evidence import STATED, sha256, signature_holds
from tests.apps.roots.closing_days import three_closed_days

pytestmark = pytest.mark.django_db


def asked(client, query=""):
    return client.get(f"/api/v1/log/roots{query}").json()


def test_a_county_without_closed_days_has_none(client):
    assert asked(client) == {"total": 0, "roots": []}


def test_a_stranger_can_check_what_is_answered(client):
    three_closed_days()
    told = asked(client)
    before = "0" * 64
    assert told["total"] == 3
    for each in told["roots"]:
        stated = canonical_json({key: each[key] for key in STATED})
        assert each["previous"] == before
        assert each["head"] == sha256(stated)
        assert signature_holds(stated, each["signature"], each["certificates"])
        before = each["head"]


def test_a_span_and_the_latest_of_it(client):
    three_closed_days()
    assert [each["number"] for each in asked(client, "?since=2026-11-24")["roots"]] == [2, 3]
    assert [each["number"] for each in asked(client, "?until=2026-11-24")["roots"]] == [1, 2]
    assert [each["number"] for each in asked(client, "?limit=1")["roots"]] == [3]
