import pytest

from lianban.core.kernel.masking import MaskKind, mask


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        (MaskKind.NAME, "某某", "某*"),
        (MaskKind.NAME, "某某某", "某**"),
        (MaskKind.NAME, "某", "某*"),
        (MaskKind.CHILD_NAME, "某某", "**"),
        (MaskKind.CITIZEN_NUMBER, "370304199001011234", "370304********1234"),
        (MaskKind.PHONE, "13800005678", "138****5678"),
        (MaskKind.PHONE, "138 0000 5678", "138****5678"),
        (MaskKind.PHONE, "0533-4110000", "********0000"),
        (MaskKind.BANK_ACCOUNT, "6222 0000 0000 1234", "************1234"),
        (MaskKind.ADDRESS, "山东省淄博市博山区城东街道中心路12号", "山东省淄博市博山区城东街道****"),
        (MaskKind.ADDRESS, "博山区源泉镇中心路12号", "博山区源泉镇****"),
        (MaskKind.ADDRESS, "中心路小区12号楼3单元", "****"),
        (MaskKind.EMAIL, "someone@example.org", "s***@example.org"),
        (MaskKind.OTHER, "B123", "****"),
    ],
)
def test_only_the_customary_part_stays(kind, value, shown):
    assert mask(kind, value) == shown


@pytest.mark.parametrize("kind", MaskKind)
def test_nothing_masks_to_nothing(kind):
    assert mask(kind, "") == ""


@pytest.mark.parametrize("kind", MaskKind)
def test_a_short_value_is_never_shown_whole(kind):
    assert "*" in mask(kind, "1234")
