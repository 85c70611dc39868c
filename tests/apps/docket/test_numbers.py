"""官方编号 (facts 1.2.7, 2.8)."""

from datetime import date

import pytest

from lianban.apps.docket import public as docket

pytestmark = pytest.mark.django_db
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
FOOD = "11370800MB285591843370117002011"


def test_a_case_number_is_the_implementation_code_the_day_and_a_serial_of_four():
    assert docket.case_numbers([FOOD], MONDAY) == {FOOD: f"{FOOD}202611230001"}
    assert len(f"{FOOD}202611230001") == 43


def test_the_serial_begins_anew_each_day():
    docket.case_numbers([FOOD], MONDAY)
    assert docket.case_numbers([FOOD], MONDAY)[FOOD].endswith("0002")
    assert docket.case_numbers([FOOD], TUESDAY)[FOOD].endswith("0001")


def test_a_whole_thing_has_a_number_of_its_own():
    assert docket.chain_number("370304", MONDAY) == "370304YJS2026112300001"


def test_a_document_number_counts_the_year():
    assert docket.document_number("博审服", "受字", 2026) == "博审服受字〔2026〕0001号"
    assert docket.document_number("博审服", "受字", 2026) == "博审服受字〔2026〕0002号"
    assert docket.document_number("博审服", "受字", 2027) == "博审服受字〔2027〕0001号"


@pytest.mark.django_db(transaction=True)
def test_a_number_cannot_be_taken_outside_a_transaction():
    with pytest.raises(RuntimeError):
        docket.take("序列")
