import argparse

from lianban.adapters.catalogue_files import read_catalogue
from lianban.cli import guide


def run(capsys, *written):
    parser = argparse.ArgumentParser()
    guide.add_arguments(parser)
    assert guide.run(parser.parse_args(written)) == 0
    return capsys.readouterr().out


def test_it_asks_the_next_question_and_says_why(capsys):
    shown = run(capsys, "新生儿出生")
    assert "为什么问：" in shown
    assert "不清楚" in shown
    assert "预计还需" in shown


def test_the_proof_names_every_number(capsys):
    shown = run(capsys, "xinshenger", "--proof")
    for name in ("回答组合", "结果全部一致", "应问尽问", "按原顺序跳问", "本导引", "下界", "不可省"):
        assert name in shown


def test_a_pinned_order_shows_its_price(capsys):
    assert "固定顺序代价" in run(capsys, "住房公积金提取", "--proof", "--pin", "q5,q4,q3")


def test_the_report_has_one_row_per_chain_and_a_sum(tmp_path, capsys):
    file = tmp_path / "questions.md"
    run(capsys, "--report", str(file))
    rows = [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    assert len(rows) == 1 + len(read_catalogue().chains) + 1
    assert rows[-1].startswith("| 合计")
