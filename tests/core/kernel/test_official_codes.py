from datetime import date

import pytest

from lianban.core.kernel.case_numbers import case_number, chain_number, parse_case_number, parse_chain_number
from lianban.core.kernel.document_numbers import document_number, parse_document_number
from lianban.core.kernel.identifiers import InvalidIdentifier
from lianban.core.kernel.item_codes import parse_base_code, parse_handling_code, parse_implementation_code
from lianban.core.kernel.licence_identifier import licence_identifier, parse_licence_identifier

IMPLEMENTATION = "11370800MB285591843370117002011"


def refused(read, text) -> tuple[int, str]:
    with pytest.raises(InvalidIdentifier) as caught:
        read(text)
    return caught.value.position, caught.value.message


class TestBaseCode:
    @pytest.mark.parametrize(
        ("text", "parts"),
        [
            ("370117002011", ("37", "01", "17", "002", "011")),
            ("000511001000", ("00", "05", "11", "001", "000")),
            ("442199806003", ("44", "21", "99", "806", "003")),
        ],
    )
    def test_real_codes_fall_into_their_parts(self, text, parts):
        assert parse_base_code(text)[1:] == parts

    def test_a_kind_of_a_province_is_no_error(self):
        assert parse_base_code("442199806003").kind_name == ""

    def test_the_kind_is_named(self):
        assert parse_base_code("370117002011").kind_name == "行政许可"

    def test_000_stands_for_no_sub_item(self):
        assert [parse_base_code(each).is_sub_item for each in ("000511001000", "370117002011")] == [False, True]

    def test_a_letter_in_the_kind_is_located(self):
        assert refused(parse_base_code, "37O117002011")[0] == 3


class TestImplementationCode:
    def test_it_names_the_body_the_level_and_the_item(self):
        code = parse_implementation_code(IMPLEMENTATION)
        assert (code.body.text, code.level, code.base.text) == ("11370800MB28559184", "3", "370117002011")

    def test_a_wrong_body_is_located(self):
        position, message = refused(parse_implementation_code, "11370800MB28559185" + IMPLEMENTATION[18:])
        assert position == 18
        assert "实施主体代码" in message

    def test_a_level_that_does_not_exist_is_located(self):
        assert refused(parse_implementation_code, IMPLEMENTATION[:18] + "9" + IMPLEMENTATION[19:])[0] == 19

    def test_a_wrong_character_in_the_item_is_located_in_the_whole(self):
        assert refused(parse_implementation_code, IMPLEMENTATION[:20] + "X" + IMPLEMENTATION[21:])[0] == 21


class TestHandlingCode:
    def test_it_ends_with_a_serial(self):
        assert parse_handling_code(IMPLEMENTATION + "02").serial == 2

    def test_00_is_no_serial(self):
        assert refused(parse_handling_code, IMPLEMENTATION + "00")[0] == 32


class TestCaseNumber:
    def test_it_is_the_item_the_day_and_the_serial(self):
        assert str(case_number(IMPLEMENTATION, date(2022, 6, 23), 68)) == IMPLEMENTATION + "202206230068"

    def test_it_is_read_back(self):
        assert parse_case_number(IMPLEMENTATION + "202206230068")[1:] == (date(2022, 6, 23), 68)

    def test_a_day_that_does_not_exist_is_located(self):
        assert refused(parse_case_number, IMPLEMENTATION + "202202300001")[0] == 32

    @pytest.mark.parametrize("serial", [0, 10000])
    def test_serials_of_a_day_run_from_1_to_9999(self, serial):
        with pytest.raises(InvalidIdentifier, match="9999"):
            case_number(IMPLEMENTATION, date(2022, 6, 23), serial)
        assert [case_number(IMPLEMENTATION, date(2022, 6, 23), each).serial for each in (1, 9999)] == [1, 9999]

    @pytest.mark.parametrize("serial", [0, 100000])
    def test_those_of_a_chain_run_from_1_to_99999(self, serial):
        with pytest.raises(InvalidIdentifier, match="99999"):
            chain_number("370304", date(2026, 11, 23), serial)
        assert [chain_number("370304", date(2026, 11, 23), each).serial for each in (1, 99999)] == [1, 99999]

    def test_a_chain_has_a_number_of_its_own(self):
        number = chain_number("370304", date(2026, 11, 23), 1)
        assert str(number) == "370304YJS2026112300001"
        assert parse_chain_number(str(number)) == number

    def test_another_number_is_no_chain_number(self):
        assert refused(parse_chain_number, "370304ABC2026112300001")[0] == 7


class TestLicenceIdentifier:
    @pytest.mark.parametrize(
        ("kind", "issuer", "serial", "version", "check"),
        [
            ("11100000000013338W009", "11330105002500287C", "2025052201", 2, "0"),
            ("11100000MB03271699022", "340100", "000000016", 1, "9"),
        ],
    )
    def test_published_identifiers_have_their_check_character(self, kind, issuer, serial, version, check):
        assert licence_identifier(kind, issuer, serial, version).check == check

    def test_it_is_read_back(self):
        made = licence_identifier("11100000MB03271699022", "340100", "000000016")
        assert str(made) == "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9"
        assert parse_licence_identifier(str(made)) == made

    def test_a_changed_serial_is_found(self):
        text = "1.2.156.3005.2.11100000MB03271699022.340100.000000017.001.9"
        assert "校验位不符" in refused(parse_licence_identifier, text)[1]

    @pytest.mark.parametrize(
        ("issuer", "serial", "version"), [("", "1", 1), ("340100", "", 1), ("340100", "1" * 33, 1), ("340100", "1", 0),
                                          ("340100", "1", 1000), ("3401-0", "1", 1)]
    )  # fmt: skip
    def test_a_part_of_the_wrong_form_is_refused(self, issuer, serial, version):
        with pytest.raises(InvalidIdentifier):
            licence_identifier("11100000MB03271699022", issuer, serial, version)

    def test_the_longest_parts_are_allowed(self):
        made = licence_identifier("11100000MB03271699022", "11330105002500287C", "A" * 32, 999)
        assert parse_licence_identifier(str(made)) == made

    def test_another_root_is_refused(self):
        assert "开头" in refused(parse_licence_identifier, "1.2.156.9.a.b.c.001.9")[1]


class TestDocumentNumber:
    def test_it_is_written_with_hexagonal_brackets(self):
        assert str(document_number("博审服许补", 2026, 12)) == "博审服许补〔2026〕0012号"

    @pytest.mark.parametrize("text", ["国办发明电〔2025〕7号", "国办发明电[2025]7号", "国办发明电（2025） 7号"])
    def test_any_brackets_are_read(self, text):
        assert str(parse_document_number(text)) == "国办发明电〔2025〕7号"

    def test_other_texts_are_refused(self):
        assert "文书号" in refused(parse_document_number, "2026年第7号")[1]

    def test_serials_start_at_one(self):
        with pytest.raises(InvalidIdentifier):
            document_number("博审服许补", 2026, 0)
