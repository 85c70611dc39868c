"""Which document a material's name means."""

import pytest

from lianban.core.vocabulary.matching.documents import read_materials
from tests.core.vocabulary.matching.building import papers


def senses(*names: str, **around: str) -> list[str]:
    return [reading.sense for reading in read_materials(papers(*names, **around))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "names",
    [
        ("营业执照", "营业执照复印件", "变更后的营业执照", "营业执照信息（共享）", "营业执照或者其他主体资格证明文件"),
        ("授权委托书", "委托授权书", "指定代表或者共同委托代理人授权委托书", "授权委托书及代理人身份证"),
        ("居民户口簿", "户口本", "户口簿复印件"),
        ("房屋产权证明或租赁合同", "场所使用权证明", "经营场所相关文件"),
        ("场所平面布置图", "园舍平面图", "诊所房屋平面布局图（标明面积、用途）"),
    ],
)
def test_wordings_of_one_document_are_one(names: tuple[str, ...]) -> None:
    assert len(set(senses(*names))) == 1


def test_an_identity_card_is_its_holders() -> None:
    found = senses("法定代表人身份证", "代理人身份证", "股东身份证明", "举办者身份证明", "监护人身份证", "居民身份证")
    assert len(set(found)) == 6


def test_promises_stay_with_their_item() -> None:
    assert senses("承诺书", item="甲") != senses("承诺书", item="乙")


def test_an_application_form_is_only_like_one_of_the_same_name() -> None:
    assert senses("变更申请表", item="甲") == senses("变更申请表", item="乙")
    assert senses("申请表", item="甲") != senses("申请表", item="乙")


def test_a_bundle_is_not_one_of_its_parts() -> None:
    assert senses("药品经营许可证、营业执照和法定代表人身份证")[0].startswith("bundle:")


def test_of_alternatives_the_first_counts() -> None:
    assert senses("居民身份证件或社会保障卡", chain_served="自然人") == ["id:person"]


def test_lists_of_radiation_equipment_stay_apart() -> None:
    assert senses("设备清单") != senses("放射诊疗设备清单")
