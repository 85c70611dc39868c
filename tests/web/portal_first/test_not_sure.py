"""“I don't know” is an answer: the page says how to find out, both possibilities stay until the notice."""

import pytest

from lianban.apps.guides import public as guides
from lianban.core.chains.plan import Need
from lianban.core.conditions.algebra import ALWAYS
from tests.apps.cases.builders import NOW
from tests.apps.catalogue.shipped import publish_shipped, shipped
from tests.apps.guides.telling import put_authorities

pytestmark = pytest.mark.django_db
FINISHED = ("kaiban-canyindian", "xinshenger", "tuixiu")


@pytest.fixture(autouse=True)
def _published():
    publish_shipped(NOW)
    put_authorities(shipped())


@pytest.mark.parametrize("chain", FINISHED)
def test_every_question_of_a_finished_chain_says_how_to_find_out(chain):
    silent = [q.key for q in shipped().chains[chain].questions if not (q.find_out and q.find_out_en)]
    assert silent == []


@pytest.mark.parametrize("chain", FINISHED)
def test_somebody_who_knows_nothing_reaches_a_notice_that_keeps_both_possibilities(client, chain):
    address, asked = f"/chains/{chain}/guide/", []
    page = client.get(address)
    while "question" in page.context:
        question = page.context["question"]["key"]
        assert question not in asked
        assert page.context["find_out"] in page.content.decode()
        asked.append(question)
        page = client.get(address, {"q": [f"{key}:unknown" for key in asked]})
    told = client.post(f"/chains/{chain}/notice/", {"q": [f"{key}:unknown" for key in asked]})
    sheet = guides.notice(told["Location"].rstrip("/").rpartition("/")[2]).sheet
    conditional = {each.item for each in shipped().chains[chain].members if each.when != ALWAYS}
    assert {each.key for each in sheet.items if each.need is Need.POSSIBLE} == conditional
    assert {each.answer.zh for each in sheet.answers} == {"不清楚"}
