"""The description, the page and the reference say what the API does."""

from pathlib import Path

import pytest
from django.test import Client

from lianban.rest.operations import operations
from lianban.rest.problems import KINDS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "api.md"
pytestmark = pytest.mark.django_db


@pytest.fixture
def schema(client):
    return client.get("/api/v1/openapi.json").json()


def the_operations(schema):
    lines = ["| Operation | What it does | Query | Body | Answers |", "|---|---|---|---|---|"]
    for each in operations(schema):
        query = " ".join(f"`{name}`" for name in each.parameters)
        body = "`answers`" if each.takes_answers else ""
        what = f"{each.summary}. {each.description}"
        lines.append(f"| `{each.method} {each.path}` | {what} | {query} | {body} | {' '.join(each.statuses)} |")
    return "\n".join(lines)


def the_problems():
    lines = ["| Code | Status | Title |", "|---|---|---|"]
    return "\n".join(lines + [f"| `{code}` | {status} | {title} |" for code, (status, title) in KINDS.items()])


def test_the_description_is_openapi_31(schema):
    assert schema["openapi"].startswith("3.1")


def test_every_refusal_is_described_as_problem_details(schema):
    for methods in schema["paths"].values():
        for operation in methods.values():
            refusals = {s: r for s, r in operation["responses"].items() if int(s) >= 400}
            assert refusals
            assert {tuple(each["content"]) for each in refusals.values()} == {("application/problem+json",)}


def test_no_operation_asks_for_anything_but_an_address_and_answers(schema):
    assert "securitySchemes" not in schema["components"]
    assert {method for methods in schema["paths"].values() for method in methods} == {"get", "post"}


def test_the_reference_lists_the_operations(schema):
    assert (
        the_operations(schema) == PAGE.read_text("utf-8").split("<!-- operations -->\n")[1].split("\n<!-- end -->")[0]
    )


def test_the_reference_lists_the_problems():
    assert the_problems() == PAGE.read_text("utf-8").split("<!-- problems -->\n")[1].split("\n<!-- end -->")[0]


def test_the_page_lists_every_operation_and_explains_every_code(client, schema):
    words = client.get("/api/v1/docs").content.decode()
    assert all(each.path in words and each.summary in words for each in operations(schema))
    assert all(f'id="{code}"' in words for code in KINDS)


def test_the_page_loads_nothing_from_elsewhere(client):
    page = client.get("/api/v1/docs")
    words = page.content.decode()
    assert 'src="http' not in words
    assert 'href="http' not in words
    assert "style=" not in words


@pytest.mark.parametrize("address", ["/api/v1/", "/api/v1/nothing", "/api/v1/chains/a/b/c", "/api/v1/chains/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_any_other_address_is_a_problem_too(client, address, method):
    refused = getattr(client, method)(address)
    assert refused.status_code == 404
    assert refused["Content-Type"] == "application/problem+json"
    assert refused.json()["code"] == "NO_SUCH_ADDRESS"


def test_a_page_of_another_site_needs_no_token(offered):
    strict = Client(enforce_csrf_checks=True)
    answered = strict.post("/api/v1/chains/kaiban-canyindian/plan", "{}", content_type="application/json")
    assert answered.status_code == 200


def test_head_is_answered_wherever_get_is(client, offered):
    assert client.head("/api/v1/chains").status_code == 200
    assert client.head("/api/v1/chains/nothing").status_code == 404


@pytest.mark.parametrize(
    ("method", "address", "allowed"), [("put", "chains", "GET"), ("head", "chains/a/plan", "POST")]
)
def test_a_method_that_is_not_served_is_told_which_are(client, method, address, allowed):
    refused = getattr(client, method)(f"/api/v1/{address}")
    assert refused.status_code == 405
    assert refused["Allow"] == allowed
    assert refused["Content-Type"] == "application/problem+json"
