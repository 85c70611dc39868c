"""What a stranger may know of cases and documents, and how often they may try."""

from datetime import UTC, datetime

import pytest

from lianban.apps.cases import public as cases
from lianban.apps.documents import public as documents
from lianban.rest.limits import CASES, DOCUMENTS
from tests.apps.cases.builders import a_county, a_submission, an_applicant, by
from tests.apps.documents.issued import a_sealed_licence

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)


@pytest.fixture
def licence():
    """Issue a licence and return its verification code."""
    return a_sealed_licence(NOW).verification_code


class TestCases:
    @pytest.fixture
    def number(self):
        """Hand an application in and return its number."""
        a_county()
        applicant = an_applicant()
        return cases.submit(a_submission(applicant), by(applicant)).number

    def test_whoever_knows_the_number_sees_the_state_and_nothing_of_the_person(self, client, number):
        read = client.get(f"/api/v1/cases/{number}")
        assert read.status_code == 200
        assert read.json()["number"] == number
        assert read.json()["stage_name"]
        assert read.json()["closed"] is False
        for secret in ("演示", "11010519491231002X", "13800000000"):
            assert secret not in read.content.decode()

    def test_small_letters_are_forgiven(self, client, number):
        assert client.get(f"/api/v1/cases/{number.lower()}").status_code == 200

    def test_an_unknown_number_is_a_problem_with_a_code(self, client):
        refused = client.get("/api/v1/cases/370304YJS2026112399999")
        assert refused.status_code == 404
        assert refused.json()["code"] == "NO_SUCH_CASE"

    def test_numbers_cannot_be_tried_without_end(self, client):
        answers = [client.get(f"/api/v1/cases/{number}") for number in range(CASES.times + 1)]
        assert [each.status_code for each in answers] == [404] * CASES.times + [429]
        assert answers[-1].json()["code"] == "TOO_MANY"
        assert 1 <= int(answers[-1]["Retry-After"]) <= 60


class TestDocuments:
    def test_a_code_leads_to_the_standing(self, client, licence):
        read = client.get(f"/api/v1/documents/{licence}").json()
        assert read["standing"] == "有效"
        assert read["title"] == "食品经营许可证"
        assert read["seal_state"] == documents.SealState.VALID.value

    def test_the_holder_is_masked(self, client, licence):
        words = client.get(f"/api/v1/documents/{licence}").content.decode()
        assert "演*****" in words
        for secret in ("演示申请人甲", "370304199001010005", "演示路1号"):
            assert secret not in words

    def test_an_unknown_code_is_a_problem_with_a_code(self, client):
        refused = client.get("/api/v1/documents/AAAA-BBBB-CCCC-DDDD")
        assert refused.status_code == 404
        assert refused.json()["code"] == "NO_SUCH_DOCUMENT"

    def test_codes_cannot_be_tried_without_end(self, client):
        answers = [client.get(f"/api/v1/documents/{code}").status_code for code in range(DOCUMENTS.times + 1)]
        assert answers == [404] * DOCUMENTS.times + [429]
