"""Whatever a client sends that fits the description, or does not: no failure, and only what the description says."""

import hypothesis
import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.apps.catalogue.shipped import shipped

EXAMPLES = 10
KNOWN = {"chains": "kaiban-canyindian", "items": "birth_cert"}
DESCRIPTION = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
OPERATIONS = {found.ok().label: found.ok() for found in DESCRIPTION.get_all_operations()}
QUESTIONS = shipped().chains[KNOWN["chains"]].questions
STRANGE = [
    "1E+999999",
    "1E-999999",
    "NaN",
    "-Infinity",
    "-0",
    "9" * 200,
    "0001-01-01",
    "9999-12-31",
    "２０",
    ",,",
    "",
    "\x00",
]
ANSWERS = st.dictionaries(
    st.sampled_from([question.key for question in QUESTIONS]),
    st.sampled_from(
        ["yes", "no", "unknown", "350", *STRANGE, *(each.value for question in QUESTIONS for each in question.answers)]
    )
    | st.text(max_size=200),
)
BOUNDED = hypothesis.settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
)


@pytest.fixture(autouse=True)
def one_connection(offered):
    """Let a request end without closing the connection of the test's transaction, as Django's own client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def known(case):
    """Return a request about a definition that exists."""
    case.path_parameters = {"key": KNOWN[case.path.split("/")[3]]}
    return case


def answered(case_and_answers):
    """Return a request with answers to questions that exist."""
    case, answers = case_and_answers
    case.body = {"answers": answers}
    return known(case)


def check(strategy, excluded=()):
    """Send what a strategy makes and hold every answer against the description."""

    @BOUNDED
    @hypothesis.given(case=strategy)
    def every(case):
        case.call_and_validate(excluded_checks=excluded)

    every()


@pytest.mark.parametrize("label", OPERATIONS)
@pytest.mark.parametrize("mode", GenerationMode)
def test_every_answer_is_as_described(label, mode):
    check(OPERATIONS[label].as_strategy(generation_mode=mode))


@pytest.mark.parametrize("label", [label for label in OPERATIONS if label.startswith("GET") and "{key}" in label])
def test_every_answer_about_a_known_definition_is_as_described(label):
    check(OPERATIONS[label].as_strategy().map(known))


@pytest.mark.parametrize("label", [label for label in OPERATIONS if label.startswith("POST")])
def test_whatever_is_answered_to_known_questions_the_reply_is_as_described(label):
    check(st.tuples(OPERATIONS[label].as_strategy(), ANSWERS).map(answered), [positive_data_acceptance])
