"""The list of divisions is made from the national one."""

from lianban.adapters.division_file import read_divisions
from lianban.cli.__main__ import main

HEADS = {
    "provinces": ["code,name", "37,山东省", "11,北京市"],
    "cities": ["code,name,provinceCode", "3703,淄博市,37"],
    "areas": ["code,name,cityCode,provinceCode", "370304,博山区,3703,37", "370305,临淄区,3703,37"],
    "streets": ["code,name", "370304102,域城镇", "370305001,某街道", "110101001,东华门街道"],
    "villages": ["code,name", "370304102200,甲村", "370305001001,乙村"],
}


def test_the_county_goes_down_to_villages_its_province_to_towns_the_country_to_counties(tmp_path, capsys):
    for name, lines in HEADS.items():
        (tmp_path / f"{name}.csv").write_text("\n".join(lines), encoding="utf-8")
    written = tmp_path / "divisions.csv"
    assert main(["divisions", str(tmp_path), "--county", "370304", "--write", str(written)]) == 0
    found = read_divisions(written)
    assert "370304102200" in found
    assert "370305001" in found
    assert "370305001001" not in found
    assert "110101001" not in found
    assert found.name("81") == "香港特别行政区"
    assert "共 11 个区划，其中本县 3 个" in capsys.readouterr().out
