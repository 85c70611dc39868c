"""`lianban compose` and `lianban verify`."""

import argparse
from pathlib import Path
from types import ModuleType

import pytest

from lianban.cli import compose, verify
from lianban.core.kernel.errors import DomainError


def run(command: ModuleType, *words: str) -> int:
    """Run a command as the command line does."""
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(words))


def test_a_plan_reads_like_a_notice(capsys: pytest.CaptureFixture[str]):
    assert run(compose, "开饭店", "--answers", "q1=company,q2=320,q10=一般程序") == 0
    told = capsys.readouterr().out
    for heading in ("办理事项", "先后关系", "需要提交的材料", "一张表单", "四减"):
        assert f"\n{heading}\n" in told
    assert "[必办] 公众聚集场所投入使用、营业前消防安全检查  区消防救援大队  13 个工作日" in told
    assert "[不需要] 小餐饮登记" in told


def test_the_guide_tells_what_every_department_tells_once(capsys: pytest.CaptureFixture[str]):
    assert run(compose, "开饭店", "--answers", "q1=company,q2=320", "--guide") == 0
    told = capsys.readouterr().out
    for heading in ("设定依据", "受理条件", "办理地点、时间和电话", "救济渠道", "常见问题"):
        assert f"\n{heading}\n" in told
    assert told.count("问：店里的人都要健康证吗？") == 1
    assert "向区人民政府提出，自知道或者应当知道该行政行为之日起六十日内" in told


def test_a_plan_file_is_verified(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    run(compose, "开办餐饮店", "--answers", "q1=held,q2=80", "--json")
    path = tmp_path / "plan.json"
    written = capsys.readouterr().out
    path.write_text(written, encoding="utf-8")
    assert run(verify, str(path)) == 0
    path.write_text(written.replace('"copies": 2', '"copies": 1', 1), encoding="utf-8")
    assert run(verify, str(path)) == 1
    assert "份数" in capsys.readouterr().out


@pytest.mark.parametrize(("shape", "begins"), [("--svg", "<svg"), ("--bpmn", "<?xml")])
def test_the_process_can_be_had_as_a_drawing(shape: str, begins: str, capsys: pytest.CaptureFixture[str]):
    run(compose, "kaiban-canyindian", shape)
    assert capsys.readouterr().out.startswith(begins)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["不存在"], "没有名为“不存在”的一件事"),
        (["开办"], "可以选择：企业开办"),
        (["开饭店", "--answers", "q1=zzz"], "不能这样回答"),
        (["开饭店", "--answers", "q2=abc"], "数字，例如 80"),
        (["开饭店", "--answers", "q99=1"], "q99"),
        (["开饭店", "--answers", "q1"], "问题=答案"),
        (["开饭店", "--catalogue", "nowhere"], "--catalogue"),
    ],
)
def test_bad_input_gets_one_clear_sentence(words: list[str], says: str):
    with pytest.raises(DomainError) as refused:
        run(compose, *words)
    assert says in refused.value.message


def test_a_file_that_is_no_plan_is_named(tmp_path: Path):
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    with pytest.raises(DomainError, match="不是方案文件"):
        run(verify, str(tmp_path / "x.json"))
