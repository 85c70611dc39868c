"""Chains: list, search, definition, guidance and plan, as another system reads them."""

from decimal import Decimal

import pytest

from lianban.apps.catalogue import public as catalogue
from lianban.cli.__main__ import main
from lianban.core.chains.compose import compose
from lianban.core.chains.model import Chain
from lianban.core.guidance import facts_after
from tests.apps.catalogue.shipped import shipped

RESTAURANT = "kaiban-canyindian"


class TestList:
    def test_every_chain_on_offer_is_listed(self, client, offered):
        read = client.get("/api/v1/chains?limit=100").json()
        assert [each["key"] for each in read["chains"]] == list(catalogue.current().chains)
        assert read["total"] == len(shipped().chains)
        assert read["release"] == catalogue.current().release

    def test_a_part_of_the_list_knows_how_long_the_whole_is(self, client, offered):
        read = client.get("/api/v1/chains?limit=2&offset=1").json()
        assert [each["key"] for each in read["chains"]] == list(catalogue.current().chains)[1:3]
        assert read["total"] == len(shipped().chains)

    def test_a_line_names_items_and_the_authority_that_answers(self, client, offered):
        lines = {each["key"]: each for each in client.get("/api/v1/chains?limit=100").json()["chains"]}
        chain = shipped().chains[RESTAURANT]
        line = lines[RESTAURANT]
        assert line["items"] == list(dict.fromkeys(member.item for member in chain.members))
        assert line["lead_authority_name"] == shipped().vocabulary.authorities[chain.lead_authority].name

    def test_a_search_says_why(self, client, offered):
        read = client.get("/api/v1/chains", {"q": "开饭店"}).json()
        best = read["chains"][0]
        assert best["key"] == RESTAURANT
        assert best["found"]["why"]

    def test_nothing_resembles_nonsense(self, client, offered):
        assert client.get("/api/v1/chains", {"q": "zzzzqqqq"}).json()["chains"] == []

    @pytest.mark.parametrize("query", ["limit=0", "limit=101", "offset=-1", "limit=many"])
    def test_a_wrong_number_is_refused_with_its_place(self, client, offered, query):
        refused = client.get(f"/api/v1/chains?{query}")
        assert refused.status_code == 422
        assert refused.json()["code"] == "REQUEST_REFUSED"
        assert refused.json()["facts"]["errors"][0]["where"] == f"query.{query.partition('=')[0]}"

    def test_the_list_costs_one_statement(self, client, offered, django_assert_num_queries):
        client.get("/api/v1/chains")
        with django_assert_num_queries(1):
            client.get("/api/v1/chains")

    def test_a_search_costs_two_statements(self, client, offered, django_assert_num_queries):
        client.get("/api/v1/chains?q=a")
        with django_assert_num_queries(2):
            client.get("/api/v1/chains", {"q": "开饭店"})


class TestDefinition:
    def test_the_definition_is_read_back_as_it_was_published(self, client, offered):
        read = client.get(f"/api/v1/chains/{RESTAURANT}")
        assert Chain.model_validate(read.json()) == shipped().chains[RESTAURANT]

    def test_an_unknown_chain_is_a_problem_with_a_code(self, client, offered):
        refused = client.get("/api/v1/chains/nothing")
        assert refused.status_code == 404
        assert refused["Content-Type"] == "application/problem+json"
        assert refused.json()["code"] == "UNKNOWN_CHAIN"
        assert refused.json()["facts"] == {"key": "nothing"}
        assert "nothing" in refused.json()["detail"]


class TestNextQuestion:
    def test_the_first_question_comes_with_reason_and_bound(self, ask):
        read = ask("next-question").json()
        keys = [question.key for question in shipped().chains[RESTAURANT].questions]
        assert read["next"]["question"]["key"] in keys
        assert read["next"]["because"]
        assert 1 <= read["next"]["expected"] <= read["next"]["at_most"] <= len(keys)

    def test_answering_ends_within_the_bound_and_then_everything_is_settled(self, ask):
        answers, most = {}, ask("next-question").json()["next"]["at_most"]
        while asked := ask("next-question", **answers).json()["next"]:
            answers[asked["question"]["key"]] = an_answer(asked["question"])
        assert 0 < len(answers) <= most
        assert ask("plan", **answers).status_code == 200

    def test_an_answer_changes_what_is_certain(self, ask):
        before = {each["key"]: each["need"] for each in ask("next-question").json()["certainties"]}
        after = {each["key"]: each["need"] for each in ask("next-question", q1="company").json()["certainties"]}
        assert before != after

    def test_a_wrong_answer_is_refused_with_what_is_allowed(self, ask):
        refused = ask("next-question", q2="big")
        assert refused.status_code == 422
        assert refused.json()["code"] == "ANSWER_REFUSED"
        assert refused.json()["facts"]["question"] == "q2"
        assert "unknown" in refused.json()["facts"]["allowed"]

    def test_an_answer_to_no_question_is_refused(self, ask):
        refused = ask("plan", q999="yes")
        assert refused.status_code == 422
        assert refused.json()["code"] == "NO_SUCH_QUESTION"

    @pytest.mark.parametrize("body", ["{", "[", "\x00"])
    def test_a_body_that_is_not_json_is_refused(self, client, offered, body):
        address = f"/api/v1/chains/{RESTAURANT}/plan"
        refused = client.post(address, body, content_type="application/json")
        assert refused.status_code == 400
        assert refused.json()["code"] == "UNREADABLE_BODY"


class TestPlan:
    def test_the_plan_is_the_one_that_the_core_compiles(self, ask):
        told = ask("plan", q1="company", q2="350").json()
        found = shipped()
        chain = found.chains[RESTAURANT]
        facts = facts_after(chain, {"q1": "company", "q2": Decimal(350)})
        assert told == compose(chain, found.items, found.vocabulary, facts).model_dump(mode="json")

    def test_a_stranger_can_verify_the_plan_from_its_certificate(self, ask, tmp_path):
        answer = ask("plan", q1="company", q2="350")
        saved = tmp_path / "plan.json"
        saved.write_bytes(answer.content)
        assert main(["verify", str(saved)]) == 0

    def test_asking_leaves_no_cookie_and_needs_none(self, ask):
        assert not ask("plan").cookies


class TestServiceGuide:
    def test_what_all_departments_tell_is_told_once(self, ask):
        told = ask("service-guide", q1="company", q2="350").json()
        questions = [each["question"] for each in told["faq"]]
        assert len(questions) == len(set(questions))
        health = next(each for each in told["faq"] if each["question"] == "店里的人都要健康证吗？")
        assert {"food", "health_exam"} <= set(health["answers"][0]["items"])
        assert {key for each in told["places"] for key in each["items"]} == {each["key"] for each in told["items"]}

    def test_an_answer_to_no_question_is_refused(self, ask):
        assert ask("service-guide", q999="yes").status_code == 422


def an_answer(question):
    """Return the simplest answer that a question allows."""
    match question["kind"]:
        case "yes_no":
            return "no"
        case "number":
            return "10"
        case "date":
            return "2026-11-23"
    return question["answers"][0]["value"]
