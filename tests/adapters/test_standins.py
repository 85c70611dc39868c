"""Stand-ins say what they are and fail like the real ones."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lianban.adapters import standin_registries as registries
from lianban.adapters.standin_carrier import StandInCarrier, check_digit
from lianban.ports.carrier import AddressRefused, Parcel, ParcelState, ParcelUnknown
from lianban.ports.registry import RegistryUnavailable

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
A_PERSON, A_BUSINESS = "370304199001010005", "91370304MA0000015H"


def quick(make, **more):
    return make(wait=lambda _: None, **more)


def a_parcel(**changes):
    given = {
        "reference": "case-1",
        "recipient": "演示申请人甲",
        "phone": "13900000001",
        "address": "山东省淄博市博山区演示路1号",
        "content": "食品经营许可证",
    }
    return Parcel(**{**given, **changes})


class TestRegistries:
    def test_a_known_person_comes_with_source_and_day(self):
        found = quick(registries.population).lookup(A_PERSON, NOW)
        assert found.values["applicant.name"] == "演示申请人甲"
        assert found.values["applicant.id_no"] == A_PERSON
        assert found.source == "人口信息库（演示替身）"
        assert found.as_of == date(2026, 11, 20)

    def test_a_business_is_found_in_small_letters_too(self):
        found = quick(registries.business).lookup(A_BUSINESS.lower(), NOW)
        assert found.values["entity.uscc"] == A_BUSINESS

    def test_an_unknown_subject_is_none(self):
        assert quick(registries.population).lookup("110105194912310021", NOW) is None

    def test_out_of_order_it_raises(self, tmp_path):
        switch = tmp_path / "off"
        register = quick(registries.population, switch=switch)
        assert register.lookup(A_PERSON, NOW) is not None
        switch.touch()
        with pytest.raises(RegistryUnavailable) as error:
            register.lookup(A_PERSON, NOW)
        assert error.value.facts["source"] == "人口信息库（演示替身）"

    def test_an_answer_takes_its_time(self):
        waited = []
        registries.business(wait=waited.append, delay=1.5).lookup(A_BUSINESS, NOW)
        assert waited == [1.5]

    @pytest.mark.parametrize("number", registries.PEOPLE)
    def test_demonstration_numbers_have_a_right_check_digit_and_the_serial_nobody_has(self, number):
        weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        total = sum(int(digit) * weight for digit, weight in zip(number, weights, strict=False))
        assert number[17] == "10X98765432"[total % 11]
        assert number[14:17] == "000"

    @pytest.mark.parametrize("code", registries.BUSINESSES)
    def test_demonstration_credit_codes_have_a_right_check_character(self, code):
        letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
        total = sum(letters.index(letter) * pow(3, at, 31) for at, letter in enumerate(code[:17]))
        assert code[17] == letters[(31 - total % 31) % 31]

    def test_every_name_is_a_role(self):
        names = [values["applicant.name"] for values in registries.PEOPLE.values()]
        assert all(name.startswith("演示") for name in names)


class TestCarrier:
    def test_a_parcel_moves_with_the_clock(self, tmp_path):
        carrier = StandInCarrier(tmp_path)
        number = carrier.book(a_parcel(), NOW)
        assert [step.state for step in carrier.track(number, NOW)] == [ParcelState.BOOKED]
        assert carrier.track(number, NOW + timedelta(days=2))[-1].state is ParcelState.DELIVERED

    def test_booked_twice_it_is_one_parcel(self, tmp_path):
        carrier = StandInCarrier(tmp_path)
        first = carrier.book(a_parcel(), NOW)
        assert carrier.book(a_parcel(), NOW + timedelta(hours=5)) == first
        assert carrier.track(first, NOW)[0].at == NOW

    def test_the_number_carries_its_check_digit(self, tmp_path):
        number = StandInCarrier(tmp_path).book(a_parcel(), NOW)
        assert int(number[10]) == check_digit(int(number[2:10]))

    def test_the_check_digit_is_that_of_the_postal_union(self):
        assert check_digit(47312482) == 9

    @pytest.mark.parametrize(("changes", "reason"), [({"address": "博山"}, "地址"), ({"phone": "12"}, "电话")])
    def test_what_cannot_be_reached_is_refused_with_a_way_out(self, tmp_path, changes, reason):
        with pytest.raises(AddressRefused) as error:
            StandInCarrier(tmp_path).book(a_parcel(**changes), NOW)
        assert reason in error.value.message
        assert "窗口领取" in error.value.message

    @pytest.mark.parametrize("number", ["XL000000000CN", "../x"])
    def test_an_unknown_number_is_said(self, tmp_path, number):
        with pytest.raises(ParcelUnknown):
            StandInCarrier(tmp_path).track(number, NOW)
