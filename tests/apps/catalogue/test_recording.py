"""A path recorded in the studio is kept, runs at every publication, and keeps what breaks it from being published."""

import uuid
from datetime import UTC, datetime

import pytest

from lianban.apps.catalogue import public as catalogue
from lianban.core.guidance import facts_after, next_question
from lianban.core.guidance.errors import AnswerRefused
from lianban.core.guidance.spelling import read_all
from tests.apps.catalogue.shipped import publish_shipped, shipped

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
CHAIN = "gongjijin-tiqu"
PERSON = uuid.uuid4()


@pytest.fixture(autouse=True)
def published():
    publish_shipped(NOW)


def answers(choose=0):
    """Answer every question of the chain that the guide asks, each with its first answer or the one at `choose`."""
    guide, found = catalogue.guide(CHAIN), {}
    while asked := next_question(guide, read_all(guide.chain, found)):
        values = [each.value for each in asked.question.answers]
        found[asked.question.key] = values[min(choose, len(values) - 1)]
    return found


def record(name="首套房提取", given=None):
    return catalogue.record_path(CHAIN, name, given or answers(), person=PERSON, now=NOW)


def test_what_the_answers_lead_to_today_is_what_they_must_lead_to():
    path = record()
    (run,) = catalogue.run_paths(CHAIN)
    assert (run.path, run.findings) == (path, ())
    assert (run.person, run.chain_version, run.recorded_at) == (PERSON, 1, NOW)
    chain = catalogue.current().chain(CHAIN)
    plan = catalogue.plan(CHAIN, facts_after(chain, read_all(chain, path.answers)))
    assert set(path.items) == {each.key for each in plan.items if each.need == "certain"}


def test_a_chain_that_breaks_it_is_not_published():
    path = record()
    chain = shipped().chains[CHAIN]
    fewer = tuple(each for each in chain.members if each.item != path.items[0])
    wrong = {**shipped().chains, CHAIN: chain.model_copy(update={"members": fewer})}
    release = catalogue.current().release
    with pytest.raises(catalogue.PathsFail, match="首套房提取"):
        catalogue.publish(shipped().items, wrong, shipped().vocabulary, by="测试", now=NOW)
    assert catalogue.current().release == release


def test_a_path_that_is_removed_counts_no_more_but_the_definitions_own_stay():
    record()
    (run,) = catalogue.run_paths(CHAIN)
    for _ in range(2):
        catalogue.remove_path(run.id, person=PERSON, now=NOW)
    assert catalogue.run_paths(CHAIN) == ()
    assert len(catalogue.run_paths("kaiban-canyindian")) == len(shipped().chains["kaiban-canyindian"].paths)


def test_sent_twice_it_is_one_path_and_a_name_stands_for_one_way():
    record()
    record()
    assert len(catalogue.run_paths(CHAIN)) == 1
    with pytest.raises(catalogue.PathNameTaken):
        record(given=answers(choose=1))


def test_a_name_of_the_definitions_own_paths_is_taken():
    chain = shipped().chains["xinshenger"]
    with pytest.raises(catalogue.PathNameTaken):
        catalogue.record_path("xinshenger", chain.paths[0].name, chain.paths[0].answers, person=PERSON, now=NOW)


def test_an_unfinished_or_impossible_path_is_not_recorded():
    with pytest.raises(catalogue.PathNotFinished):
        record(given={"q1": "buy"})
    with pytest.raises(AnswerRefused):
        record(given={**answers(), next(iter(answers())): "no such answer"})
    with pytest.raises(catalogue.PathNameMissing):
        record(name="  ")
    assert catalogue.run_paths(CHAIN) == ()
